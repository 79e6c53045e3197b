import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OrganisationPredicate, organisationPredicates, type Predicate, predicates } from '#domain/model/levels.ts'
import {
  checkDistribution,
  type DistributionFinding,
  distributionOf,
  guideCurve,
  namedPredicate,
  type PredicateCounts,
} from '#domain/rules/distribution.ts'
import { policyPack } from '#domain/rules/policy-pack.ts'
import permenFile from '#resources/policy/permenpanrb-6-2022.json' with { type: 'json' }
import seFile from '#resources/policy/se-menpanrb-3-2023.json' with { type: 'json' }

const se = policyPack.parse(seFile)
const permen = policyPack.parse(permenFile)

type Short = { SK?: number; K?: number; BP?: number; B?: number; SB?: number; open?: number }
const long: Record<Exclude<keyof Short, 'open'>, Predicate> = {
  SK: 'very-poor',
  K: 'poor',
  BP: 'needs-improvement',
  B: 'good',
  SB: 'very-good',
}

function pool(short: Short) {
  const people = Object.entries(long).flatMap(([key, predicate]) =>
    Array<Predicate | null>(short[key as keyof typeof long] ?? 0).fill(predicate),
  )
  return distributionOf([...people, ...Array<null>(short.open ?? 0).fill(null)])
}

const check = (organisation: OrganisationPredicate, short: Short) => checkDistribution(se, organisation, pool(short))
const statuses = (found: readonly DistributionFinding[]) => found.map((finding) => finding.status)

describe('guide numbers of SE 3/2023', () => {
  it('Baik, 40 people, 29 Baik: one over the limit of 28', () => {
    expect(check('good', { B: 29, SB: 10, BP: 1 })).toEqual([
      { group: ['good'], kind: 'max', percent: 70, limit: 28, count: 29, status: 'over' },
      { group: ['needs-improvement', 'poor'], kind: 'min', percent: null, limit: 1, count: 1, status: 'conforms' },
    ])
  })

  it('Baik, 40 people, 28 Baik and 12 Sangat Baik: nobody in BP or Kurang', () => {
    expect(statuses(check('good', { B: 28, SB: 12 }))).toEqual(['conforms', 'under'])
    expect(statuses(check('good', { B: 28, SB: 11, K: 1 }))).toEqual(['conforms', 'conforms'])
  })

  it('Istimewa, 90 people, 63 Sangat Baik conforms: a floating-point product would say 62', () => {
    expect(Math.floor(0.7 * 90)).toBe(62)
    expect(statuses(check('excellent', { SB: 63, B: 27 }))).toEqual(['conforms'])
    expect(statuses(check('excellent', { SB: 64, B: 26 }))).toEqual(['over'])
  })

  it('Butuh Perbaikan: nine people are information only, ten are tested', () => {
    const nine = check('needs-improvement', { SB: 1, B: 8 })
    expect(new Set(statuses(nine))).toEqual(new Set(['information']))
    expect(nine.find((finding) => finding.kind === 'max')?.limit).toBe(0)
    expect(statuses(check('needs-improvement', { BP: 6, SB: 1, B: 3 }))).toEqual(['conforms', 'conforms'])
  })

  it('Sangat Kurang, 10 people, 6 SK, 1 K, 3 B conforms', () => {
    expect(statuses(check('very-poor', { SK: 6, K: 1, B: 3 }))).toEqual(['conforms', 'conforms', 'conforms'])
    expect(statuses(check('very-poor', { SK: 6, K: 1, B: 2, SB: 1 }))).toContain('over')
  })

  it('leaves lowest shares open while people are unrated, and counts nobody before their predicate', () => {
    expect(statuses(check('good', { B: 28, open: 12 }))).toEqual(['conforms', 'open'])
    expect(statuses(check('good', { B: 29, open: 11 }))).toEqual(['over', 'open'])
    expect(check('good', { open: 40 }).map((finding) => finding.count)).toEqual([0, 0])
  })

  it('says nothing about an empty pool or without limits', () => {
    expect(check('good', {})).toEqual([])
    expect(checkDistribution(permen, 'good', pool({ B: 40 }))).toEqual([])
  })
})

/** The same limits with shares as exact fractions of whole numbers: count ≤ pct·n/100 ⇔ 100·count ≤ pct·n. */
const exactMost = (percent: bigint, n: number) => Number((percent * BigInt(n)) / 100n)
const exactLeast = (percent: bigint, n: number) => Number((percent * BigInt(n) + 99n) / 100n)

