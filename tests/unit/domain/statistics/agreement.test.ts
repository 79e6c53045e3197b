import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteIcc } from '#domain/statistics/agreement/incomplete-icc.ts'
import { iccForms, intraclassCorrelation } from '#domain/statistics/agreement/intraclass-correlation.ts'
import { kendallTau } from '#domain/statistics/agreement/kendall-tau.ts'
import { kendallW } from '#domain/statistics/agreement/kendall-w.ts'
import { alphaMetrics, krippendorffAlpha } from '#domain/statistics/agreement/krippendorff-alpha.ts'
import type { RatingTable } from '#domain/statistics/agreement/rating-table.ts'
import { weightedKappa } from '#domain/statistics/agreement/weighted-kappa.ts'
import { oddFigures } from '#tests/support/finite.ts'

const categories = [1, 2, 3, 4, 5]
const mark = fc.constantFrom(...categories)
const figure = fc.oneof(mark, fc.integer({ min: 0, max: 100 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
const tableOf = <Cell>(cell: fc.Arbitrary<Cell>) =>
  fc
    .integer({ min: 0, max: 5 })
    .chain((k) => fc.array(fc.array(cell, { minLength: k, maxLength: k }), { maxLength: 9 }))
const full = fc.oneof(tableOf(mark), tableOf(figure), tableOf(fc.constantFrom(1e99, -1e99, 0, 5e-324)))
const gappy = tableOf(fc.oneof(fc.constant(null), figure))
const twins = fc.array(fc.tuple(mark, mark), { maxLength: 30 })

const figureOf = (outcome: { kind: string; value?: number }) =>
  outcome.kind === 'value' ? outcome.value : outcome.kind
const everyAlpha = (table: RatingTable) =>
  alphaMetrics.flatMap((metric) => [krippendorffAlpha(table, metric), krippendorffAlpha(table, metric, 'published')])

describe('no figure of agreement is ever NaN', () => {
  it('of a full table', () => {
    fc.assert(
      fc.property(full, (table) => {
        expect(oddFigures([intraclassCorrelation(table), kendallW(table), everyAlpha(table)])).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
  it('of a table with gaps', () => {
    fc.assert(
      fc.property(gappy, (table) => {
        expect(oddFigures(everyAlpha(table))).toEqual([])
      }),
    )
    const small = tableOf(fc.oneof(fc.constant(null), mark))
    fc.assert(
      fc.property(small, (table) => {
        expect(oddFigures(incompleteIcc(table))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
  it('of two lists', () => {
    fc.assert(
      fc.property(twins, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const kappas = (['unweighted', 'linear', 'quadratic'] as const).map((w) => weightedKappa(a, b, categories, w))
        expect(oddFigures([kendallTau(a, b), kappas])).toEqual([])
      }),
    )
  })
  it('and the test would see one', () => expect(oddFigures({ a: [1, Number.NaN] })).toEqual(['.a.1: NaN']))
})

describe('intraclass correlation', () => {
  const small = fc.array(fc.array(mark, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 12 })

  it('does not depend on unit, zero, or the order of persons and raters', () => {
    fc.assert(
      fc.property(small, (table) => {
        const before = intraclassCorrelation(table)
        const turned = table.toReversed().map((row) => row.toReversed().map((cell) => 20 * cell + 7))
        const after = intraclassCorrelation(turned)
        for (const form of iccForms) {
          const [first, second] = [figureOf(before[form]), figureOf(after[form])]
          if (typeof first === 'number') expect(second).toBeCloseTo(first, 8)
          else expect(second).toBe(first)
        }
      }),
    )
  })

  it('of one rater lies within its interval and is at most 1', () => {
    fc.assert(
      fc.property(small, (table) => {
        for (const form of ['icc11', 'icc31'] as const) {
          const found = intraclassCorrelation(table)[form]
          if (found.kind !== 'value' || found.interval.kind !== 'value') continue
          expect(found.value).toBeLessThanOrEqual(1)
          expect(found.interval.low - 1e-9).toBeLessThanOrEqual(found.value)
          expect(found.interval.high + 1e-9).toBeGreaterThanOrEqual(found.value)
        }
      }),
    )
  })

  it('says why there is none', () => {
    expect(intraclassCorrelation([]).icc21).toEqual({ kind: 'insufficient-data', n: 0, required: 2 })
    expect(intraclassCorrelation([[1], [2]]).icc21).toEqual({ kind: 'cannot-tell', because: 'two-raters-needed' })
    expect(
      intraclassCorrelation([
        [3, 3],
        [3, 3],
      ]).icc21,
    ).toEqual({ kind: 'cannot-tell', because: 'no-variation' })
    // Everybody has the mean 2: nothing for a mean to be reliable about.
    const turned = intraclassCorrelation([
      [1, 3],
      [3, 1],
    ])
    expect(turned.icc3k).toEqual({ kind: 'cannot-tell', because: 'no-difference-between-persons' })
    expect(figureOf(turned.icc31)).toBe(-1)
  })

  it('of raters who agree but for a constant is 1, with nothing left to test', () => {
    const found = intraclassCorrelation([
      [1, 2],
      [2, 3],
      [5, 6],
    ])
    expect(found.icc31).toMatchObject({
      value: 1,
      interval: { low: 1, high: 1 },
      test: { because: 'nothing-left-over' },
    })
    expect(figureOf(found.icc21)).toBeLessThan(1)
  })

  it('of a table with gaps is that of the full table where none are', () => {
    // Shrout and Fleiss, table 2: a balanced table, whose variance components are those of the mean squares.
    const table = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const [squares, components] = [intraclassCorrelation(table), incompleteIcc(table)]
    for (const form of iccForms) expect(figureOf(components[form])).toBeCloseTo(figureOf(squares[form]) as number, 6)
    const gap = incompleteIcc([...table.slice(0, 5), [6, 2, 4, null]])
    expect(gap.icc21).toMatchObject({ kind: 'value', interval: { because: 'incomplete-table' } })
  })
})

describe("Krippendorff's alpha", () => {
  it('is 1 for full agreement, undefined where everything is one value', () => {
    for (const metric of alphaMetrics) {
      expect(
        figureOf(
          krippendorffAlpha(
            [
              [1, 1, null],
              [4, 4, 4],
            ],
            metric,
          ),
        ),
      ).toBeCloseTo(1, 12)
      expect(
        krippendorffAlpha(
          [
            [2, 2],
            [2, 2],
          ],
          metric,
        ),
      ).toMatchObject({ because: 'no-variation' })
      expect(
        krippendorffAlpha(
          [
            [2, null],
            [null, 3],
          ],
          metric,
        ),
      ).toMatchObject({ kind: 'insufficient-data' })
    }
    expect(
      krippendorffAlpha(
        [
          [-1, 2],
          [3, 3],
        ],
        'ratio',
      ),
    ).toMatchObject({ because: 'negative-values' })
  })

  it('does not depend on order; nominal not on names, ordinal not on distances, interval not on unit, ratio not on size', () => {
    fc.assert(
      fc.property(tableOf(fc.oneof(fc.constant(null), mark)), (table) => {
        const same = (metric: (typeof alphaMetrics)[number], change: (cell: number) => number) => {
          const other = table
            .toReversed()
            .map((row) => row.toReversed().map((cell) => (cell === null ? null : change(cell))))
          const [first, second] = [
            figureOf(krippendorffAlpha(table, metric)),
            figureOf(krippendorffAlpha(other, metric)),
          ]
          if (typeof first === 'number') expect(second).toBeCloseTo(first, 9)
          else expect(second).toBe(first)
        }
        same('nominal', (cell) => (cell * 2) % 5)
        same('ordinal', (cell) => cell ** 3)
        same('interval', (cell) => 10 - 4 * cell)
        same('ratio', (cell) => cell * 7)
      }),
    )
  })

  it('by the published formula differs from that of the R package only in full tables of three and more', () => {
    const table = [
      [1, 2, 1],
      [3, 3, 2],
      [5, 4, 5],
    ]
    const both = (given: RatingTable) =>
      (['irr', 'published'] as const).map((convention) => figureOf(krippendorffAlpha(given, 'interval', convention)))
    const [irr, published] = both(table)
    expect(irr).not.toBe(published)
    const [first, second] = both([...table, [2, null, 2]])
    expect(first).toBe(second)
    const [one, other] = both(table.map((row) => row.slice(0, 2)))
    expect(one).toBe(other)
  })
})

describe("Kendall's tau-b and W", () => {
  it('tau is that of counting every pair', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark), { minLength: 2, maxLength: 30 }), (pairs) => {
        const found = kendallTau(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
        )
        let [surplus, first, second] = [0, 0, 0]
        for (const [i, [x, y]] of pairs.entries()) {
          for (const [u, v] of pairs.slice(i + 1)) {
            surplus += Math.sign(x - u) * Math.sign(y - v)
            first += Math.abs(Math.sign(x - u))
            second += Math.abs(Math.sign(y - v))
          }
        }
        if (found.kind === 'value') expect(found.value).toBeCloseTo(surplus / Math.sqrt(first * second), 12)
        else expect(first * second).toBe(0)
      }),
    )
  })

  it('turn their sign with one list, keep it with any rising change, and stay within −1 and 1', () => {
    fc.assert(
      fc.property(twins, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const found = kendallTau(a, b)
        if (found.kind !== 'value') return
        expect(Math.abs(found.value)).toBeLessThanOrEqual(1)
        expect(
          figureOf(
            kendallTau(
              a,
              b.map((y) => -y),
            ),
          ),
        ).toBeCloseTo(-found.value, 12)
        expect(
          figureOf(
            kendallTau(
              a.map((x) => x ** 5),
              b,
            ),
          ),
        ).toBeCloseTo(found.value, 12)
      }),
    )
  })

  it('say why there is none', () => {
    expect(kendallTau([1], [2])).toEqual({ kind: 'insufficient-data', n: 1, required: 2 })
    expect(kendallTau([1, 1, 1], [1, 2, 3])).toEqual({ kind: 'cannot-tell', because: 'one-side-constant' })
    expect(
      kendallW([
        [4, 4],
        [4, 4],
      ]),
    ).toEqual({ kind: 'cannot-tell', because: 'no-variation' })
    expect(() => kendallTau([1, 2], [1])).toThrow('E-ARG')
  })

  it('W is 1 for the same order, 0 for opposite ones', () => {
    expect(
      kendallW([
        [1, 10],
        [2, 20],
        [3, 30],
      ]),
    ).toMatchObject({ value: 1, chiSquare: 4, df: 2 })
    expect(
      kendallW([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toMatchObject({ value: 0, p: 1 })
  })

  it('looks at 20,000 persons without comparing every pair', () => {
    const first = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 997)
    const started = performance.now()
    expect(figureOf(kendallTau(first, first))).toBeCloseTo(1, 12)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('weighted kappa', () => {
  it('is undefined of two constant raters, 0 and not informative of one', () => {
    expect(weightedKappa([3, 3], [3, 3], categories, 'quadratic')).toMatchObject({ because: 'both-raters-constant' })
    expect(weightedKappa([3, 3], [2, 4], categories, 'quadratic')).toMatchObject({ value: 0, informative: false })
    expect(weightedKappa([], [], categories, 'linear')).toMatchObject({ kind: 'insufficient-data' })
    expect(() => weightedKappa([9], [1], categories, 'linear')).toThrow('E-ARG')
  })

  it('is 1 for full agreement and the same from either side; more categories do not change the quadratic', () => {
    fc.assert(
      fc.property(twins, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const found = figureOf(weightedKappa(a, b, categories, 'quadratic'))
        const [turned, wider] = [
          figureOf(weightedKappa(b, a, categories, 'quadratic')),
          figureOf(weightedKappa(a, b, [0, ...categories, 6], 'quadratic')),
        ]
        if (typeof found !== 'number') {
          expect([turned, wider]).toEqual([found, found])
          return
        }
        expect(turned).toBeCloseTo(found, 10)
        expect(wider).toBeCloseTo(found, 10)
        const own = weightedKappa(a, a, categories, 'quadratic')
        if (own.kind === 'value') expect(own.value).toBeCloseTo(1, 12)
      }),
    )
  })
})
