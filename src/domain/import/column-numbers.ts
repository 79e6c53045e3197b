import { type TableCell, tidyText } from './table-cell.ts'

/** How a whole column writes decimals: decided from all its values, or open because both readings fit. */
export type DecimalMark = 'comma' | 'point' | 'undecidable'

/**
 * Decides the decimal mark of a column from all its texts. A mark followed by one, two, or four and more digits is a
 * decimal mark; two different marks in one figure make the last the decimal mark; a mark before exactly three digits says
 * nothing by itself. With nothing to go by and no such figure, the Indonesian comma holds.
 * Source: domain guide 9.2 (`1.234` against `1,234`: decide per column; ask when undecidable).
 * @example decimalMark(['83,5', '1.234']) // 'comma'
 * @example decimalMark(['1.234']) // 'undecidable'
 */
export function decimalMark(texts: readonly string[]): DecimalMark {
  const votes = { comma: 0, point: 0, open: 0 }
  for (const text of texts) {
    const vote = voteOf(text)
    if (vote !== null) votes[vote] += 1
  }
  if (votes.open === 0) return votes.point > votes.comma ? 'point' : 'comma'
  if (votes.comma > 0 && votes.point === 0) return 'comma'
  return votes.point > 0 && votes.comma === 0 ? 'point' : 'undecidable'
}

/** What one text says about the decimal mark of its column: nothing, a mark, or that both readings fit. */
function voteOf(text: string): 'comma' | 'point' | 'open' | null {
  const plain = tidyText(text.slice(0, 40)).replace(/^rp\.?\s*/i, '')
  const figure = /^[+-]?\d[\d.,]*/.exec(plain)?.[0].replace(/[.,]+$/, '') ?? ''
  const [comma, point] = [figure.lastIndexOf(','), figure.lastIndexOf('.')]
  if (comma === -1 && point === -1) return null
  if (comma !== -1 && point !== -1) return comma > point ? 'comma' : 'point'
  const place = Math.max(comma, point)
  const own = comma === -1 ? 'point' : 'comma'
  const beforeThree = figure.length - place - 1 === 3
  const repeated = figure.split(figure[place] ?? '').length > 2
  if (repeated && beforeThree) return own === 'point' ? 'comma' : 'point'
  return beforeThree && place <= 3 && figure[0] !== '0' ? 'open' : own
}

/** A figure, or the sentence code why it is none. */
export type NumberReading =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: 'text-in-number' | 'cell-error' }

/**
 * Reads one cell of a column of numbers. Spaces and a percent sign are allowed; any other text is refused, never 0.
 * A figure that its column's mark cannot explain (`83.5` in a comma column) is read by its own mark.
 * @example readNumberCell({ kind: 'text', text: '83,5' }, 'comma') // { kind: 'value', value: 83.5 }
 */
export function readNumberCell(cell: TableCell, mark: DecimalMark): NumberReading {
  if (cell.kind === 'number') return { kind: 'value', value: cell.value }
  if (cell.kind === 'empty') return { kind: 'none' }
  if (cell.kind === 'error') return { kind: 'refused', reason: 'cell-error' }
  if (cell.kind !== 'text') return { kind: 'refused', reason: 'text-in-number' }
  const text = tidyText(cell.text.slice(0, 60)).replace(/\s*%$/, '')
  if (text === '' || text === '-' || text === '–') return { kind: 'none' }
  const value = parseFigure(text, mark)
  return value === null ? { kind: 'refused', reason: 'text-in-number' } : { kind: 'value', value }
}

function parseFigure(text: string, mark: DecimalMark): number | null {
  if (!/^[+-]?\d+([.,]\d+)*$/.test(text)) return null
  const own = decimalMark([text])
  const decimal = own === 'undecidable' ? mark : own
  const [decimalSign, thousandsSign] = decimal === 'point' ? ['.', ','] : [',', '.']
  const value = Number(text.replaceAll(thousandsSign, '').replace(decimalSign, '.'))
  return Number.isFinite(value) ? value : null
}