describe('whole people', () => {
  it('agrees with exact fractions for every pool up to 2000, where floating point slips 34 times', () => {
    const slips: number[] = []
    for (let n = 1; n <= 2000; n += 1) {
      const people = { ...pool({}), unrated: n, total: n }
      const [most] = checkDistribution(se, 'excellent', people)
      expect(most?.limit).toBe(exactMost(70n, n))
      if (Math.floor(0.7 * n) !== most?.limit) slips.push(n)
      for (const finding of organisationPredicates.flatMap((word) => checkDistribution(se, word, people))) {
        if (finding.percent === null) continue
        const exact = finding.kind === 'max' ? exactMost : exactLeast
        expect(finding.limit).toBe(exact(BigInt(finding.percent), n))
      }
    }
    expect(slips).toHaveLength(34)
    expect(slips.slice(0, 3)).toEqual([90, 170, 180])
  })

  it('cannot be met exactly for one and two people under Kurang and Sangat Kurang', () => {
    const insoluble: string[] = []
    for (const organisation of organisationPredicates) {
      for (let n = 1; n <= 30; n += 1) {
        const found = checkDistribution(se, organisation, { ...pool({}), unrated: n, total: n })
        const told = found.some((finding) => finding.status === 'cannot-be-met')
        expect(told).toBe(!solvable(organisation, n))
        if (told) insoluble.push(`${organisation} ${n}`)
      }
    }
    expect(insoluble).toEqual(['very-poor 1', 'very-poor 2', 'poor 1', 'poor 2'])
  })
})

/** Brute force: whether any spread of n people over the five predicates keeps every limit. */
function solvable(organisation: OrganisationPredicate, n: number): boolean {
  const limits = se.limits?.[organisation] ?? []
  const holds = (counts: PredicateCounts) =>
    limits.every((limit) => {
      const count = limit.sum.reduce((sum, predicate) => sum + counts[predicate], 0)
      if ('maxPct' in limit) return count * 100 <= limit.maxPct * n
      return 'minPct' in limit ? count * 100 >= limit.minPct * n : count >= limit.minCount
    })
  const spread = (rest: number, index: number, counts: PredicateCounts): boolean => {
    const predicate = predicates[index]
    if (predicate === undefined) return rest === 0 && holds(counts)
    if (index === predicates.length - 1) return holds({ ...counts, [predicate]: rest })
    for (let count = rest; count >= 0; count -= 1) {
      if (spread(rest - count, index + 1, { ...counts, [predicate]: count })) return true
    }
    return false
  }
  return spread(n, 0, pool({}).counts)
}

describe('distributions', () => {
  const given = fc.array(fc.constantFrom<(Predicate | null)[]>(...predicates, null), { maxLength: 80 })

  it('count everybody once, whatever the order of people', () => {
    fc.assert(
      fc.property(given, (people) => {
        const found = distributionOf(Object.freeze(people))
        expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0) + found.unrated).toBe(people.length)
        expect(distributionOf(people.toReversed())).toEqual(found)
      }),
    )
  })

  it('never take back "over" when more people are rated', () => {
    fc.assert(
      fc.property(
        given,
        fc.constantFrom(...organisationPredicates),
        fc.constantFrom(...predicates),
        (people, word, next) => {
          fc.pre(people.length >= 10 && people.includes(null))
          const before = checkDistribution(se, word, distributionOf(people))
          const after = checkDistribution(se, word, distributionOf(people.with(people.indexOf(null), next)))
          before.forEach((finding, index) => {
            if (finding.status === 'over') expect(after[index]?.status).toBe('over')
          })
        },
      ),
    )
  })
})

describe('curves of 6/2022', () => {
  it.each(organisationPredicates)('adds up to a whole and peaks at the named predicate: %s', (organisation) => {
    const curve = guideCurve(permen, organisation)
    const shares = predicates.map((predicate) => curve?.[predicate] ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(curve?.[namedPredicate(organisation)]).toBe(Math.max(...shares))
  })

  it('keeps the order of heights of the print', () => {
    const curve = guideCurve(permen, 'good')
    expect(curve?.good).toBeGreaterThan(curve?.['needs-improvement'] ?? 1)
    expect(curve?.['needs-improvement']).toBe(curve?.['very-good'])
    expect(curve?.poor).toBeGreaterThan(curve?.['very-poor'] ?? 1)
  })

  it('draws nothing where the pack has no curve', () => expect(guideCurve(se, 'good')).toBeNull())
})
