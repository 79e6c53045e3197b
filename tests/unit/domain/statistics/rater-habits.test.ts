import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteriaSummary } from '#domain/statistics/rater-habits/criteria-summary.ts'
import { haloByRater } from '#domain/statistics/rater-habits/halo-by-rater.ts'
import { spreadByRater } from '#domain/statistics/rater-habits/spread-by-rater.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'
import { oddFigures } from '#tests/support/finite.ts'

const mark = fc.integer({ min: 60, max: 64 })
const raters = fc.array(fc.array(mark, { maxLength: 15 }), { maxLength: 5 })

describe('spread by rater', () => {
  it('never gives NaN; the drawn ratio lies between the raw one and 1', () => {
    fc.assert(
      fc.property(raters, (lists) => {
        const found = spreadByRater(lists.map((scores, i) => ({ rater: `r${i}`, scores })))
        expect(oddFigures(found)).toEqual([])
        for (const { spread } of found) {
          if (spread.kind !== 'value') continue
          const [low, high] = [Math.min(1, spread.rawRatio), Math.max(1, spread.rawRatio)]
          expect(spread.ratio).toBeGreaterThanOrEqual(low - 1e-9)
          expect(spread.ratio).toBeLessThanOrEqual(high + 1e-9)
          expect(spread.q).toBeGreaterThanOrEqual(spread.p)
        }
      }),
    )
  })

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(raters, (lists) => {
        const of = (factor: number) =>
          spreadByRater(lists.map((scores, i) => ({ rater: `r${i}`, scores: scores.map((score) => factor * score) })))
        for (const [i, { spread }] of of(1).entries()) {
          const other = of(4)[i]?.spread
          expect(other?.kind).toBe(spread.kind)
          if (spread.kind === 'value' && other?.kind === 'value') expect(other.ratio).toBeCloseTo(spread.ratio, 9)
        }
      }),
    )
  })

  it('finds the rater who gives nearly everyone the same, and names the one who does so exactly', () => {
    const chance = seededChance(3)
    const usual = (rater: string) => ({ rater, scores: Array.from({ length: 20 }, () => 60 + 40 * chance()) })
    const narrow = { rater: 'narrow', scores: Array.from({ length: 20 }, () => 80 + 2 * chance()) }
    const others = Array.from({ length: 12 }, (_, i) => usual(`r${i}`))
    const found = spreadByRater([narrow, { rater: 'flat', scores: [80, 80, 80, 80, 80] }, ...others])
    expect(found[0]?.spread).toMatchObject({ kind: 'value' })
    if (found[0]?.spread.kind === 'value') {
      expect(found[0].spread.q).toBeLessThan(0.001)
      expect(found[0].spread.high).toBeLessThan(0.5)
    }
    expect(found[1]?.spread).toEqual({ kind: 'no-differentiation', n: 5 })
    expect(spreadByRater([{ rater: 'a', scores: [1, 2, 3, 4] }])[0]?.spread).toMatchObject({ n: 4, required: 5 })
    expect(spreadByRater([{ rater: 'a', scores: [7, 7, 7, 7, 7] }])[0]?.spread).toMatchObject({
      because: 'no-variation',
    })
  })
})

describe('halo by rater', () => {
  const person = fc.array(mark, { minLength: 3, maxLength: 3 })

  it('never gives NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.array(person, { maxLength: 14 }), { maxLength: 4 }), (lists) => {
        const found = haloByRater(lists.map((marks, i) => ({ rater: `r${i}`, marks })))
        expect(oddFigures(found)).toEqual([])
        const all = lists.flat()
        expect(oddFigures(criteriaSummary(all))).toEqual([])
      }),
    )
  })

  it('sees one impression behind all criteria, but not a hard criterion', () => {
    const chance = seededChance(11)
    const apart = () => [70 + 20 * chance(), 70 + 20 * chance(), 50 + 20 * chance(), 70 + 20 * chance()]
    const together = () => {
      const one = 70 + 20 * chance()
      return [one, one + chance(), one - 20 + chance(), one + chance()]
    }
    const raters = [
      { rater: 'halo', marks: Array.from({ length: 12 }, together) },
      ...Array.from({ length: 6 }, (_, i) => ({ rater: `r${i}`, marks: Array.from({ length: 12 }, apart) })),
    ]
    const [halo, other] = haloByRater(raters)
    expect(halo?.halo).toMatchObject({ kind: 'value' })
    if (halo?.halo.kind !== 'value' || other?.halo.kind !== 'value') throw new Error('no figure')
    expect(halo.halo.spreadRatio).toBeLessThan(0.2)
    expect(other.halo.spreadRatio).toBeGreaterThan(0.8)
    expect(halo.halo.correlation).toMatchObject({ kind: 'value' })
    if (halo.halo.correlation.kind === 'value') expect(halo.halo.correlation.z).toBeGreaterThan(3)
  })

  it('says why there is none', () => {
    const three = [
      [1, 2, 3],
      [2, 2, 3],
      [3, 2, 1],
    ]
    expect(haloByRater([{ rater: 'a', marks: three }])[0]?.halo).toMatchObject({ n: 3, required: 4 })
    const two = [
      [1, 2],
      [2, 3],
      [2, 1],
      [4, 4],
    ]
    expect(haloByRater([{ rater: 'a', marks: two }])[0]?.halo).toMatchObject({ n: 2, required: 3 })
    const alike = Array.from({ length: 10 }, () => [5, 5, 5])
    expect(haloByRater([{ rater: 'a', marks: alike }])[0]?.halo).toMatchObject({ because: 'no-variation' })
    // A criterion without differences leaves the correlation undefined, not 0.
    const flat = Array.from({ length: 10 }, (_, i) => [i, 3, (i * 7) % 10])
    expect(haloByRater([{ rater: 'a', marks: flat }])[0]?.halo).toMatchObject({
      correlation: { because: 'one-side-constant' },
    })
  })
})
