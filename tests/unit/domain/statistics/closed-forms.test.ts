import { describe, expect, it } from 'vitest'
import { columnTable } from '#domain/statistics/column-table.ts'
import type { MixedFit } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

/*
 * Balanced tables have answers that can be written down without any search: restricted likelihood then gives the mean
 * squares' estimates. What the search finds has to be those, at any scale and however far apart the variances lie.
 */

function fitted(names: readonly string[], rows: readonly (readonly (string | number)[])[], formula: string): MixedFit {
  const fit = mixedModelOfTable(columnTable(names, rows), formula)
  if (fit.kind !== 'fitted') throw new Error(JSON.stringify(fit))
  return fit
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const squares = (values: readonly number[]) => {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}
const expectClose = (found: number | undefined, expected: number, relative: number) =>
  expect(Math.abs((found ?? Number.NaN) / expected - 1), `${found} instead of ${expected}`).toBeLessThan(relative)

interface Crossed {
  readonly scale: number
  readonly shift: number
  readonly first: number
  readonly second: number
}

/** Fourteen groups by nine judges, two marks each. */
function crossed({ scale, shift, first, second }: Crossed, seed: number) {
  const { normal } = seededFigures(seed)
  const [a, b, r] = [14, 9, 2]
  const draw = (count: number, sd: number) => Array.from({ length: count }, () => sd * normal())
  const [groups, judges] = [draw(a, first), draw(b, second)]
  const cells = groups.map((group) =>
    judges.map((judge) => Array.from({ length: r }, () => shift + scale * (group + judge + normal()))),
  )
  const all = cells.flat(2)
  const ofGroups = b * r * squares(cells.map((row) => mean(row.flat())))
  const ofJudges = a * r * squares(judges.map((_, j) => mean(cells.flatMap((row) => row[j] ?? []))))
  const left = (squares(all) - ofGroups - ofJudges) / (all.length - a - b + 1)
  return {
    rows: cells.flatMap((row, i) => row.flatMap((marks, j) => marks.map((y) => [y, `g${i}`, `h${j}`]))),
    residual: left,
    group: (ofGroups / (a - 1) - left) / (b * r),
    judge: (ofJudges / (b - 1) - left) / (a * r),
    mean: mean(all),
  }
}

describe('crossed groupings in a balanced table', () => {
  it.each<Crossed>([
    { scale: 1, shift: 75, first: 1, second: 0.7 },
    { scale: 1e6, shift: -3e7, first: 1, second: 0.7 },
    { scale: 1e-5, shift: 0, first: 3, second: 0.5 },
    { scale: 1, shift: 0, first: 200, second: 0.6 },
    { scale: 1, shift: -4000, first: 60, second: 90 },
  ])('have the variances of the mean squares: %o', (plan) => {
    for (const seed of [1, 2, 3]) {
      const expected = crossed(plan, seed)
      const fit = fitted(['y', 'g', 'h'], expected.rows, 'y ~ 1 + (1 | g) + (1 | h)')
      expectClose(fit.residualVariance, expected.residual, 1e-6)
      expectClose(fit.variance[0]?.variance, expected.group, 2e-6)
      expectClose(fit.variance[1]?.variance, expected.judge, 2e-6)
      expect(Math.abs((fit.fixed[0]?.estimate ?? Number.NaN) - expected.mean)).toBeLessThan(1e-6 * plan.scale)
    }
  })

  it('give nothing to a grouping whose mean square lies below the residual one', () => {
    const found = Array.from({ length: 12 }, (_, seed) => {
      const expected = crossed({ scale: 1, shift: 0, first: 1, second: 0 }, 100 + seed)
      const fit = fitted(['y', 'g', 'h'], expected.rows, 'y ~ 1 + (1 | g) + (1 | h)')
      return [expected.judge > 0, (fit.variance[1]?.variance ?? 0) > 0, fit.warnings.includes('singular')]
    })
    expect(found.filter(([above]) => above).length).toBeGreaterThan(0)
    expect(found.filter(([above]) => !above).length).toBeGreaterThan(0)
    for (const [above, positive, singular] of found) expect([positive, singular]).toEqual([above, !above])
  })
})

describe('three crossed groupings', () => {
  it('have the variances of the mean squares, too', () => {
    for (const seed of [5, 6, 7]) {
      const { normal } = seededFigures(seed)
      const sizes = [10, 7, 6] as const
      const effects = sizes.map((count, k) =>
        Array.from({ length: count }, () => [1.5, 1, 0.8][k] ?? 0).map((sd) => sd * normal()),
      )
      const rows = Array.from({ length: 10 * 7 * 6 }, (_, i) => {
        const places = [i % 10, Math.floor(i / 10) % 7, Math.floor(i / 70)]
        const level = places.reduce((sum, place, k) => sum + (effects[k]?.[place] ?? 0), 0)
        return [level + normal(), ...places.map((place, k) => `${'ghk'[k]}${place}`)]
      })
      const y = rows.map((row) => Number(row[0]))
      const between = sizes.map((count, k) => {
        const means = Array.from({ length: count }, (_, place) =>
          mean(y.filter((_value, i) => rows[i]?.[k + 1] === `${'ghk'[k]}${place}`)),
        )
        return (y.length / count) * squares(means)
      })
      const left = (squares(y) - between.reduce((sum, part) => sum + part, 0)) / (y.length - 10 - 7 - 6 + 2)
      const fit = fitted(['y', 'g', 'h', 'k'], rows, 'y ~ 1 + (1 | g) + (1 | h) + (1 | k)')
      expectClose(fit.residualVariance, left, 1e-6)
      sizes.forEach((count, k) => {
        const expected = ((between[k] ?? 0) / (count - 1) - left) / (y.length / count)
        expectClose(fit.variance[k]?.variance, expected, 2e-6)
      })
    }
  })
})

/** Every group at the same places of x: lines of its own by least squares, and what they scatter. */
function lines(seed: number, { scale, at, slope }: { scale: number; at: readonly number[]; slope: number }) {
  const { normal } = seededFigures(seed)
  const [groups, points] = [16, at.length]
  const xMean = mean(at)
  const xSquares = squares(at)
  const own = Array.from({ length: groups }, () => {
    const [b0, b1] = [normal(), slope * normal()]
    const y = at.map((x) => scale * (10 + b0 + (2 + b1) * x + 0.8 * normal()))
    const b = at.reduce((sum, x, k) => sum + (x - xMean) * (y[k] ?? 0), 0) / xSquares
    const a = mean(y) - b * xMean
    return { y, a, b, left: y.reduce((sum, value, k) => sum + (value - a - b * (at[k] ?? 0)) ** 2, 0) }
  })
  const residual = own.reduce((sum, { left }) => sum + left, 0) / (groups * (points - 2))
  const [aMean, bMean] = [mean(own.map(({ a }) => a)), mean(own.map(({ b }) => b))]
  const together = own.reduce((sum, { a, b }) => sum + (a - aMean) * (b - bMean), 0) / (groups - 1)
  return {
    rows: own.flatMap(({ y }, j) => y.map((value, k) => [value, at[k] ?? 0, `g${j}`])),
    residual,
    level: squares(own.map(({ a }) => a)) / (groups - 1) - residual * (1 / points + xMean ** 2 / xSquares),
    slope: squares(own.map(({ b }) => b)) / (groups - 1) - residual / xSquares,
    covariance: together + (residual * xMean) / xSquares,
    means: [aMean, bMean],
  }
}

describe('slopes that differ in a balanced table', () => {
  it.each([
    { scale: 1, at: [0, 1, 2, 3, 4, 5], slope: 0.7 },
    { scale: 1e6, at: [-2, -1, 0, 1, 2], slope: 1 },
    { scale: 1, at: [2021, 2022, 2023, 2024, 2025, 2026], slope: 0.9 },
    { scale: 1e-4, at: [10, 12, 17, 19, 30], slope: 2 },
  ])('have the covariance of the lines less what scatter adds: %o', (plan) => {
    for (const seed of [1, 2, 3]) {
      const expected = lines(seed, plan)
      if (expected.level * expected.slope <= expected.covariance ** 2) continue
      const fit = fitted(['y', 'x', 'g'], expected.rows, 'y ~ x + (x | g)')
      const far = Math.max(...plan.at.map(Math.abs)) > 1000 ? 100 : 1
      expectClose(fit.residualVariance, expected.residual, 1e-6)
      expectClose(fit.variance[0]?.variance, expected.level, far * 2e-6)
      expectClose(fit.variance[1]?.variance, expected.slope, far * 2e-6)
      expectClose(fit.covariance[0]?.covariance, expected.covariance, far * 1e-5)
      for (const [k, value] of expected.means.entries()) expectClose(fit.fixed[k]?.estimate, value, far * 1e-7)
    }
  })
})

describe('where a column has its zero', () => {
  it('changes neither likelihood nor scatter nor how far slopes differ', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { normal } = seededFigures(seed)
      const rows = Array.from({ length: 14 }, (_, g) => ({ g, level: normal(), slope: 0.5 + normal() })).flatMap(
        ({ g, level, slope }) =>
          Array.from({ length: 6 }, () => 2 * normal()).map((x) => ({ x, g, y: 3 + level + slope * x + normal() })),
      )
      const [near, far] = [0, 2020].map((shift) =>
        fitted(
          ['y', 'x', 'g'],
          rows.map(({ x, g, y }) => [y, x + shift, `g${g}`]),
          'y ~ x + (x | g)',
        ),
      )
      expect(far?.logLik).toBeCloseTo(near?.logLik ?? Number.NaN, 8)
      expectClose(far?.residualVariance, near?.residualVariance ?? Number.NaN, 1e-8)
      expectClose(far?.variance[1]?.variance, near?.variance[1]?.variance ?? Number.NaN, 1e-8)
    }
  })
})

