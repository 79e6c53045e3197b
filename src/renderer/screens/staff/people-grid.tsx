import { IconFileDescription, IconUserMinus, IconUserShare } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx'
import type { CellChange, GridColumn, GridMenuItem, SelectionSummary } from '#renderer/ui/data-grid/types.ts'
import type { DossierFocus } from '#renderer/ui/dossier/dossier-body.tsx'
import { LoadingState } from '#renderer/ui/states.tsx'
import type { BoardRow } from './board-rows.ts'
import { editOfPerson } from './cell-edits.ts'
import type { Recorder } from './use-record.ts'

export type PeopleAction = 'supervisor' | 'remove'

export interface PeopleGridProps {
  readonly rows: readonly BoardRow[]
  readonly columns: readonly GridColumn<BoardRow>[]
  /** The first rows are on their way. */
  readonly pending: boolean
  readonly hidden: ReadonlySet<string>
  readonly recorder: Recorder
  readonly currentId: string | null
  readonly onCurrent: (employeeId: string) => void
  readonly onOpen: (employeeId: string, focus: DossierFocus | null) => void
  readonly onSelection: (summary: SelectionSummary) => void
  readonly onAction: (action: PeopleAction, row: BoardRow) => void
}

/** Which arithmetic a computed column opens. */
const focusOf: Readonly<Record<string, DossierFocus>> = {
  workScore: 'work',
  suggestedWorkLevel: 'work',
  predicate: 'work',
  achievementIndex: 'index',
  behaviourScore: 'behaviour',
  suggestedBehaviourLevel: 'behaviour',
}

const idOf = (row: BoardRow): string => row.id

/** One row per employee. */
export function PeopleGrid(props: PeopleGridProps) {
  const { recorder, onAction, onOpen } = props
  const t = useT()
  const menuItems = useMemo<readonly GridMenuItem<BoardRow>[]>(
    () => [
      { id: 'open', label: t('staff.openDossier'), icon: IconFileDescription, run: (row) => onOpen(row.id, null) },
      {
        id: 'supervisor',
        label: t('staff.changeSupervisor'),
        icon: IconUserShare,
        run: (row) => onAction('supervisor', row),
      },
      { id: 'remove', label: t('staff.removeEmployee'), icon: IconUserMinus, run: (row) => onAction('remove', row) },
    ],
    [t, onOpen, onAction],
  )
  const onChanges = (changes: readonly CellChange[]) =>
    recorder.record(
      changes.flatMap((change) => {
        const edit = editOfPerson(change)
        return edit === null ? [] : [{ change, edit }]
      }),
    )
  return (
    <DataGrid<BoardRow>
      label={t('staff.gridLabel')}
      name="staff"
      rows={props.rows}
      columns={props.columns}
      rowId={idOf}
      hidden={props.hidden}
      currentRowId={props.currentId}
      onCurrentRow={props.onCurrent}
      onOpen={(row, key) => onOpen(row.id, focusOf[key] ?? null)}
      onChanges={onChanges}
      onSelection={props.onSelection}
      menuItems={menuItems}
      empty={props.pending ? <LoadingState lines={12} /> : t('staff.nothingFound')}
    />
  )
}
