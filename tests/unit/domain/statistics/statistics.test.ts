import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean } from '#domain/statistics/mean.ts'
import { median } from '#domain/statistics/median.ts'
import { quantile } from '#domain/statistics/quantile.ts'
import { standardDeviation } from '#domain/statistics/standard-deviation.ts'
import type { Statistic } from '#domain/statistics/statistic.ts'

const figureOf = (found: Statistic) => {
  if (found.kind !== 'value') throw new Error(`no value from ${found.n} figures`)
  return found.value
}
const statistics = {
  mean,
  median,
  standardDeviation,
  'lower quartile': (values: readonly number[]) => quantile(values, 0.25),
} as const
const eight = Object.freeze([72.5, 81, 93.25, 88, 60, 77.75, 99, 81])

describe('known values', () => {
  // numpy 2 on the same eight figures: mean, median, std(ddof=1), quantile (linear, which is type 7).
  it('agree with numpy', () => {
    expect(figureOf(mean(eight))).toBe(81.5625)
    expect(figureOf(median(eight))).toBe(81)
    expect(figureOf(standardDeviation(eight))).toBeCloseTo(12.214416248258214, 12)
    const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
    const expected = [60, 68.75, 76.4375, 81, 89.3125, 94.975, 99]
    shares.forEach((share, index) => {
      expect(figureOf(quantile(eight, share))).toBeCloseTo(expected[index] ?? Number.NaN, 12)
    })
  })

  // R: quantile(c(1, 3, 4, 9), 1:3 / 4) with the default type 7.
  it('agree with the textbook example of type 7', () => {
    expect([0.25, 0.5, 0.75].map((share) => figureOf(quantile([9, 1, 4, 3], share)))).toEqual([2.5, 3.5, 5.25])
  })

  it('keep their number of figures', () => expect(mean(eight)).toEqual({ kind: 'value', value: 81.5625, n: 8 }))
})

describe('too little', () => {
  it('is said, with how much is needed', () => {
    const nothing = { kind: 'insufficient-data', n: 0, required: 1 }
    expect([mean([]), median([]), quantile([], 0.3)]).toEqual([nothing, nothing, nothing])
    expect(standardDeviation([80])).toEqual({ kind: 'insufficient-data', n: 1, required: 2 })
    expect(figureOf(median([80]))).toBe(80)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e101])('is not the same as %d, which is refused', (odd) => {
    for (const statistic of Object.values(statistics)) expect(() => statistic([1, odd, 3])).toThrow('E-ARG')
  })

  it.each([-0.01, 1.01, Number.NaN])('has no quantile at %d', (share) => {
    expect(() => quantile([1, 2], share)).toThrow('E-ARG')
  })
})

describe('every statistic', () => {
  const figure = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: 0, max: 100 }),
    fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  )
  const figures = fc.array(figure, { minLength: 2, maxLength: 40 })
  const shuffled = figures.chain((values) =>
    fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
  )

  it.each(Object.entries(statistics))('%s: the order of people changes nothing, to the last bit', (_, statistic) => {
    fc.assert(
      fc.property(shuffled, ([values, other]) => {
        expect(statistic(Object.freeze(other))).toEqual(statistic(Object.freeze(values)))
      }),
    )
  })

  it('knows no difference between zero and minus zero', () => {
    for (const statistic of Object.values(statistics)) expect(statistic([0, -0])).toEqual(statistic([-0, 0]))
    expect(figureOf(mean([-0]))).toBe(0)
  })

  it.each(Object.entries(statistics))('%s: finite for finite figures', (_, statistic) => {
    fc.assert(
      fc.property(figures, (values) => {
        expect(Number.isFinite(figureOf(statistic(values)))).toBe(true)
      }),
    )
  })

  it('stays within the figures, and has no spread where all are equal', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        for (const found of [mean(values), median(values), quantile(values, share)]) {
          expect(figureOf(found)).toBeGreaterThanOrEqual(Math.min(...values))
          expect(figureOf(found)).toBeLessThanOrEqual(Math.max(...values))
        }
      }),
    )
    fc.assert(
      fc.property(figure, fc.integer({ min: 2, max: 30 }), (value, n) => {
        expect(figureOf(standardDeviation(Array<number>(n).fill(value)))).toBe(0)
      }),
    )
  })

  it('moves with its figures: shifting shifts all but the spread, doubling doubles all', () => {
    const whole = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(whole, fc.integer({ min: -500, max: 500 }), (values, step) => {
        const moved = values.map((value) => value + step)
        const doubled = values.map((value) => value * 2)
        for (const [name, statistic] of Object.entries(statistics)) {
          const before = figureOf(statistic(values))
          expect(figureOf(statistic(moved))).toBeCloseTo(name === 'standardDeviation' ? before : before + step, 8)
          expect(figureOf(statistic(doubled))).toBeCloseTo(before * 2, 8)
        }
      }),
    )
  })

  it('grows with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(figures, share, share, (values, one, two) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)]
        const bounded = values.map((value) => Math.min(1e6, Math.max(-1e6, value)))
        expect(figureOf(quantile(bounded, low))).toBeLessThanOrEqual(figureOf(quantile(bounded, high)) + 1e-9)
      }),
    )
  })

  it('median agrees with the middle of the sorted figures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 21 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
        expect(figureOf(median(values))).toBe(middle.reduce((sum, value) => sum + value, 0) / middle.length)
      }),
    )
  })
})
