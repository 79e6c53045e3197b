/**
 * One cell as it stands in the file. Text is kept exactly as typed (en dash, non-breaking space, line breaks).
 *
 * - `number.shown` is what an Indonesian spreadsheet shows ("61,95%" for 0.6195 with a percent format), so a number that
 *   was typed as a target keeps its wording; `value` is the figure itself. For whole numbers of 16 digits and more `shown`
 *   holds the digits of the file, see {@link digitsAreLost}.
 * - `date.iso` is `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` when the cell has a time as well, or `THH:MM:SS` for a time alone.
 * - `error` is a spreadsheet error (`#N/A`), or a value taken from another file (`#EXT!`), which is refused.
 * - CSV cells are `text` or `empty` only: a CSV file has no types.
 */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly shown: string }
  | { readonly kind: 'date'; readonly iso: string; readonly shown: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly shown: string }

/** A merged block of cells, 0-based and inclusive, in indices of `Sheet.rows` and of the cells in a row. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

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
  readonly rows: readonly (readonly CellValue[])[]
  /** Cells whose value is the stored result of a formula. */
  readonly formulaCells: readonly CellPlace[]
  readonly merged: readonly MergedArea[]
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
export function digitsAreLost(cell: CellValue): boolean {
  return cell.kind === 'number' && Math.abs(cell.value) >= 1e15
}
