import { type DistributionFit, distributionFit } from '#domain/statistics/distribution/distribution-fit.ts'
import { type DistanceFigure, earthMoversDistance } from '#domain/statistics/distribution/earth-movers-distance.ts'
import type { Outcome } from '#domain/statistics/outcome.ts'
import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'

/** The categories given, beside a recommended distribution that is advice and never a quota. */
export interface CategoryDistribution {
  readonly counts: readonly { readonly category: string; readonly count: number; readonly share: number }[]
  /** People whose category is none of the pattern's, or who have none. */
  readonly without: number
  readonly fit: Outcome<DistributionFit>
  readonly distance: Outcome<DistanceFigure>
}

/**
 * How far the categories given lie from the recommended distribution, in steps per person and against chance; null where no
 * distribution is recommended. Small expected counts are handled by seeded draws.
 * Source: calibration guide 5 ("distribution").
 * @example categoryDistribution(cases, standardOptions) // null: no pattern among the options
 */
export function categoryDistribution(
  cases: readonly RatedCase[],
  { pattern, seed, draws }: CalibrationOptions,
): CategoryDistribution | null {
  if (pattern.length === 0) return null
  const counted = new Map(pattern.map(({ category }) => [category, 0]))
  let without = 0
  for (const { category } of cases) {
    const count = category === null ? undefined : counted.get(category)
    if (category === null || count === undefined) without += 1
    else counted.set(category, count + 1)
  }
  const counts = pattern.map(({ category }) => counted.get(category) ?? 0)
  const shares = pattern.map(({ share }) => share)
  return {
    counts: pattern.map(({ category, share }) => ({ category, share, count: counted.get(category) ?? 0 })),
    without,
    fit: distributionFit(counts, shares, { seed, draws }),
    distance: earthMoversDistance(counts, shares),
  }
}
