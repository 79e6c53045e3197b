import type { MergedBlock, TableCell } from '#domain/import/table-cell.ts'

/** Where a cell stands: 0-based indices of `Sheet.rows` and of the cell in its row. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * One sheet. Rows may have different lengths: cells after the last filled one are not there. The number a spreadsheet
 * shows beside row `index` is `index + 1 + firstRow`.
 */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly TableCell[])[]
  /** Cells whose value is the stored result of a formula. */
  readonly formulaCells: readonly CellPlace[]
  readonly merged: readonly MergedBlock[]
  readonly firstRow: number
}

/** Something about the file the user should know before importing it. Rows and columns are 0-based indices. */
export type WorkbookNote =
  | { readonly code: 'formula-cells'; readonly sheet: string; readonly count: number }
  /** Whole numbers of 16 digits and more stored as numbers: a spreadsheet has rounded them, identity numbers are wrong. */
  | {
      readonly code: 'digits-lost'
      readonly sheet: string
      readonly count: number
      readonly row: number
      readonly column: number
    }
  /** Values that come from another file or program; they were not taken (`error` cells). */
  | {
      readonly code: 'external-values'
      readonly sheet: string
      readonly count: number
      readonly row: number
      readonly column: number
    }
  | { readonly code: 'hidden-sheet'; readonly sheet: string }
  /** Rows with a number of cells other than the most frequent one (CSV). */
  | { readonly code: 'uneven-rows'; readonly count: number; readonly row: number }
  /** A quotation mark that is never closed, or text after a closing one (CSV). */
  | { readonly code: 'quotes'; readonly row: number }
  /** Bytes that mean nothing in the encoding used; they show as U+FFFD. */
  | { readonly code: 'unreadable-characters'; readonly count: number }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Workbook {
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly Sheet[]
  readonly notes: readonly WorkbookNote[]
  /** What was detected or asked for, so that the user can override it. Only for `csv`. */
  readonly csv?: { readonly delimiter: string; readonly encoding: TextEncoding }
}

export interface TableReaderOptions {
  /** One of `,` `;` `|` or tab; otherwise detected. CSV only. */
  readonly delimiter?: string
  /** One of {@link TextEncoding}; otherwise detected. CSV only. */
  readonly encoding?: string
}

/** Values of `{limit}` in `E-IMPORT-LIMIT`. */
export type ImportLimit =
  | 'file-size'
  | 'entries'
  | 'entry-size'
  | 'total-size'
  | 'ratio'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'cell-length'
  | 'xml-depth'

/**
 * Reads a table file of unknown origin. The kind is decided by the bytes first and by the name second; the name is never
 * used as a path.
 *
 * Refusals: `E-IMPORT-LIMIT` {limit: {@link ImportLimit}}; `E-IMPORT-FORMAT` {file}: neither XLSX nor CSV, an old `.xls`,
 * `.ods`, an encrypted file, a file with macros; `E-IMPORT-DAMAGED` {file}; `E-ARG` for an option outside its list.
 */
export interface TableReader {
  read(fileName: string, bytes: Uint8Array, options?: TableReaderOptions): Workbook
}

/**
 * Whether a cell holds a whole number of 16 digits or more as a number. Spreadsheets keep 15 digits and put zeros after
 * them, so such a NIP or NIK must not be trusted, even where the file happens to show every digit.
 */
export function digitsAreLost(cell: TableCell): boolean {
  return cell.kind === 'number' && Math.abs(cell.value) >= 1e15
}
