import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { chiSquareUpperTail } from '#domain/statistics/tail-probability.ts'
import { allEqual, type CompleteTable, completeRows } from './rating-table.ts'
import { tiedRanks, tieSizes } from './tied-ranks.ts'

export interface ConcordanceFigure {
  readonly value: number
  readonly n: number
  readonly k: number
  readonly chiSquare: number
  readonly df: number
  readonly p: number
}

/**
 * How far several raters put the persons in the same order (Kendall's W): 0 not at all, 1 the same order. With a test of "no
 * agreement" by chi-square, good from about seven persons on.
 * Input: one row per person, one column per rater, no missing rating. Ties: corrected.
 * Too little: fewer than 2 persons → insufficient-data; 1 rater → two-raters-needed. Every rater gave everyone the same →
 * cannot-tell no-variation.
 * Source: Kendall and Babington Smith 1939; Siegel and Castellan 1988, 9.5; as R `irr::kendall(correct = TRUE)`.
 * @example kendallW([[1, 1], [2, 2], [3, 3]]) // { kind: 'value', value: 1, n: 3, k: 2, chiSquare: 4, df: 2, p: 0.135… }
 */
export function kendallW(table: CompleteTable): Outcome<ConcordanceFigure> {
  const rows = completeRows(table)
  const n = rows.length
  const k = rows[0]?.length ?? 0
  if (n < 2) return tooFew(n, 2)
  if (k < 2) return cannotTell('two-raters-needed')
  const columns = Array.from({ length: k }, (_, column) => rows.map((row) => row[column] ?? 0))
  if (columns.every(allEqual)) return cannotTell('no-variation')
  const ranks = columns.map(tiedRanks)
  const sums = rows.map((_, row) => ranks.reduce((sum, column) => sum + (column[row] ?? 0), 0))
  const centre = (k * (n + 1)) / 2
  const squares = sums.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  const ties = columns.flatMap(tieSizes).reduce((sum, size) => sum + size ** 3 - size, 0)
  const value = Math.min(1, (12 * squares) / (k ** 2 * (n ** 3 - n) - k * ties))
  const chiSquare = k * (n - 1) * value
  return { kind: 'value', value, n, k, chiSquare, df: n - 1, p: chiSquareUpperTail(chiSquare, n - 1) }
}
