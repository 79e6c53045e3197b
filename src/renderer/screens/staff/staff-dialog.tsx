import type { BoardRow } from './board-rows.ts'
import type { PeopleAction } from './people-grid.tsx'
import type { ColumnChoices } from './placement-columns.ts'
import { AddEmployeeDialog, ChangeSupervisorDialog, RemoveEmployeesDialog } from './staff-dialogs.tsx'

/** What the user is asked at the moment. */
export type AskedDialog = { readonly kind: 'add' } | { readonly kind: PeopleAction; readonly rows: readonly BoardRow[] }

interface StaffDialogProps {
  readonly dialog: AskedDialog | null
  readonly periodId: string
  readonly choices: ColumnChoices
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly onClose: () => void
}

/** The dialog that is open, if any. */
export function StaffDialog({ dialog, periodId, choices, people, onClose }: StaffDialogProps) {
  switch (dialog?.kind) {
    case 'add':
      return <AddEmployeeDialog periodId={periodId} choices={choices} people={people} onClose={onClose} />
    case 'supervisor':
      return <ChangeSupervisorDialog periodId={periodId} rows={dialog.rows} people={people} onClose={onClose} />
    case 'remove':
      return <RemoveEmployeesDialog periodId={periodId} rows={dialog.rows} onClose={onClose} />
    default:
      return null
  }
}
