import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import type { SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { type Board, type BoardRow, isWhole } from './board-rows.ts'
import { isIncomplete } from './filter.ts'

/** Counts and the sum of the selection, as a spreadsheet tells them. */
export function useStaffStatus(board: Board, rows: readonly BoardRow[], selection: SelectionSummary | null): void {
  const t = useT()
  const format = useFormat()
  // Counts and means of a part would be taken for those of all.
  const counted = isWhole(board) ? rows : []
  const scores = counted.flatMap((row) => (row.workScore === null ? [] : [row.workScore]))
  const incomplete = counted.filter(isIncomplete).length
  const numbers = selection !== null && selection.cells > 1 ? selection.numbers : null
  useStatusBar([
    ...(isWhole(board) ? [{ id: 'people', text: t('staff.statusPeople', { count: rows.length }) }] : []),
    ...(selection === null
      ? []
      : [{ id: 'selected', text: t('staff.statusSelected', { count: selection.rowIds.length }) }]),
    ...(numbers === null
      ? []
      : [
          {
            id: 'numbers',
            text: t('staff.statusNumbers', {
              count: numbers.count,
              sum: format.number(numbers.sum, 2),
              mean: format.number(numbers.mean, 2),
            }),
          },
        ]),
    ...(scores.length === 0 || numbers !== null
      ? []
      : [
          {
            id: 'mean',
            text: t('staff.statusMean', {
              mean: format.number(scores.reduce((sum, score) => sum + score, 0) / scores.length, 2),
            }),
          },
        ]),
    ...(incomplete === 0
      ? []
      : [{ id: 'incomplete', text: t('staff.statusIncomplete', { count: incomplete }), tone: 'attention' as const }]),
    ...(board.frozen && !board.pending
      ? [{ id: 'frozen', text: t('staff.statusFrozen'), tone: 'information' as const }]
      : []),
  ])
}
