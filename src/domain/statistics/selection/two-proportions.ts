import { cannotTell, type Outcome } from '#domain/statistics/outcome.ts'
import { normalQuantile, twoSidedNormal } from '#domain/statistics/tail-probability.ts'

/** How many of a group were selected. */
export interface Selection {
  readonly selected: number
  readonly total: number
}

/**
 * Whether two groups are selected at the same rate: z of the difference (first minus second) over its standard error with the
 * common rate, and the two-sided p.
 * Both groups selected entirely or not at all → cannot-tell no-variation. Totals must be above zero.
 * Source: two-proportion z test with pooled variance, as R `prop.test(correct = FALSE)` (z² is its X-squared).
 * @example twoProportions({ selected: 557, total: 1835 }, { selected: 1198, total: 2691 }) // z −9.602
 */
export function twoProportions(first: Selection, second: Selection): Outcome<{ z: number; p: number }> {
  const [n, m] = [first.total, second.total]
  const pooled = (first.selected + second.selected) / (n + m)
  const variance = pooled * (1 - pooled) * (1 / n + 1 / m)
  if (!(variance > 0)) return cannotTell('no-variation')
  const z = (first.selected / n - second.selected / m) / Math.sqrt(variance)
  return { kind: 'value', z, p: twoSidedNormal(z) }
}

/**
 * The 95 % interval of the ratio of two selection rates (first over second), built on its logarithm.
 * A group with nobody selected → cannot-tell empty-cell.
 * Source: Katz, Baptista, Azen and Pike 1978.
 * @example ratioInterval({ selected: 557, total: 1835 }, { selected: 1198, total: 2691 }) // 0.629 … 0.739
 */
export function ratioInterval(first: Selection, second: Selection): Outcome<{ low: number; high: number }> {
  if (first.selected === 0 || second.selected === 0) return cannotTell('empty-cell')
  const ratio = first.selected / first.total / (second.selected / second.total)
  const variance = 1 / first.selected - 1 / first.total + 1 / second.selected - 1 / second.total
  const reach = normalQuantile(0.975) * Math.sqrt(Math.max(0, variance))
  return { kind: 'value', low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach) }
}
