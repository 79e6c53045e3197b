import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { allEqual, type CompleteTable, completeRows } from '#domain/statistics/agreement/rating-table.ts'
import { element, sumOver } from '#domain/statistics/element.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { correlation } from './correlation.ts'

/** How the criteria of an assessment hang together over a group of persons. */
export interface CriteriaSummary {
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  readonly correlations: readonly (readonly number[])[]
  /** Mean of the correlations between two different criteria. */
  readonly meanCorrelation: number
  /** Share of the standardised variation along the one direction that carries most of it. */
  readonly firstShare: number
  /** Cronbach's alpha: reliability of the sum of all criteria. Null when the sum is the same for everyone. */
  readonly cronbachAlpha: number | null
  /** How far one person's criteria typically lie apart: mean over persons of the sd over their criteria. */
  readonly meanWithinDeviation: number
  readonly n: number
  readonly k: number
}

/**
 * Describes how strongly the criteria move together; one impression behind all of them (halo) shows as high correlations, a
 * dominant first direction and a small distance between the marks of one person.
 * Input: one row per person, one column per criterion (same scale), no missing mark. Deviations with divisor n − 1.
 * Too little: fewer than 2 persons → insufficient-data; fewer than 2 criteria → cannot-tell two-raters-needed; a criterion on
 * which all persons are equal → one-side-constant.
 * Source: Cooper 1981 (halo); Cronbach 1951.
 * @example criteriaSummary([[4, 5], [3, 3], [5, 5]]).meanCorrelation
 */
export function criteriaSummary(table: CompleteTable): Outcome<CriteriaSummary> {
  const rows = completeRows(table)
  const n = rows.length
  const k = rows[0]?.length ?? 0
  if (n < 2) return tooFew(n, 2)
  if (k < 2) return cannotTell('two-raters-needed')
  const columns = Array.from({ length: k }, (_, column) => rows.map((row) => element(row, column)))
  if (columns.some(allEqual)) return cannotTell('one-side-constant')
  const correlations = columns.map((first) =>
    columns.map((second) => (first === second ? 1 : correlationOf(first, second))),
  )
  const sum = sumOver(k, (row) => sumOver(k, (column) => element(element(correlations, row), column)))
  return {
    kind: 'value',
    means: columns.map(meanOf),
    deviations: columns.map(deviationOf),
    correlations,
    meanCorrelation: (sum - k) / (k * (k - 1)),
    firstShare: largestEigenvalue(correlations) / k,
    cronbachAlpha: alphaOf(rows, columns),
    meanWithinDeviation: meanOf(rows.map(deviationOf)),
    n,
    k,
  }
}

function correlationOf(first: readonly number[], second: readonly number[]): number {
  const found = correlation(first, second)
  return found.kind === 'value' ? found.value : 0
}

function largestEigenvalue(correlations: readonly (readonly number[])[]): number {
  const matrix = new Matrix(correlations.map((row) => [...row]))
  return Math.max(...new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues)
}

function alphaOf(rows: CompleteTable, columns: CompleteTable): number | null {
  const totals = rows.map((row) => row.reduce((sum, value) => sum + value, 0))
  if (allEqual(totals)) return null
  const own = columns.reduce((sum, column) => sum + deviationOf(column) ** 2, 0)
  const alpha = (columns.length / (columns.length - 1)) * (1 - own / deviationOf(totals) ** 2)
  return Number.isFinite(alpha) ? alpha : null
}

/** Mean of a list that is not empty. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0)

/** Sample deviation (divisor n − 1) of at least two values. */
export function deviationOf(values: readonly number[]): number {
  const centre = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}
