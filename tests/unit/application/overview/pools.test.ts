import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocksOf } from '#application/overview/clocks.ts'
import { poolsOf, poolUnitOf } from '#application/overview/pools.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { type OrganisationPredicate, type Predicate, predicates } from '#domain/model/levels.ts'
import type { Unit } from '#domain/model/unit.ts'
import type { PolicyPack } from '#domain/rules/policy-pack.ts'

const unit = (id: string, position: number) =>
  ({ id, parentId: null, name: `Unit ${id}`, shortName: '', position }) as Unit
const units = ['a', 'b', 'c'].map(unit)

const pack = {
  limits: {
    good: [
      { sum: ['good'], maxPct: 70 },
      { sum: ['needs-improvement', 'poor'], minCount: 1 },
    ],
  },
  curves: null,
} as unknown as PolicyPack

const person = (unitId: string | null, predicate: Predicate | null, rated = true, supervisorId: string | null = null) =>
  ({ facts: { unitId, supervisorId, rated, decision: null }, predicate }) as unknown as StaffRow

const pools = (people: readonly StaffRow[], results: readonly (readonly [string, OrganisationPredicate])[]) =>
  poolsOf(people, {
    units,
    results: new Map(results),
    reasons: new Map(),
    unitOf: poolUnitOf(new Map()),
    packs: [pack],
  })

const many = (unitId: string, predicate: Predicate | null, count: number) =>
  Array.from({ length: count }, () => person(unitId, predicate))

describe('poolsOf', () => {
  it('finds the departures of the published pattern, and asks for a reason from ten people on', () => {
    const [pool] = pools([...many('a', 'good', 29), ...many('a', 'very-good', 11)], [['a', 'good']])
    expect(pool?.limits.map((limit) => limit.status)).toEqual(['over', 'under'])
    expect(pool?.departs).toBe(true)
    const [small] = pools(many('a', 'good', 9), [['a', 'good']])
    expect(small).toMatchObject({ small: true, departs: false })
  })

  it('says nothing for certain about a lowest number while somebody is unrated', () => {
    const [pool] = pools([...many('a', 'good', 10), ...many('a', 'very-good', 9), person('a', null)], [['a', 'good']])
    expect(pool).toMatchObject({ people: 20, rated: 19, departs: false })
    expect(pool?.limits.map((limit) => limit.status)).toEqual(['conforms', 'open'])
  })

  it('joins units only when they carry the same predicate, and leaves out whose unit has none', () => {
    const people = [...many('a', 'good', 4), ...many('b', 'good', 3), ...many('c', 'good', 2)]
    const found = pools(people, [
      ['a', 'good'],
      ['b', 'good'],
      ['c', 'excellent'],
    ])
    expect(found.map((pool) => [pool.id, pool.people])).toEqual([
      ['all-good', 7],
      ['a', 4],
      ['b', 3],
      ['c', 2],
    ])
    expect(pools(people, [['a', 'good']]).map((pool) => pool.id)).toEqual(['a'])
  })

  it('counts the final predicate of a decision, else the supervisor’s', () => {
    const decided = {
      ...person('a', 'good'),
      facts: { ...person('a', 'good').facts, decision: { finalPredicate: 'poor' } },
    }
    const [pool] = pools([decided as StaffRow, person('a', 'good')], [['a', 'good']])
    expect(pool?.counts).toMatchObject({ good: 1, poor: 1 })
  })

  it('takes the unit the rater leads before the own one, and the own one for a rater from outside', () => {
    const unitOf = poolUnitOf(new Map([['head', 'b']]))
    expect(unitOf(person('a', null, true, 'head'))).toBe('b')
    expect(unitOf(person('a', null, true, 'regent'))).toBe('a')
    expect(unitOf(person('a', null))).toBe('a')
  })

  it('is the same whatever the order of the people, and never loses or doubles one', () => {
    const someone = fc.record({
      unitId: fc.constantFrom('a', 'b', 'c'),
      predicate: fc.option(fc.constantFrom(...predicates), { nil: null }),
      rated: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 50 }), (list) => {
        const people = list.map((one) => person(one.unitId, one.predicate, one.rated))
        const results = [
          ['a', 'good'],
          ['b', 'good'],
          ['c', 'poor'],
        ] as const
        const found = pools(people, results)
        expect(pools(people.toReversed(), results)).toEqual(found)
        const inUnits = found.filter((pool) => pool.kind === 'unit').reduce((sum, pool) => sum + pool.people, 0)
        expect(inUnits).toBe(list.filter((one) => one.rated).length)
      }),
    )
  })
})

describe('clocksOf', () => {
  const agency = { workingWeek: 'monday-friday', zone: 'WIB' } as const
  const clock = (kind: string, today: string, closedAt: string | null = null) =>
    clocksOf({ windowEndsOn: '2027-01-29' }, agency, { closedAt }, today).find((each) => each.kind === kind)

  it('counts thirty working days from the end of the window to the report', () => {
    expect(clock('report', '2027-01-29')).toMatchObject({ dueOn: '2027-03-12', left: 30, state: 'running' })
    expect(clock('report', '2027-03-15')).toMatchObject({ left: -1, state: 'passed' })
  })

  it('starts the hand-over on the agency’s day of closing, not on that of the universal clock', () => {
    // 18.30 UTC on Sunday is Monday, 4 January in WIB: fourteen working days to Friday, 22 January.
    expect(clock('handover', '2027-01-04', '2027-01-03T18:30:00.000Z')).toMatchObject({
      startsOn: '2027-01-04',
      dueOn: '2027-01-22',
    })
    expect(clock('handover', '2027-01-04')).toMatchObject({ state: 'waiting', dueOn: null })
  })
})
