import { AppError } from '#domain/app-error.ts'
import { type Outcome, tooFew } from '#domain/statistics/outcome.ts'

export interface DistanceFigure {
  /** Steps from one category to the next, per person. */
  readonly value: number
  /** The share of persons that would have to move at all. */
  readonly movedShare: number
  readonly n: number
}

/**
 * How many category steps the average person would have to move to turn one distribution over ordered categories into
 * another (earth mover's distance Σ|F − F₀|), and which share of the persons would have to move at all (total variation).
 * Input: counts per category in order, and the share of each category (any positive unit; only proportions matter).
 * Output: 0 for equal distributions, at most the number of categories − 1.
 * Too little: nobody counted, or no share above zero → insufficient-data. Throws E-ARG for negative or unequal lists.
 * Source: Rubner, Tomasi and Guibas 2000; on a line it is the area between the two cumulative shares.
 * @example earthMoversDistance([10, 0], [50, 50]) // { kind: 'value', value: 0.5, movedShare: 0.5, n: 10 }
 */
export function earthMoversDistance(counts: readonly number[], shares: readonly number[]): Outcome<DistanceFigure> {
  const figures = [...counts, ...shares]
  if (counts.length !== shares.length || !figures.every((figure) => figure >= 0 && figure <= 1e12)) {
    throw new AppError('E-ARG')
  }
  const n = counts.reduce((sum, count) => sum + count, 0)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (n === 0 || whole === 0) return tooFew(0, 1)
  let [ahead, steps, moved] = [0, 0, 0]
  for (const [index, count] of counts.entries()) {
    const surplus = count / n - (shares[index] ?? 0) / whole
    ahead += surplus
    moved += Math.abs(surplus) / 2
    // After the last category both have everyone; what is left there is rounding.
    if (index < counts.length - 1) steps += Math.abs(ahead)
  }
  return { kind: 'value', value: steps, movedShare: moved, n }
}
