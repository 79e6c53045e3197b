import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { kendallW } from '#domain/statistics/agreement/kendall-w.ts'
import { type AlphaMetric, krippendorffAlpha } from '#domain/statistics/agreement/krippendorff-alpha.ts'
import { weightedKappa } from '#domain/statistics/agreement/weighted-kappa.ts'
import { distributionFit } from '#domain/statistics/distribution/distribution-fit.ts'
import { earthMoversDistance } from '#domain/statistics/distribution/earth-movers-distance.ts'
import { mantelHaenszel } from '#domain/statistics/selection/mantel-haenszel.ts'

/*
 * The same figures a second time, straight from their definitions and by other ways than the code takes: slow, plain, and
 * only good for small tables.
 */

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const mark = fc.integer({ min: 1, max: 5 })

describe('Krippendorff alpha from the coincidence matrix', () => {
  const gaps = fc.array(fc.array(fc.option(mark, { freq: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 9,
  })

  /** Squared difference of two of the values 1 … 5, from how often each was given. */
  const difference: Readonly<Record<AlphaMetric, (c: number, k: number, given: readonly number[]) => number>> = {
    nominal: (c, k) => (c === k ? 0 : 1),
    ordinal: (c, k, given) => {
      const [low, high] = [Math.min(c, k), Math.max(c, k)]
      const between = total(given.slice(low, high + 1))
      return (between - ((given[low] ?? 0) + (given[high] ?? 0)) / 2) ** 2
    },
    interval: (c, k) => (c - k) ** 2,
    ratio: (c, k) => ((c - k) / (c + k)) ** 2,
  }

  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)('%s', (metric) => {
    fc.assert(
      fc.property(gaps, (table) => {
        const found = krippendorffAlpha(table, metric, 'published')
        if (found.kind !== 'value') return
        const coincidences = Array.from({ length: 6 }, () => Array(6).fill(0) as number[])
        for (const row of table) {
          const unit = row.filter((value) => value !== null)
          unit.forEach((c, i) => {
            unit.forEach((k, j) => {
              const line = coincidences[c]
              if (i !== j && line) line[k] = (line[k] ?? 0) + 1 / (unit.length - 1)
            })
          })
        }
        const given = coincidences.map(total)
        const n = total(given)
        let [observed, expected] = [0, 0]
        for (let c = 1; c <= 5; c += 1)
          for (let k = 1; k <= 5; k += 1) {
            const apart = difference[metric](c, k, given)
            observed += (coincidences[c]?.[k] ?? 0) * apart
            expected += ((given[c] ?? 0) * (given[k] ?? 0) * apart) / (n - 1)
          }
        expect(found.value).toBeCloseTo(1 - observed / expected, 10)
      }),
    )
  })
})

describe('weighted kappa', () => {
  it('quadratic is one less mean squared difference over that of shuffled pairs', () => {
    const pairs = fc.array(fc.tuple(mark, mark), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)]
        const found = weightedKappa(a, b, [1, 2, 3, 4, 5], 'quadratic')
        if (found.kind !== 'value') return
        const real = total(list.map(([x, y]) => (x - y) ** 2)) / list.length
        const shuffled = total(a.flatMap((x) => b.map((y) => (x - y) ** 2))) / list.length ** 2
        expect(found.value).toBeCloseTo(1 - real / shuffled, 10)
      }),
    )
  })
})

describe("Kendall's W", () => {
  it('without ties is the mean rank correlation of the raters, brought to 0 … 1', () => {
    const orders = fc
      .record({ n: fc.integer({ min: 3, max: 7 }), k: fc.integer({ min: 2, max: 5 }) })
      .chain(({ n, k }) =>
        fc.array(
          fc.shuffledSubarray(
            Array.from({ length: n }, (_, i) => i + 1),
            { minLength: n, maxLength: n },
          ),
          { minLength: k, maxLength: k },
        ),
      )
    fc.assert(
      fc.property(orders, (raters) => {
        const [n, k] = [raters[0]?.length ?? 0, raters.length]
        const found = kendallW(Array.from({ length: n }, (_, i) => raters.map((ranks) => ranks[i] ?? 0)))
        const spearman = raters.flatMap((first, i) =>
          raters
            .slice(i + 1)
            .map((second) => 1 - (6 * total(first.map((rank, p) => (rank - (second[p] ?? 0)) ** 2))) / (n ** 3 - n)),
        )
        const mean = total(spearman) / spearman.length
        expect(found.kind === 'value' ? found.value : found).toBeCloseTo((1 + (k - 1) * mean) / k, 10)
      }),
    )
  })
})

describe('distributions', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })

  it('earth-mover distance is the mean distance of the sorted people from the sorted places', () => {
    fc.assert(
      fc.property(counts, counts, (found, wanted) => {
        const distance = earthMoversDistance(found, wanted)
        if (distance.kind !== 'value') return
        // As many of each as make both lists equally long.
        const spread = (list: readonly number[], times: number) =>
          list.flatMap((count, place) => Array<number>(count * times).fill(place))
        const [people, places] = [spread(found, total(wanted)), spread(wanted, total(found))]
        const moved = total(people.map((place, i) => Math.abs(place - (places[i] ?? 0)))) / people.length
        expect(distance.value).toBeCloseTo(moved, 10)
      }),
    )
  })

  it('chi-square and G are the sums over the categories', () => {
    const fit = distributionFit([10, 16, 18, 8, 4, 4], [5, 15, 30, 30, 15, 5], { smallest: 1 })
    const observed = [10, 16, 18, 8, 4, 4]
    const expected = [3, 9, 18, 18, 9, 3]
    const g = 2 * total(observed.map((o, k) => o * Math.log(o / (expected[k] ?? 1))))
    const chi = total(observed.map((o, k) => (o - (expected[k] ?? 0)) ** 2 / (expected[k] ?? 1)))
    expect(fit).toMatchObject({ kind: 'value', g: expect.closeTo(g, 10), chiSquare: expect.closeTo(chi, 10), df: 5 })
  })
})

describe('selection and many tests', () => {
  it('common odds of one stratum are its cross ratio, and equal strata change nothing', () => {
    const one = { first: { selected: 12, total: 20 }, second: { selected: 9, total: 30 } }
    const odds = (12 * 21) / (8 * 9)
    for (const strata of [[one], [one, one, one]])
      expect(mantelHaenszel(strata)).toMatchObject({ kind: 'value', estimate: expect.closeTo(odds, 12) })
  })

  it('Benjamini and Hochberg reject exactly what their rule rejects, at every level', () => {
    const list = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 99 }), (thousandths, percent) => {
        const p = thousandths.map((value) => value / 1000)
        // A level between the steps, so that no p stands exactly on one.
        const level = percent / 100 + 1e-7
        const rising = p.toSorted((a, b) => a - b)
        const last = rising.findLastIndex((value, m) => value <= ((m + 1) / p.length) * level)
        const limit = last < 0 ? -1 : (rising[last] ?? -1)
        expect(adjustPValues(p, 'bh').map((q) => (q ?? 1) <= level)).toEqual(p.map((value) => value <= limit))
      }),
    )
  })
})
