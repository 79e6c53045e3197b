import { type OrganisationPredicate, type Predicate, predicates } from '#domain/model/levels.ts'
import type { DistributionLimit, PolicyPack } from './policy-pack.ts'

export type PredicateCounts = Readonly<Record<Predicate, number>>

export interface Distribution {
  readonly counts: PredicateCounts
  /** People without a predicate yet; never counted inside one. */
  readonly unrated: number
  readonly total: number
}

/**
 * How a limit stands. `over`: already above a highest share, certain however the rest is rated. `under`: everybody is
 * rated and a lowest share is missed. `open`: a lowest share that unrated people may still fill. `information`: the pool
 * is smaller than ten, so only counts are shown. `cannot-be-met`: no distribution of so few people meets all limits.
 */
export type LimitStatus = 'conforms' | 'over' | 'under' | 'open' | 'information' | 'cannot-be-met'

export interface DistributionFinding {
  readonly group: readonly Predicate[]
  readonly kind: 'max' | 'min'
  /** Percent of the limit, or null where the limit is a number of people. */
  readonly percent: number | null
  /** The limit in people. */
  readonly limit: number
  readonly count: number
  readonly status: LimitStatus
}

const smallPool = 10

/**
 * Counts of each predicate in a pool.
 * @example distributionOf(['good', null, 'good']).counts.good // 2
 */
export function distributionOf(found: readonly (Predicate | null)[]): Distribution {
  const counts: Record<Predicate, number> = { 'very-poor': 0, poor: 0, 'needs-improvement': 0, good: 0, 'very-good': 0 }
  let unrated = 0
  for (const predicate of found) {
    if (predicate === null) unrated += 1
    else counts[predicate] += 1
  }
  return { counts, unrated, total: found.length }
}

/**
 * A pool against the limits of a rule pack. A guide, not a quota: a finding asks for a written reason, it never blocks and
 * never moves a rating. Pool: people whose organisation predicate comes from the same unit and period. Limits are whole
 * people, computed in integers (`0.7 * 90` is 62.99… in floating point, the right limit is 63).
 * Empty when the pack sets no limits. Source: SE MenPANRB 3/2023 (secondary), domain guide 2.1.
 * @example checkDistribution(pack, 'good', distributionOf([...28 good, ...12 very-good])) // second limit: 'under'
 */
export function checkDistribution(
  pack: Pick<PolicyPack, 'limits'>,
  organisation: OrganisationPredicate,
  pool: Distribution,
): readonly DistributionFinding[] {
  const limits = pack.limits?.[organisation] ?? []
  if (limits.length === 0 || pool.total === 0) return []
  const solvable = canBeMet(limits, pool.total)
  return limits.map((limit) => {
    const finding = findingOf(limit, pool)
    if (!solvable) return { ...finding, status: 'cannot-be-met' }
    return pool.total < smallPool ? { ...finding, status: 'information' } : finding
  })
}

function findingOf(limit: DistributionLimit, pool: Distribution): DistributionFinding {
  const count = limit.sum.reduce((sum, predicate) => sum + pool.counts[predicate], 0)
  const bound = boundOf(limit, pool.total)
  const head = { group: limit.sum, kind: bound.kind, percent: bound.percent, limit: bound.people, count }
  if (bound.kind === 'max') return { ...head, status: count > bound.people ? 'over' : 'conforms' }
  if (count >= bound.people) return { ...head, status: 'conforms' }
  return { ...head, status: pool.unrated > 0 ? 'open' : 'under' }
}

function boundOf(limit: DistributionLimit, n: number): { kind: 'max' | 'min'; percent: number | null; people: number } {
  if ('maxPct' in limit) return { kind: 'max', percent: limit.maxPct, people: Math.floor((limit.maxPct * n) / 100) }
  if ('minPct' in limit) return { kind: 'min', percent: limit.minPct, people: Math.ceil((limit.minPct * n) / 100) }
  return { kind: 'min', percent: null, people: limit.minCount }
}

/**
 * Whether n people can be spread so that every limit holds. Groups of one pack do not overlap, so the least that the
 * lower limits ask for must fit, and what the upper limits allow, with the predicates no limit names, must hold everybody.
 */
function canBeMet(limits: readonly DistributionLimit[], n: number): boolean {
  const bounds = limits.map((limit) => boundOf(limit, n))
  const least = bounds.filter((bound) => bound.kind === 'min').reduce((sum, bound) => sum + bound.people, 0)
  if (least > n) return false
  const capped = new Set(limits.filter((limit) => 'maxPct' in limit).flatMap((limit) => limit.sum))
  if (predicates.some((predicate) => !capped.has(predicate))) return true
  return bounds.filter((bound) => bound.kind === 'max').reduce((sum, bound) => sum + bound.people, 0) >= n
}

/** The named predicate of an organisation result: the one "most" people ideally hold (p. 94–96). */
export function namedPredicate(organisation: OrganisationPredicate): Predicate {
  return organisation === 'excellent' ? 'very-good' : organisation
}

/**
 * The guide curve as shares of the whole that add up to 1, in rising order of the predicates; a drawing, not a rule. Null
 * when the pack draws none.
 * @example guideCurve(permen62022, 'good')?.good // 0.52…
 */
export function guideCurve(
  pack: Pick<PolicyPack, 'curves'>,
  organisation: OrganisationPredicate,
): PredicateCounts | null {
  const heights = pack.curves?.[organisation]
  if (!heights) return null
  const whole = predicates.reduce((sum, predicate) => sum + heights[predicate], 0)
  return Object.fromEntries(predicates.map((predicate) => [predicate, heights[predicate] / whole])) as Record<
    Predicate,
    number
  >
}
