import { useContext, useMemo } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { WorkspaceContext } from '#renderer/ui/workspace-context.ts'
import type { GridColumn } from './types.ts'

/** The columns as the open workspace allows them: in one that is open for reading only no cell can be edited. */
export function useWritableColumns<Row>(columns: readonly GridColumn<Row>[]): readonly GridColumn<Row>[] {
  const t = useT()
  const readOnly = useContext(WorkspaceContext)?.workspace.readOnly === true
  return useMemo(() => {
    if (!readOnly) return columns
    const why = t('ui.gridWorkspaceReadOnly')
    return columns.map((column) => (column.editor === undefined ? column : { ...column, editable: () => why }))
  }, [columns, readOnly, t])
}
