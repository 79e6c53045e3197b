import { cannotTell, type Outcome } from '#domain/statistics/outcome.ts'
import { chiSquareUpperTail, normalQuantile } from '#domain/statistics/tail-probability.ts'
import type { Selection } from './two-proportions.ts'

/** The two groups within one unit (stratum). */
export interface Stratum {
  readonly first: Selection
  readonly second: Selection
}

export interface CommonOdds {
  /** Odds of being selected in the first group over those in the second, the units held apart. */
  readonly estimate: number
  readonly interval: { readonly low: number; readonly high: number }
  /** Test of "odds are equal in every unit", without continuity correction. */
  readonly chiSquare: number
  readonly p: number
  /** Units that hold both groups and both outcomes. */
  readonly strata: number
}

/**
 * Whether one group is selected more readily than another when like is compared with like: the common odds ratio over the
 * units (Mantel and Haenszel). A difference over the whole agency that vanishes here comes from where the groups work.
 * Input: per unit the selected and the total of both groups. Output: 1 means no difference; 95 % interval; chi-square with
 * one degree of freedom.
 * No unit with both groups and both outcomes → cannot-tell no-common-stratum; all of one group selected wherever it can be
 * compared → empty-cell (the odds have no finite ratio).
 * Source: Mantel and Haenszel 1959; interval by Robins, Breslow and Greenland 1986; as R `mantelhaen.test(correct = FALSE)`.
 * @example mantelHaenszel([{ first: { selected: 512, total: 825 }, second: { selected: 89, total: 108 } }, …])
 */
export function mantelHaenszel(strata: readonly Stratum[]): Outcome<CommonOdds> {
  const sums = { r: 0, s: 0, pr: 0, cross: 0, qs: 0, surplus: 0, variance: 0, strata: 0 }
  for (const { first, second } of strata) {
    const n = first.total + second.total
    const selected = first.selected + second.selected
    if (first.total === 0 || second.total === 0 || selected === 0 || selected === n) continue
    const [a, b] = [first.selected, first.total - first.selected]
    const [c, d] = [second.selected, second.total - second.selected]
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n]
    sums.r += r
    sums.s += s
    sums.pr += p * r
    sums.cross += p * s + q * r
    sums.qs += q * s
    sums.surplus += a - (first.total * selected) / n
    sums.variance += (first.total * second.total * selected * (n - selected)) / (n * n * (n - 1))
    sums.strata += 1
  }
  if (sums.strata === 0) return cannotTell('no-common-stratum')
  if (sums.r === 0 || sums.s === 0) return cannotTell('empty-cell')
  const estimate = sums.r / sums.s
  const logVariance = sums.pr / (2 * sums.r ** 2) + sums.cross / (2 * sums.r * sums.s) + sums.qs / (2 * sums.s ** 2)
  const reach = normalQuantile(0.975) * Math.sqrt(logVariance)
  const chiSquare = sums.surplus ** 2 / sums.variance
  return {
    kind: 'value',
    estimate,
    interval: { low: estimate * Math.exp(-reach), high: estimate * Math.exp(reach) },
    chiSquare,
    p: chiSquareUpperTail(chiSquare, 1),
    strata: sums.strata,
  }
}
