import type { PeriodId } from '#domain/model/ids.ts'
import { type Predicate, predicates } from '#domain/model/levels.ts'
import { distributionFit } from '#domain/statistics/distribution/distribution-fit.ts'
import { earthMoversDistance } from '#domain/statistics/distribution/earth-movers-distance.ts'
import { loadOverview, type OverviewSources } from './load-overview.ts'

/** Same draws for everybody who asks: the p of small groups can be computed again to the last digit. */
const chance = { seed: 1, draws: 10_000 } as const

/**
 * The same pools as in the overview, each with how far its predicates lie from the shape the regulation draws: in steps per
 * person, and against chance. The shape is advice and never a quota, so nothing here is a limit.
 */
export async function distributionFits(sources: OverviewSources, periodId: PeriodId) {
  const { pools, unpooled, limitsInForce } = await loadOverview(sources, periodId)
  return {
    ...chance,
    unpooled,
    limitsInForce,
    pools: pools.map((pool) => ({ ...pool, ...fitOf(pool.counts, pool.guide) })),
  }
}

type PerPredicate = Readonly<Record<Predicate, number>>

function fitOf(counts: PerPredicate, guide: PerPredicate) {
  const [observed, shares] = [predicates.map((one) => counts[one]), predicates.map((one) => guide[one])]
  const n = observed.reduce((sum, count) => sum + count, 0)
  const isDrawn = shares.some((share) => share > 0)
  return {
    expected: Object.fromEntries(predicates.map((one) => [one, guide[one] * n])) as Record<Predicate, number>,
    fit: isDrawn ? distributionFit(observed, shares, chance) : null,
    distance: isDrawn ? earthMoversDistance(observed, shares) : null,
  }
}
