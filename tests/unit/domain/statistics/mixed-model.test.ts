import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { columnTable } from '#domain/statistics/column-table.ts'
import type { MixedFit } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'
import { type DenseModel, denseDeletion, denseModel, densePrediction } from '#tests/support/dense-model.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

interface Row {
  readonly g: string
  readonly h: string
  readonly x: number
  readonly y: number
}

/**
 * A small office: seven supervisors, four judges, one covariate; differences between groups from none to large. From a
 * seed, because figures that shrink towards a single value stop being data.
 */
function officeOf(seed: number, size: number): readonly Row[] {
  const { normal, below } = seededFigures(seed)
  const spread = () => [0, 0.5, 2][below(3)] ?? 0
  const draw = (count: number, sd: number) => Array.from({ length: count }, () => sd * normal())
  const groups = draw(7, spread())
  const slopes = draw(7, spread())
  const judges = draw(4, spread())
  return Array.from({ length: size }, () => {
    const g = below(7)
    const h = below(4)
    const x = 2 * normal() + 3
    const y = 2 + 0.5 * x + (groups[g] ?? 0) + 0.4 * (slopes[g] ?? 0) * x + (judges[h] ?? 0) + normal()
    return { g: `g${g}`, h: `h${h}`, x, y }
  })
}

const rowsOf = (least = 18) =>
  fc
    .record({ seed: fc.integer({ min: 1, max: 1e9 }), size: fc.integer({ min: least, max: 45 }) })
    .map(({ seed, size }) => officeOf(seed, size))

const tableOf = (rows: readonly Row[]) =>
  columnTable(
    ['g', 'h', 'x', 'y'],
    rows.map(({ g, h, x, y }) => [g, h, x, y]),
  )

function fitted(rows: readonly Row[], formula: string): MixedFit | null {
  const fit = mixedModelOfTable(tableOf(rows), formula)
  return fit.kind === 'fitted' ? fit : null
}

/** What each random column says of a row; `null` entries of the covariance are those the formula leaves out. */
const columnsOf: Readonly<Record<string, (row: Row) => number>> = { '(Intercept)': () => 1, x: (row) => row.x }
const groupOf = (row: Row, group: string) => (group === 'g' ? row.g : group === 'h' ? row.h : `${row.h}:${row.g}`)

function covarianceBetween(fit: MixedFit, group: string, first: string, second: string): number {
  if (first === second) return fit.variance.find((one) => one.group === group && one.term === first)?.variance ?? 0
  const pair = fit.covariance.find(
    (one) => one.group === group && [one.term, one.with].toSorted().join() === [first, second].toSorted().join(),
  )
  return pair?.covariance ?? 0
}

function denseOf(rows: readonly Row[], fit: MixedFit): DenseModel {
  const covariance = Matrix.zeros(rows.length, rows.length)
  rows.forEach((one, i) => {
    rows.forEach((other, j) => {
      let sum = i === j ? fit.residualVariance : 0
      for (const a of fit.variance)
        for (const b of fit.variance)
          if (a.group === b.group && groupOf(one, a.group) === groupOf(other, a.group))
            sum +=
              covarianceBetween(fit, a.group, a.term, b.term) *
              (columnsOf[a.term]?.(one) ?? 0) *
              (columnsOf[b.term]?.(other) ?? 0)
      covariance.set(i, j, sum)
    })
  })
  return denseModel(
    rows.map((row) => row.y),
    rows.map((row) => fit.fixed.map(({ term }) => columnsOf[term]?.(row) ?? 0)),
    covariance,
  )
}

function expectDense(rows: readonly Row[], fit: MixedFit): void {
  const dense = denseOf(rows, fit)
  const sigma = Math.sqrt(fit.residualVariance)
  expect(fit.logLik).toBeCloseTo(dense.logLik, 6)
  fit.fixed.forEach(({ estimate, se }, k) => {
    expect(Math.abs(estimate - (dense.coefficients[k] ?? Number.NaN))).toBeLessThan(1e-6 * sigma)
    expect(Math.abs(se / Math.sqrt(dense.covariance.get(k, k)) - 1)).toBeLessThan(1e-6)
  })
  for (const effect of fit.effects) {
    const terms = fit.variance.filter((one) => one.group === effect.group)
    const withRows = rows.map((row) =>
      groupOf(row, effect.group) === effect.level
        ? terms.reduce(
            (sum, one) =>
              sum + covarianceBetween(fit, effect.group, effect.term, one.term) * (columnsOf[one.term]?.(row) ?? 0),
            0,
          )
        : 0,
    )
    const own = densePrediction(dense, withRows, covarianceBetween(fit, effect.group, effect.term, effect.term))
    expect(Math.abs(effect.estimate - own.estimate)).toBeLessThan(1e-5 * sigma)
    expect(Math.abs(effect.conditionalSd ** 2 - own.conditionalVariance)).toBeLessThan(1e-6 * sigma ** 2)
    expect(Math.abs(effect.predictionSd ** 2 - own.predictionVariance)).toBeLessThan(1e-6 * sigma ** 2)
  }
  fit.deletion().forEach((found, row) => {
    if (found === null) return
    const own = denseDeletion(dense, row)
    expect(Math.abs(found.residual - own.residual)).toBeLessThan(1e-5 * own.sd)
    expect(Math.abs(found.sd / own.sd - 1)).toBeLessThan(1e-6)
  })
}

