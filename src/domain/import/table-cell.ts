/**
 * One cell as it stands in the file. Text is kept exactly as typed (en dash, non-breaking space, line breaks).
 *
 * - `number.shown` is what an Indonesian spreadsheet shows ("61,95%" for 0.6195 with a percent format), so a number that
 *   was typed as a target keeps its wording; `value` is the figure itself. For whole numbers of 16 digits and more `shown`
 *   holds the digits of the file, see `digitsAreLost` of the reader.
 * - `date.iso` is `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` when the cell has a time as well, or `THH:MM:SS` for a time alone.
 * - `error` is a spreadsheet error (`#N/A`), or a value taken from another file (`#EXT!`), which is refused.
 * - CSV cells are `text` or `empty` only: a CSV file has no types.
 */
export type TableCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly shown: string }
  | { readonly kind: 'date'; readonly iso: string; readonly shown: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly shown: string }

/** A merged block of cells, 0-based and inclusive, in indices of rows and of cells in a row. */
export interface MergedBlock {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as read: rows of cells of differing length. Row `index` carries the number `index + 1 + firstRow` in the file. */
export interface TableSheet {
  readonly rows: readonly (readonly TableCell[])[]
  readonly merged: readonly MergedBlock[]
}

/**
 * What a reader of the sheet sees in a cell: the text as typed, a number or date as shown, `''` for an empty cell.
 * A boolean reads as the spreadsheet shows it in Indonesian.
 * @example cellText({ kind: 'number', value: 0.6195, shown: '61,95%' }) // '61,95%'
 */
export function cellText(cell: TableCell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text
    case 'number':
    case 'date':
    case 'error':
      return cell.shown
    case 'boolean':
      return cell.value ? 'BENAR' : 'SALAH'
    default:
      return ''
  }
}

/**
 * Text for comparing and storing: no-break and zero-width spaces, tabs and line breaks become one space, ends are cut.
 * Dashes and letters stay as the office typed them.
 * @example tidyText(' 80 \u2013\n90% ') // '80 – 90%'
 */
export function tidyText(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Whether nothing but white space stands in the cell. @example isBlank({ kind: 'text', text: ' ' }) // true */
export function isBlank(cell: TableCell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && tidyText(cell.text) === '')
}

/**
 * The letter of a spreadsheet column; 0 is the first.
 * @example columnLetter(27) // 'AB'
 */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
