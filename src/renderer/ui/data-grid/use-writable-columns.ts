import { useContext, useMemo } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { WorkspaceContext } from '#renderer/ui/workspace-context.ts'
import type { GridColumn } from './types.ts'

/**
 * The columns as the open workspace allows them: in one that is open for reading only, or for a user whose
 * duty is not to write, no cell can be edited.
 */
export function useWritableColumns<Row>(columns: readonly GridColumn<Row>[]): readonly GridColumn<Row>[] {
  const t = useT()
  const readOnly = useContext(WorkspaceContext)?.workspace.readOnly === true
  const duty = useDutyReason('staff.recordCells')
  return useMemo(() => {
    const why = readOnly ? t('ui.gridWorkspaceReadOnly') : duty
    if (why === null) return columns
    return columns.map((column) => (column.editor === undefined ? column : { ...column, editable: () => why }))
  }, [columns, readOnly, duty, t])
}
