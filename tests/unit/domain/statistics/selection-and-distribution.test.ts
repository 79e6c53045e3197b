import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { connectedGroups } from '#domain/statistics/connected-groups.ts'
import { distributionFit } from '#domain/statistics/distribution/distribution-fit.ts'
import { earthMoversDistance } from '#domain/statistics/distribution/earth-movers-distance.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'
import { fisherExact } from '#domain/statistics/selection/fisher-exact.ts'
import { impactRatios } from '#domain/statistics/selection/impact-ratio.ts'
import { mantelHaenszel } from '#domain/statistics/selection/mantel-haenszel.ts'
import { oddFigures } from '#tests/support/finite.ts'

const selection = fc
  .integer({ min: 0, max: 60 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((selected) => ({ selected, total })))
const groups = fc.array(selection, { maxLength: 5 }).map((list) => list.map((one, i) => ({ ...one, group: `g${i}` })))

describe('selection', () => {
  it('never gives NaN, and suppresses small groups', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 12 }), (list, smallest) => {
        const found = impactRatios(list, smallest)
        expect(oddFigures(found)).toEqual([])
        for (const { total, impact } of found) {
          if (total < smallest) expect(impact.kind).toBe('insufficient-data')
          if (impact.kind !== 'value') continue
          expect(impact.ratio).toBeLessThanOrEqual(1)
          expect(impact.ratio).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('uses the exact test where a cell is small, and flags only below four fifths', () => {
    const [few] = impactRatios([
      { group: 'a', selected: 1, total: 12 },
      { group: 'b', selected: 11, total: 12 },
    ])
    expect(few?.impact).toMatchObject({ comparison: { reference: 'b', flagged: true } })
    // scipy 1.17, fisher_exact.
    const p = few?.impact.kind === 'value' ? few.impact.comparison?.exactP : null
    expect(p).toBeCloseTo(0.00010724233365234844, 14)
    expect(fisherExact({ selected: 7, total: 32 }, { selected: 3, total: 43 })).toBeCloseTo(0.08718396801006247, 13)
    expect(fisherExact({ selected: 3, total: 13 }, { selected: 2, total: 57 })).toBeCloseTo(0.04118792228117722, 13)
    const [close] = impactRatios([
      { group: 'a', selected: 850, total: 1000 },
      { group: 'b', selected: 990, total: 1000 },
    ])
    expect(close?.impact).toMatchObject({ comparison: { exactP: null, flagged: false } })
    expect(() => impactRatios([{ group: 'a', selected: 3, total: 2 }])).toThrow('E-ARG')
  })

  it('exact p is the same from either side and between 0 and 1', () => {
    fc.assert(
      fc.property(selection, selection, (first, second) => {
        const p = fisherExact(first, second)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(fisherExact(second, first)).toBeCloseTo(p, 10)
      }),
    )
  })

  it('common odds turn over with the groups and are 1 where rates are equal', () => {
    const strata = fc.array(fc.record({ first: selection, second: selection }), { maxLength: 6 })
    fc.assert(
      fc.property(strata, (list) => {
        const found = mantelHaenszel(list)
        const turned = mantelHaenszel(list.map(({ first, second }) => ({ first: second, second: first })))
        expect(oddFigures([found])).toEqual([])
        if (found.kind !== 'value') {
          expect(turned).toEqual(found)
          return
        }
        expect(turned).toMatchObject({ kind: 'value', strata: found.strata })
        if (turned.kind === 'value') expect(turned.estimate * found.estimate).toBeCloseTo(1, 8)
      }),
    )
    const even = { selected: 4, total: 10 }
    expect(mantelHaenszel([{ first: even, second: even }])).toMatchObject({ estimate: 1, chiSquare: 0, p: 1 })
    expect(mantelHaenszel([])).toEqual({ kind: 'cannot-tell', because: 'no-common-stratum' })
  })
})

describe('distribution', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 })
  const counts = shares.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: list.length, maxLength: list.length }),
    ),
  )

  it('never gives NaN, and no distance between equal shares', () => {
    fc.assert(
      fc.property(counts, ([recommended, found]) => {
        const fit = distributionFit(found, recommended, { draws: 20 })
        const distance = earthMoversDistance(found, recommended)
        expect(oddFigures([fit, distance])).toEqual([])
        const own = earthMoversDistance(found, found)
        if (own.kind === 'value') expect(own.value).toBeCloseTo(0, 12)
        if (distance.kind === 'value') {
          expect(distance.value).toBeLessThanOrEqual(recommended.length - 1 + 1e-12)
          expect(distance.value + 1e-12).toBeGreaterThanOrEqual(distance.movedShare)
        }
      }),
    )
  })

  it('draws the same p for the same seed, near the exact one', () => {
    const fitted = (seed: number) => distributionFit([12, 3, 5], [1, 1, 1], { seed, smallest: 10 })
    expect(fitted(1)).toEqual(fitted(1))
    expect(fitted(1)).toMatchObject({ drawn: null })
    const few = (seed: number) => distributionFit([9, 1], [3, 7], { seed, smallest: 10 })
    expect(few(4)).toEqual(few(4))
    const found = few(4)
    // Exact: the binomial chance of 0 … 10 at least as far from 3 as 9 is: P(X ≥ 9) = 0.0001437.
    if (found.kind !== 'value' || found.drawn === null) throw new Error('not drawn')
    expect(found.drawn.pChiSquare).toBeLessThan(0.0008)
    expect(found.drawn.pChiSquare).toBeGreaterThan(0)
  })

  it('says why there is none', () => {
    expect(distributionFit([5, 5], [1, 1])).toEqual({ kind: 'insufficient-data', n: 10, required: 20 })
    expect(distributionFit([15, 15], [1, 0])).toMatchObject({ because: 'impossible-category' })
    expect(distributionFit([30, 0], [1, 0])).toMatchObject({ because: 'no-variation' })
    expect(earthMoversDistance([0, 0], [1, 1])).toMatchObject({ kind: 'insufficient-data' })
    expect(() => distributionFit([1.5, 30], [1, 1])).toThrow('E-ARG')
  })
})

