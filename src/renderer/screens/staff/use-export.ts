import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'

export interface ExportedGrid<Row> {
  readonly title: string
  readonly notes: readonly string[]
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
}

/** What a cell says on paper: a number where the grid shows one, else the words. */
function exported<Row>(column: GridColumn<Row>, row: Row): string | number | null {
  const incomplete = column.incomplete?.(row) ?? null
  if (incomplete !== null) return incomplete
  const value = column.value(row)
  const isNumber = column.decimals !== undefined || column.align === 'right' || column.editor?.kind === 'number'
  if (typeof value === 'number' && isNumber) return value
  return column.text?.(row) ?? value
}

/** Writes the visible grid, in its order and columns, to a file the user names. */
export function useExport<Row>(): (grid: ExportedGrid<Row>, format: 'xlsx' | 'csv') => Promise<void> {
  const t = useT()
  const format = useFormat()
  const write = useCommand('staff.export', {
    undoable: false,
    success: ({ path }) => t('staff.exported', { path }),
    onSuccess: ({ path }) => void shell().showExported(path),
  })
  return async (grid, kind) => {
    const path = await shell().saveFileDialog({
      purpose: 'export',
      title: t('staff.exportTitle'),
      defaultName: `${grid.title} ${format.date(new Date().toISOString())}.${kind}`,
      extension: kind,
    })
    if (path === null) return
    await write.mutateAsync({
      path,
      format: kind,
      title: grid.title,
      noteLines: [...grid.notes],
      frozenColumns: grid.columns.filter((column) => column.frozen === true).length,
      columns: grid.columns.map((column) => ({
        header: column.header,
        width: Math.max(6, Math.round(column.width / 7)),
        kind: column.decimals !== undefined || column.align === 'right' ? 'number' : 'text',
        decimals: column.decimals ?? 2,
      })),
      rows: grid.rows.map((row) => grid.columns.map((column) => exported(column, row))),
    })
  }
}
