import type { TableReader } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { cellText, isBlank } from '#domain/import/table-cell.ts'
import { type ColumnTable, columnTable, isMissing, labelOf, numberOf } from '#domain/statistics/column-table.ts'

/**
 * A table file (CSV or the first sheet of a workbook) as columns under its first row. Rows in which nothing stands are left
 * out. Refuses a file without rows: E-STATS-EMPTY.
 */
export function readStatisticsTable(reader: TableReader, fileName: string, bytes: Uint8Array): ColumnTable {
  const sheet = reader.read(fileName, bytes).sheets[0]
  const [headings, ...rows] = (sheet?.rows ?? []).filter((row) => !row.every(isBlank))
  if (headings === undefined || rows.length === 0) throw new AppError('E-STATS-EMPTY', { file: fileName })
  // A number stays a number: what a spreadsheet shows of it is rounded.
  const cells = rows.map((row) => row.map((cell) => (cell.kind === 'number' ? cell.value : cellText(cell))))
  return columnTable(headings.map(cellText), cells)
}

/** The labels of a column, null where nothing stands. Refuses a name the table does not have: E-STATS-COLUMN. */
export function labelColumn(table: ColumnTable, column: string): readonly (string | null)[] {
  return cellsOf(table, column).map(labelOf)
}

/**
 * The figures of a column, null where nothing stands. Refuses words where numbers belong, with their row: E-STATS-NUMBER; rows
 * are counted from 1 below the headings.
 */
export function numberColumn(
  table: ColumnTable,
  column: string,
  accepts: (value: number) => boolean = () => true,
): readonly (number | null)[] {
  return cellsOf(table, column).map((cell, index) => {
    if (isMissing(cell)) return null
    const value = numberOf(cell)
    if (value === null || !accepts(value))
      throw new AppError('E-STATS-NUMBER', { column, row: index + 1, value: String(cell) })
    return value
  })
}

function cellsOf(table: ColumnTable, column: string) {
  const cells = table.columns.get(column.trim())
  if (!cells) throw new AppError('E-STATS-COLUMN', { column, columns: [...table.columns.keys()].join(', ') })
  return cells
}
