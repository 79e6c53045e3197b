import type { BookColumn, BookSheet, BookValue, WorkbookWriter } from '#application/ports/document-writer.ts'
import type { FileStore } from '#application/ports/files.ts'

export interface ShownGrid {
  readonly path: string
  readonly format: 'xlsx' | 'csv'
  readonly title: string
  /** Lines above the header: period, filter in words. */
  readonly noteLines: readonly string[]
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly BookValue[])[]
  readonly frozenColumns: number
}

/** Sheet names may hold 31 characters and none of these. */
const sheetName = (title: string) => title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** Writes the grid as it stands on the screen, whole or not at all. */
export async function exportGrid(
  grid: ShownGrid,
  author: string,
  writer: WorkbookWriter,
  files: FileStore,
): Promise<{ path: string }> {
  const sheet: BookSheet = {
    name: sheetName(grid.title),
    columns: grid.columns,
    rows: grid.rows,
    frozenRows: grid.noteLines.length + 1,
    frozenColumns: grid.frozenColumns,
    ...(grid.noteLines.length === 0 ? {} : { noteLines: grid.noteLines }),
  }
  const bytes =
    grid.format === 'xlsx' ? await writer.toXlsx({ title: grid.title, author, sheets: [sheet] }) : writer.toCsv(sheet)
  files.writeWhole(grid.path, bytes)
  return { path: grid.path }
}
