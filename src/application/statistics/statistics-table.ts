import type { TableReader } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { cellText, isBlank, type TableCell } from '#domain/import/table-cell.ts'
import { type ColumnTable, columnTable, isMissing, labelOf, numberOf } from '#domain/statistics/column-table.ts'

/** Beyond it squares leave the range of numbers. */
const largestFigure = 1e100

/**
 * A table file (CSV or the first sheet of a workbook) as columns under its first row. Rows in which nothing stands are left
 * out. Refuses a file without rows: E-STATS-EMPTY; with an open quotation mark: E-IMPORT-DAMAGED; a row of a CSV file that is
 * longer than the headings: E-STATS-NUMBER with its place.
 */
export function readStatisticsTable(reader: TableReader, fileName: string, bytes: Uint8Array): ColumnTable {
  if (bytes.length === 0) throw new AppError('E-STATS-EMPTY', { file: fileName })
  const { sheets, notes, format } = reader.read(fileName, bytes)
  // Behind an open quotation mark the rest of a file is one cell: rows would be lost without a word.
  if (notes.some(({ code }) => code === 'quotes')) throw new AppError('E-IMPORT-DAMAGED', { file: fileName })
  const [headings, ...rows] = (sheets[0]?.rows ?? []).filter((row) => !row.every(isBlank))
  if (headings === undefined || rows.length === 0) throw new AppError('E-STATS-EMPTY', { file: fileName })
  if (format === 'csv') refuseSurplus(headings.length, rows)
  // A number stays a number: what a spreadsheet shows of it is rounded.
  const cells = rows.map((row) => row.map((cell) => (cell.kind === 'number' ? cell.value : cellText(cell))))
  return columnTable(headings.map(cellText), cells)
}

/** A row longer than the headings has cells in the wrong columns, as a decimal comma makes them: never read silently. */
function refuseSurplus(width: number, rows: readonly (readonly TableCell[])[]): void {
  for (const [index, row] of rows.entries()) {
    const surplus = row.findIndex((cell, column) => column >= width && !isBlank(cell))
    const cell = row[surplus]
    if (cell !== undefined)
      throw new AppError('E-STATS-NUMBER', { column: String(surplus + 1), row: index + 1, value: cellText(cell) })
  }
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
    if (value === null || Math.abs(value) > largestFigure || !accepts(value))
      throw new AppError('E-STATS-NUMBER', { column, row: index + 1, value: String(cell) })
    return value
  })
}

function cellsOf(table: ColumnTable, column: string) {
  const cells = table.columns.get(column.trim())
  if (!cells) throw new AppError('E-STATS-COLUMN', { column, columns: [...table.columns.keys()].join(', ') })
  return cells
}
