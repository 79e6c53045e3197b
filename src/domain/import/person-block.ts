import { headingKey } from './headings.ts'
import { cellText, isBlank, type TableCell, tidyText } from './table-cell.ts'

/** Labels of the two-person block above a form, by what they give. */
const labels: ReadonlyMap<string, BlockField> = new Map([
  ['nama', 'name'],
  ['nip', 'nip'],
  ['pangkatgolruang', 'grade'],
  ['pangkatgolonganruang', 'grade'],
  ['pangkatgol', 'grade'],
  ['jabatan', 'post'],
  ['unitkerja', 'unit'],
  ['instansi', 'agency'],
])

type BlockField = 'name' | 'nip' | 'grade' | 'post' | 'unit' | 'agency'

export interface BlockCell {
  readonly row: number
  readonly column: number
  readonly cell: TableCell
}

/**
 * One line of the two-person block: the label once or twice, each with its value to the right.
 * Null when the row is not such a line (a header has several different labels).
 * @example // | 1 | NAMA | Siti | 1 | NAMA | Budi | → name: Siti (employee), Budi (rater)
 */
export function readBlockLine(
  cells: readonly TableCell[],
  row: number,
): { readonly field: BlockField; readonly values: readonly (BlockCell | null)[] } | null {
  const places: number[] = []
  let field: BlockField | null = null
  for (let column = 0; column < Math.min(cells.length, 40); column += 1) {
    const cell = cells[column]
    if (cell?.kind !== 'text' || cell.text.length > 40) continue
    const label = labels.get(headingKey(cell.text))
    if (label === undefined) continue
    if (field !== null && label !== field) return null
    field = label
    places.push(column)
  }
  if (field === null || places.length > 2) return null
  const values = places.map((place, index) => valueRightOf(cells, row, place, places[index + 1] ?? cells.length))
  return values.every((value) => value === null) && places.length < 2 ? null : { field, values }
}

function valueRightOf(cells: readonly TableCell[], row: number, from: number, end: number): BlockCell | null {
  for (let column = from + 1; column < end; column += 1) {
    const cell = cells[column]
    if (cell === undefined || isBlank(cell)) continue
    const text = tidyText(cellText(cell))
    if (text === ':' || (/^\d{1,2}\.?$/.test(text) && column === end - 1)) continue
    if (cell.kind === 'text' && text.startsWith(':')) {
      return { row, column, cell: { kind: 'text', text: tidyText(text.slice(1)) } }
    }
    return { row, column, cell }
  }
  return null
}