const formulas = [
  'y ~ x + (1 | g)',
  'y ~ 1 + (x | g)',
  'y ~ x + (x || g)',
  'y ~ x + (1 | g) + (1 | h)',
  'y ~ 1 + (x | g) + (1 | h)',
  'y ~ x + (1 | g) + (x | h)',
  'y ~ 1 + (1 | g / h)',
] as const

describe('a fit by elimination', () => {
  it.each(formulas)('equals the dense computation: %s', (formula) => {
    fc.assert(
      fc.property(rowsOf(), (rows) => {
        const fit = fitted(rows, formula)
        fc.pre(fit !== null)
        if (fit !== null) expectDense(rows, fit)
      }),
      { numRuns: 15 },
    )
  })

  it.each(formulas)('is not beaten by other variances: %s', (formula) => {
    const change = fc.double({ min: 0.7, max: 1.4, noNaN: true })
    fc.assert(
      fc.property(rowsOf(20), fc.array(change, { minLength: 4, maxLength: 4 }), (rows, changes) => {
        const fit = fitted(rows, formula)
        fc.pre(fit !== null)
        if (fit === null) return
        const [residual = 1, ...others] = changes
        const other = {
          ...fit,
          residualVariance: fit.residualVariance * residual,
          variance: fit.variance.map((one, k) => ({ ...one, variance: one.variance * (others[k] ?? 1) + 0.001 })),
          covariance: fit.covariance.map((one) => ({ ...one, covariance: one.covariance * 0.5 })),
        }
        expect(denseOf(rows, other).logLik).toBeLessThanOrEqual(fit.logLik + 1e-6)
      }),
      { numRuns: 12 },
    )
  })
})

describe('what must not matter', () => {
  const compared = (fit: MixedFit | null, unit = 1) =>
    fit === null
      ? null
      : [
          fit.residualVariance / unit ** 2,
          ...fit.variance.map((one) => one.variance / unit ** 2),
          ...fit.effects.map((one) => one.estimate / unit),
          ...fit.effects.map((one) => one.predictionSd / unit),
        ]
  const expectAlike = (first: readonly number[] | null, second: readonly number[] | null, unit: number) => {
    expect(first === null).toBe(second === null)
    first?.forEach((value, k) => {
      expect(Math.abs(value - (second?.[k] ?? Number.NaN))).toBeLessThan(1e-4 * unit)
    })
  }

  it.each(['y ~ x + (1 | g)', 'y ~ x + (1 | g) + (1 | h)'])('shift and unit of the response: %s', (formula) => {
    const unit = fc.constantFrom(0.01, 1, 250)
    fc.assert(
      fc.property(rowsOf(), fc.double({ min: -500, max: 500, noNaN: true }), unit, (rows, shift, factor) => {
        const moved = rows.map((row) => ({ ...row, y: factor * row.y + shift }))
        expectAlike(compared(fitted(rows, formula)), compared(fitted(moved, formula), factor), 100)
      }),
      { numRuns: 40 },
    )
  })

  it('order of the rows, to the last figure anybody would print', () => {
    fc.assert(
      fc.property(rowsOf(), (rows) => {
        expectAlike(compared(fitted(rows, formulas[0])), compared(fitted(rows.toReversed(), formulas[0])), 1)
      }),
      { numRuns: 40 },
    )
  })

  it('names of the groups', () => {
    fc.assert(
      fc.property(rowsOf(), (rows) => {
        const renamed = rows.map((row) => ({ ...row, g: `team ${9 - Number(row.g.slice(1))}` }))
        const first = fitted(rows, formulas[0])
        const second = fitted(renamed, formulas[0])
        expect(second?.residualVariance).toBeCloseTo(first?.residualVariance ?? Number.NaN, 6)
        first?.effects.forEach((effect, k) => {
          expect(second?.effects.at(-1 - k)?.estimate).toBeCloseTo(effect.estimate, 5)
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('odd data', () => {
  const figure = fc.oneof(
    fc.constantFrom(0, 1, 80, 80.5, 1e-9, -3, 1e12),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  )
  const oddRows = fc.array(
    fc.record({ g: fc.constantFrom('a', 'b', 'c'), h: fc.constantFrom('p', 'q'), x: figure, y: figure }),
    { maxLength: 12 },
  )

  it.each(formulas)('gives figures or a reason, never NaN: %s', (formula) => {
    fc.assert(
      fc.property(oddRows, (rows) => {
        const fit = mixedModelOfTable(tableOf(rows), formula)
        expect(['fitted', 'cannot-tell']).toContain(fit.kind)
        expect(notFigures(fit)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a column too small to be squared', () => {
  it('is refused with the unit to check, not answered with an infinite variance', () => {
    const nothing = { g: 'a', h: 'p', x: 0, y: 0 }
    const rows = [nothing, nothing, nothing, { ...nothing, g: 'b' }, { ...nothing, h: 'q', x: 4.4e-162, y: 80 }]
    const fit = mixedModelOfTable(tableOf(rows), 'y ~ 1 + (x | g) + (1 | h)')
    expect(fit).toMatchObject({ kind: 'cannot-tell', because: 'figure-too-large' })
  })
})

/** Places of figures that are not finite. */
function notFigures(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`]
  if (ArrayBuffer.isView(value)) return notFigures([...(value as Float64Array)], path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => notFigures(inner, `${path}.${key}`))
}
