import { AppError } from '#domain/app-error.ts'
import { allEqual, completeRows } from '#domain/statistics/agreement/rating-table.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'

/**
 * How closely two measures lie on a straight line (Pearson's r): −1…1, no unit.
 * Input: two lists of equal length, no missing values. Too little: fewer than 2 pairs → insufficient-data; a list with a
 * single value → cannot-tell one-side-constant. Unequal lengths: throws E-ARG.
 * Source: Pearson 1896; as R `cor`.
 * @example correlation([1, 2, 3], [2, 4, 7]) // { kind: 'value', value: 0.99…, n: 3 }
 */
export function correlation(
  first: readonly number[],
  second: readonly number[],
): Outcome<{ value: number; n: number }> {
  if (first.length !== second.length) throw new AppError('E-ARG')
  completeRows([first, second])
  const n = first.length
  if (n < 2) return tooFew(n, 2)
  if (allEqual(first) || allEqual(second)) return cannotTell('one-side-constant')
  const [a, b] = [standardised(first), standardised(second)]
  const value = a.reduce((sum, z, index) => sum + z * (b[index] ?? 0), 0)
  return { kind: 'value', value: Math.max(-1, Math.min(1, value)), n }
}

/** Distances from the mean, divided so that their squares sum to one. */
function standardised(values: readonly number[]): readonly number[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scaled = values.map((value) => value / largest)
  const centre = scaled.reduce((sum, value) => sum + value, 0) / scaled.length
  const distances = scaled.map((value) => value - centre)
  const length = Math.sqrt(distances.reduce((sum, distance) => sum + distance ** 2, 0))
  return distances.map((distance) => distance / length)
}