describe('corrected p values', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true })

  it('never fall below the p value, keep its order, and leave gaps alone', () => {
    fc.assert(
      fc.property(fc.array(fc.option(p), { maxLength: 30 }), (values) => {
        for (const method of ['bh', 'by', 'holm'] as const) {
          const adjusted = adjustPValues(values, method)
          expect(oddFigures(adjusted)).toEqual([])
          for (const [index, value] of values.entries()) {
            if (value === null) expect(adjusted[index]).toBeNull()
            else expect(adjusted[index]).toBeGreaterThanOrEqual(value)
          }
          const without = adjustPValues(
            values.filter((value) => value !== null),
            method,
          )
          expect(adjusted.filter((value) => value !== null)).toEqual(without)
        }
      }),
    )
  })

  it('refuse what is no probability', () => expect(() => adjustPValues([1.2], 'bh')).toThrow('E-ARG'))
})

describe('connected groups', () => {
  it('join through shared persons', () => {
    const groups = connectedGroups([
      { from: 'p1', to: 'A' },
      { from: 'p1', to: 'B' },
      { from: 'p2', to: 'B' },
      { from: 'p3', to: 'C' },
    ])
    expect(groups).toEqual([
      { from: ['p1', 'p2'], to: ['A', 'B'] },
      { from: ['p3'], to: ['C'] },
    ])
  })

  it('hold every name once, whatever the order of the links', () => {
    const link = fc.record({ from: fc.constantFrom('1', '2', '3', '4', '5'), to: fc.constantFrom('A', 'B', 'C', 'D') })
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const groups = connectedGroups(links)
        expect(groups.flatMap(({ to }) => to).toSorted()).toEqual([...new Set(links.map(({ to }) => to))].toSorted())
        expect(connectedGroups(links.toReversed())).toHaveLength(groups.length)
      }),
    )
  })
})

describe('seeded chance', () => {
  it('repeats itself, stays within 0 and 1, and differs between seeds', () => {
    const draw = (seed: number) => Array.from({ length: 100 }, seededChance(seed))
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true)
  })
})