describe('brackets that nothing decides about', () => {
  const { normal } = seededFigures(4)
  const rows = Array.from({ length: 60 }, (_, i) => [
    normal() + (i % 6),
    normal(),
    `g${i % 6}`,
    `h${(i * 5) % 6}`,
    7,
    0,
  ])
  const names = ['y', 'x', 'g', 'h', 'seven', 'zero']
  const answer = (formula: string) => mixedModelOfTable(columnTable(names, rows), formula)

  it('a slope of a column that never changes is left out and named; the rest is as without it', () => {
    const [plain, more] = ['y ~ x + (1 | g)', 'y ~ x + (seven | g)'].map(answer)
    expect(more).toMatchObject({ kind: 'fitted', dropped: ['seven | g'] })
    expect([plain, more].map((one) => one?.kind === 'fitted' && one.logLik.toFixed(9))).toEqual(
      Array(2).fill(plain?.kind === 'fitted' && plain.logLik.toFixed(9)),
    )
  })

  it('a column of zeros, and two groupings that are one, have no answer', () => {
    expect(answer('y ~ x + (0 + zero | g)')).toMatchObject({ because: 'empty-column', subject: 'zero' })
    expect(answer('y ~ x + (1 | g) + (1 | h)')).toMatchObject({ because: 'same-groups', subject: 'g, h' })
    // Their levels and their slopes are two questions, so both can be asked.
    expect(answer('y ~ x + (1 | g) + (0 + x | h)').kind).toBe('fitted')
  })
})
