import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dealt, dealDossiers, groupsOf } from '#domain/panel/deal-dossiers.ts'
import { codesFor, drawSample, type Listed } from '#domain/panel/draw-sample.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'

const office = (sizes: readonly number[]): Listed[] =>
  sizes.flatMap((size, team) =>
    Array.from({ length: size }, (_, index) => ({ employee: `t${team}e${index}`, team: `t${team}` })),
  )
const people = (count: number): Dealt[] =>
  Array.from({ length: count }, (_, index) => ({
    panelist: `p${index}`,
    employee: null,
    team: null,
    related: new Set(),
  }))

const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 25 })
const seed = fc.integer({ min: 0, max: 1_000_000 })

describe('systematic sample', () => {
  it('gives every team the whole number below or above its share, everybody at most once', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.01, max: 1, noNaN: true }), seed, (teams, share, at) => {
        const listed = office(teams)
        const wanted = Math.max(1, Math.floor(share * listed.length))
        const drawn = drawSample(listed, wanted, seededChance(at))
        expect(drawn).toHaveLength(wanted)
        expect(new Set(drawn.map(({ employee }) => employee)).size).toBe(wanted)
        for (const [team, size] of teams.entries()) {
          const found = drawn.filter((one) => one.team === `t${team}`).length
          const exact = (wanted * size) / listed.length
          expect(found).toBeGreaterThanOrEqual(Math.floor(exact + 1e-9))
          expect(found).toBeLessThanOrEqual(Math.ceil(exact - 1e-9))
        }
      }),
    )
  })

  it('is the same for the same seed whatever the order of the list, and another for another seed', () => {
    const listed = office([8, 9, 10, 11, 12])
    const draw = (list: readonly Listed[], at: number) => drawSample(list, 12, seededChance(at))
    expect(draw(listed.toReversed(), 5)).toEqual(draw(listed, 5))
    expect(draw(listed, 6)).not.toEqual(draw(listed, 5))
  })

  it('draws everybody equally often', () => {
    const listed = office([3, 7, 20])
    const counts = new Map(listed.map(({ employee }) => [employee, 0]))
    for (let at = 0; at < 3_000; at += 1)
      for (const { employee } of drawSample(listed, 6, seededChance(at)))
        counts.set(employee, (counts.get(employee) ?? 0) + 1)
    // 600 expected, standard deviation 22.
    for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(110)
  })

  it('refuses more dossiers than people, none, and a person listed twice', () => {
    const listed = office([3])
    for (const wanted of [0, 4, 1.5]) expect(() => drawSample(listed, wanted, seededChance(1))).toThrow('E-ARG')
    expect(() => drawSample([...listed, ...listed], 1, seededChance(1))).toThrow('E-ARG')
    expect(codesFor(120)[0]).toBe('P-001')
  })
})

describe('dealing', () => {
  it('gives each dossier two different panelists, even loads, and one connected panel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(2, 3),
        seed,
        (k, n, each, at) => {
          fc.pre(k >= each && n >= k)
          const { assignments, unavoidable } = dealDossiers(office([n]), people(k), each, seededChance(at))
          expect(assignments).toHaveLength(n * each)
          expect(new Set(assignments.map((one) => `${one.employee} ${one.panelist}`)).size).toBe(n * each)
          const loads = people(k).map(({ panelist }) => assignments.filter((one) => one.panelist === panelist).length)
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
          expect(groupsOf(assignments)).toBe(1)
          expect(unavoidable).toEqual([])
        },
      ),
    )
  })

  it('never gives a person the own dossier or one of somebody he or she rates', () => {
    const listed = office([6, 6, 6])
    const panel: Dealt[] = [
      { panelist: 'p0', employee: 't0e0', team: 't0', related: new Set() },
      { panelist: 'p1', employee: 't1', team: 'boss', related: new Set() },
      ...people(4).slice(2),
    ]
    const { assignments } = dealDossiers(listed, panel, 2, seededChance(3))
    expect(assignments.some((one) => one.panelist === 'p0' && one.employee === 't0e0')).toBe(false)
    expect(assignments.some((one) => one.panelist === 'p1' && one.employee.startsWith('t1'))).toBe(false)
    // Control: others do score the team of p1.
    expect(assignments.filter((one) => one.employee.startsWith('t1'))).toHaveLength(12)
  })

  it('avoids the own team and declared relations, and names those it could not avoid', () => {
    const listed = office([6, 6])
    const close: Dealt[] = [
      { panelist: 'p0', employee: 't0e9', team: 't0', related: new Set(['t1e0']) },
      ...people(5).slice(1),
    ]
    const avoided = dealDossiers(listed, close, 2, seededChance(3))
    expect(avoided.unavoidable).toEqual([])
    expect(avoided.assignments.some((one) => one.panelist === 'p0' && one.employee.startsWith('t0'))).toBe(false)
    expect(avoided.assignments.some((one) => one.panelist === 'p0' && one.employee === 't1e0')).toBe(false)
    const two = dealDossiers(listed, close.slice(0, 2), 2, seededChance(3))
    expect(two.unavoidable).toHaveLength(7)
  })

  it('refuses a panel of one, a dossier too few may score, and panelists without a dossier in common', () => {
    expect(() => dealDossiers(office([4]), people(1), 2, seededChance(1))).toThrow('E-PANEL-FEW')
    expect(() => dealDossiers(office([4]), people(3), 1, seededChance(1))).toThrow('E-ARG')
    expect(() => dealDossiers(office([2]), people(6), 2, seededChance(1))).toThrow('E-PANEL-UNCONNECTED')
    const rater: Dealt = { panelist: 'p0', employee: 't0', team: null, related: new Set() }
    expect(() => dealDossiers(office([4]), [rater, ...people(2).slice(1)], 2, seededChance(1))).toThrow('E-PANEL-DEAL')
  })
})
