import type { StaffRow } from '#application/staff/staff-row.ts'
import { type OrganisationPredicate, organisationPredicates, type Predicate } from '#domain/model/levels.ts'
import type { Unit } from '#domain/model/unit.ts'
import {
  checkDistribution,
  type DistributionFinding,
  distributionOf,
  guideCurve,
  namedPredicate,
} from '#domain/rules/distribution.ts'
import type { PolicyPack } from '#domain/rules/policy-pack.ts'

/** Fewer people than this: counts only, no share is a limit. */
const smallPool = 10

/** People whose organisation predicate comes from the same unit, or from units with the same predicate together. */
export interface Pool {
  readonly id: string
  readonly kind: 'unit' | 'union'
  readonly unitIds: readonly string[]
  readonly name: string
  readonly organisationPredicate: OrganisationPredicate
  readonly people: number
  readonly rated: number
  readonly counts: Readonly<Record<Predicate, number>>
  readonly guide: Readonly<Record<Predicate, number>>
  readonly small: boolean
  readonly limits: readonly DistributionFinding[]
  readonly mostNamed: Predicate
  readonly namedIsLargest: boolean | null
  readonly departs: boolean
  readonly reason: string
}

export interface PoolContext {
  readonly units: readonly Unit[]
  /** Predicate of each unit that has one. */
  readonly results: ReadonlyMap<string, OrganisationPredicate>
  readonly reasons: ReadonlyMap<string, string>
  readonly unitOf: (person: StaffRow) => string | null
  readonly packs: readonly PolicyPack[]
}

/**
 * The unit whose organisation predicate counts for a person: the one led by the rater, that is, where the rater is
 * placed; the person's own where the rater stands outside the agency (regulation guide 6.1, p. 94 (g)).
 */
export const poolUnitOf =
  (unitsOfSupervisors: ReadonlyMap<string, string | null>) =>
  ({ facts }: StaffRow): string | null =>
    (facts.supervisorId === null ? null : unitsOfSupervisors.get(facts.supervisorId)) ?? facts.unitId

/**
 * Every pool of the period: unions of units with the same predicate first, the largest first, then the single units in
 * the order of the tree. A union of one unit is left out. People not to be rated are in no pool.
 */
export function poolsOf(people: readonly StaffRow[], context: PoolContext): readonly Pool[] {
  const byUnit = new Map<string, StaffRow[]>()
  for (const person of people) {
    const unitId = person.facts.rated ? context.unitOf(person) : null
    if (unitId === null || !context.results.has(unitId)) continue
    const members = byUnit.get(unitId)
    if (members) members.push(person)
    else byUnit.set(unitId, [person])
  }
  const single = context.units.flatMap((unit) => {
    const members = byUnit.get(unit.id)
    const predicate = context.results.get(unit.id)
    if (!members || !predicate) return []
    const head = { id: unit.id, kind: 'unit' as const, unitIds: [unit.id], name: unit.name }
    return [poolOf({ ...head, reason: context.reasons.get(unit.id) ?? '' }, predicate, members, context.packs)]
  })
  const unions = organisationPredicates.flatMap((predicate) => {
    const parts = single.filter((pool) => pool.organisationPredicate === predicate)
    if (parts.length < 2) return []
    const unitIds = parts.map((pool) => pool.id)
    const head = { id: `all-${predicate}`, kind: 'union' as const, unitIds, name: '', reason: '' }
    const members = unitIds.flatMap((id) => byUnit.get(id) ?? [])
    return [poolOf(head, predicate, members, context.packs)]
  })
  return [...unions.toSorted((a, b) => b.people - a.people), ...single]
}

/** States in which a pool departs from the guide for certain. */
const departing = new Set<DistributionFinding['status']>(['over', 'under'])

function poolOf(
  head: Pick<Pool, 'id' | 'kind' | 'unitIds' | 'name' | 'reason'>,
  organisation: OrganisationPredicate,
  members: readonly StaffRow[],
  packs: readonly PolicyPack[],
): Pool {
  const distribution = distributionOf(
    members.map((person) => person.facts.decision?.finalPredicate ?? person.predicate),
  )
  const limits = packs.flatMap((pack) => checkDistribution(pack, organisation, distribution))
  const guide = packs.map((pack) => guideCurve(pack, organisation)).find((curve) => curve !== null)
  const rated = distribution.total - distribution.unrated
  const mostNamed = namedPredicate(organisation)
  const largest = Math.max(...Object.values(distribution.counts))
  return {
    ...head,
    organisationPredicate: organisation,
    people: distribution.total,
    rated,
    counts: distribution.counts,
    guide: guide ?? { 'very-poor': 0, poor: 0, 'needs-improvement': 0, good: 0, 'very-good': 0 },
    small: distribution.total < smallPool,
    limits,
    mostNamed,
    namedIsLargest: rated === 0 ? null : distribution.counts[mostNamed] === largest,
    departs: limits.some((limit) => departing.has(limit.status)),
  }
}
