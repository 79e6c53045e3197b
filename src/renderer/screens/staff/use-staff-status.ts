import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import type { SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import type { Board, BoardRow } from './board-rows.ts'
import { isIncomplete } from './filter.ts'

/** Counts and the sum of the selection, as a spreadsheet tells them. */
export function useStaffStatus(
  { pending, frozen }: Board,
  rows: readonly BoardRow[],
  selection: SelectionSummary | null,
): void {
  const t = useT()
  const format = useFormat()
  const scores = rows.flatMap((row) => (row.workScore === null ? [] : [row.workScore]))
  const incomplete = rows.filter(isIncomplete).length
  const numbers = selection !== null && selection.cells > 1 ? selection.numbers : null
  useStatusBar([
    ...(pending ? [] : [{ id: 'people', text: t('staff.statusPeople', { count: rows.length }) }]),
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
    ...(frozen && !pending ? [{ id: 'frozen', text: t('staff.statusFrozen'), tone: 'information' as const }] : []),
  ])
}
