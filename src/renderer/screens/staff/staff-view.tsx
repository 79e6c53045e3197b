import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommands } from '#renderer/ui/commands.tsx'
import type { SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { type Board, type BoardRow, isWhole } from './board-rows.ts'
import { DossierPanel } from './dossier-panel.tsx'
import { EmptyStaff } from './empty-staff.tsx'
import { filteredRows, filterParts } from './filter.ts'
import { FilterLine } from './filter-line.tsx'
import { IndicatorGrid } from './indicator-grid.tsx'
import type { IndicatorRow } from './indicator-rows.ts'
import { type PeopleAction, PeopleGrid } from './people-grid.tsx'
import { ReasonPrompt } from './reason-prompt.tsx'
import { askedWords } from './row-words.ts'
import styles from './staff.module.css'
import { type AskedDialog, StaffDialog } from './staff-dialog.tsx'
import { StaffToolbar } from './staff-toolbar.tsx'
import { usePanel } from './use-address.ts'
import type { BoardAccess } from './use-board.ts'
import { useNames, usePeopleChoices } from './use-names.ts'
import { useRecord } from './use-record.ts'
import { useStaffExport } from './use-staff-export.ts'
import { useStaffGrids } from './use-staff-grids.ts'
import { useStaffStatus } from './use-staff-status.ts'
import { useStaffView } from './use-staff-view.ts'
import { ViewChoice } from './view-choice.tsx'

export interface StaffViewProps {
  readonly periodName: string
  readonly board: Board
  readonly access: BoardAccess
}

function shownSentence(board: Board, shown: number, isFiltered: boolean, t: Translate): string {
  const { pending, rows, total } = board
  if (pending) return t('common.loading')
  if (!isWhole(board)) return t('staff.reading', { read: rows.length, total })
  return t(isFiltered ? 'staff.showingWith' : 'staff.showing', { shown, total })
}

/** The board, also while it is being read: filter sentence, grid, reason prompt, dossier. */
export function StaffView({ periodName, board, access }: StaffViewProps) {
  const t = useT()
  const format = useFormat()
  const { periodId, frozen } = board
  const view = useStaffView()
  const { filter, quick, mode } = view
  const wanted = useDeferredValue(quick)
  const [selection, setSelection] = useState<SelectionSummary | null>(null)
  const [dialog, setDialog] = useState<AskedDialog | null>(null)
  const panel = usePanel()
  const { names, choices } = useNames(board.supervisors)
  const rows = useMemo(
    () => filteredRows(board.rows, filter, wanted, names, format),
    [board.rows, filter, wanted, names, format],
  )
  const grids = useStaffGrids(board, access.changed, names, choices)
  const recorder = useRecord(periodId, access.patch)
  const people = usePeopleChoices(board)
  const indicatorRows = useRef<readonly IndicatorRow[]>([])
  const parts = filterParts(filter, names, format, t)
  const sentence = shownSentence(board, rows.length, parts.length > 0, t)
  const onExport = useStaffExport({ periodName, mode, grids, rows, indicatorRows, sentence, parts })
  useStaffStatus(board, rows, selection)
  useCommands([
    { id: 'staff.export', label: t('staff.exportXlsx'), run: () => onExport('xlsx') },
    { id: 'staff.add', label: t('staff.addEmployee'), run: () => setDialog({ kind: 'add' }) },
  ])
  const byId = useMemo(() => new Map(board.rows.map((row) => [row.id, row])), [board.rows])
  const onAction = useCallback(
    (kind: PeopleAction, row: BoardRow) => {
      const chosen = (selection?.rowIds ?? []).flatMap((id) => byId.get(id) ?? [])
      setDialog({ kind, rows: chosen.some((one) => one.id === row.id) ? chosen : [row] })
    },
    [selection, byId],
  )
  const asked = recorder.asking
  const nameOf = (id: string): string => byId.get(id)?.name ?? ''
  const shared = { recorder, currentId: panel.currentId, onCurrent: panel.follow, onSelection: setSelection }
  const onAdd = (): void => setDialog({ kind: 'add' })
  const dialogs = (
    <StaffDialog
      dialog={dialog}
      periodId={periodId}
      choices={choices}
      people={people}
      onClose={() => setDialog(null)}
    />
  )
  if (board.total === 0 && !board.pending) {
    return (
      <ScreenLayout title={t('staff.title')}>
        <EmptyStaff onAdd={onAdd} />
        {dialogs}
      </ScreenLayout>
    )
  }
  return (
    <ScreenLayout
      title={t('staff.title')}
      actions={<StaffToolbar view={view} grids={grids} onExport={onExport} onAdd={onAdd} />}
      sentence={<FilterLine start={sentence} parts={parts} view={view} names={names} choices={choices} />}
      aside={<ViewChoice view={view} />}
    >
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.grid}>
            {mode === 'people' ? (
              <PeopleGrid
                {...shared}
                rows={rows}
                columns={grids.people.columns}
                pending={board.pending}
                hidden={grids.people.choice.hidden}
                onOpen={panel.open}
                onAction={onAction}
              />
            ) : (
              <IndicatorGrid
                {...shared}
                periodId={periodId}
                people={rows}
                shown={indicatorRows}
                all={rows.length === board.total}
                names={names}
                frozen={frozen}
                hidden={grids.indicators.choice.hidden}
                onOpen={(id) => panel.open(id, 'index')}
              />
            )}
          </div>
          {asked.length === 0 ? null : (
            <ReasonPrompt
              cells={askedWords(asked, [...grids.people.columns, ...grids.indicators.columns], nameOf, t)}
              exclusion={recorder.asking.every((cell) => cell.edit.field === 'rated')}
              onSave={(reason) => void recorder.answer(reason)}
              onCancel={recorder.drop}
            />
          )}
        </div>
        {panel.shownId === null ? null : (
          <DossierPanel periodId={periodId} employeeId={panel.shownId} focus={panel.focus} onClose={panel.close} />
        )}
      </div>
      {dialogs}
    </ScreenLayout>
  )
}
