import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import fCdf from '@stdlib/stats-base-dists-f-cdf'
import fQuantileBelow from '@stdlib/stats-base-dists-f-quantile'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantileBelow from '@stdlib/stats-base-dists-normal-quantile'

/**
 * How often a standard normal figure lies at least as far from zero as `z`, on either side (two-sided p). Keeps its
 * digits far out in the tail.
 * @example twoSidedNormal(1.959964) // 0.05
 */
export const twoSidedNormal = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1))

/**
 * The point below which a share of the standard normal distribution lies.
 * @example normalQuantile(0.975) // 1.959963…
 */
export const normalQuantile = (share: number): number => normalQuantileBelow(share, 0, 1)

/**
 * How often F with these degrees of freedom is at least as large as `f`. Computed from the reciprocal, whose lower tail it
 * is, so that small probabilities keep their digits.
 * @example fUpperTail(11.027, 5, 15) // 0.000134…
 */
export const fUpperTail = (f: number, df1: number, df2: number): number => (f <= 0 ? 1 : fCdf(1 / f, df2, df1))

/**
 * The point below which a share of the F distribution lies; the degrees of freedom need not be whole.
 * @example fQuantile(0.975, 5, 18) // 3.38…
 */
export const fQuantile = (share: number, df1: number, df2: number): number => fQuantileBelow(share, df1, df2)

/**
 * How often chi-square is at least as large as this. One degree of freedom is the square of a normal figure and keeps its
 * digits in the tail; with more, the result is right to about 1e-15 absolute.
 * @example chiSquareUpperTail(3.841459, 1) // 0.05
 */
export function chiSquareUpperTail(chiSquare: number, df: number): number {
  if (df === 1) return twoSidedNormal(Math.sqrt(chiSquare))
  return Math.min(1, Math.max(0, 1 - chiSquareCdf(chiSquare, df)))
}
