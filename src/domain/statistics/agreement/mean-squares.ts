import { sumOver } from '#domain/statistics/element.ts'
import { type CompleteTable, completeRows } from './rating-table.ts'

/** The parts of the variation in a table of persons × raters, each per degree of freedom. */
export interface MeanSquares {
  readonly persons: number
  readonly raters: number
  readonly residual: number
  /** Everything inside persons: raters and residual together. */
  readonly within: number
  /** Number of persons. */
  readonly n: number
  /** Number of raters. */
  readonly k: number
}

/** What is smaller than this share of all variation is rounding of the sums, and counts as nothing. */
const roundingShare = 1e-26

/**
 * Splits the variation of a complete table (at least 2 × 2) into persons, raters and what is left over: the two-way analysis
 * of variance without repetition.
 * The unit is not kept: the figures are divided by the largest distance from the grand mean before they are squared, so that
 * neither very large nor very small scales lose digits. Ratios of two parts are those of the table.
 * Source: Shrout and Fleiss 1979, table 1.
 * @example meanSquares([[1, 3], [3, 5]]) // persons : raters : residual = 1 : 1 : 0
 */
export function meanSquares(table: CompleteTable): MeanSquares {
  const rows = completeRows(table)
  const n = rows.length
  const k = rows[0]?.length ?? 0
  const scaled = scale(rows)
  const cell = (row: number, column: number) => scaled[row]?.[column] ?? 0
  const rowMeans = scaled.map((row) => row.reduce((sum, value) => sum + value, 0) / k)
  const columnMeans = Array.from({ length: k }, (_, column) => sumOver(n, (row) => cell(row, column)) / n)
  const grand = rowMeans.reduce((sum, value) => sum + value, 0) / n
  const total = sumOver(n, (row) => sumOver(k, (column) => (cell(row, column) - grand) ** 2))
  const square = (sum: number) => (sum <= roundingShare * total ? 0 : sum)
  const persons = square(k * sumOver(n, (row) => ((rowMeans[row] ?? 0) - grand) ** 2))
  const raters = square(n * sumOver(k, (column) => ((columnMeans[column] ?? 0) - grand) ** 2))
  const residual = square(
    sumOver(n, (row) =>
      sumOver(k, (column) => (cell(row, column) - (rowMeans[row] ?? 0) - (columnMeans[column] ?? 0) + grand) ** 2),
    ),
  )
  return {
    persons: persons / (n - 1),
    raters: raters / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
    within: (raters + residual) / (n * (k - 1)),
    n,
    k,
  }
}

function scale(rows: CompleteTable): CompleteTable {
  const values = rows.flat()
  const centre = values.reduce((sum, value) => sum + value / values.length, 0)
  const distance = values.reduce((largest, value) => Math.max(largest, Math.abs(value - centre)), 0)
  return rows.map((row) => row.map((value) => (distance === 0 ? 0 : (value - centre) / distance)))
}
