import { describe, expect, it } from 'vitest'
import { fitMixedModel } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { groupingOf } from '#domain/statistics/mixed-model/random-effects.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

const groups = 12
const size = 5

/** A balanced office: the variances have a closed form, from the mean squares between and within. */
function balanced(seed: number, ratio: number) {
  const { normal } = seededFigures(seed)
  const response = Array.from({ length: groups }, () => {
    const level = ratio * normal()
    return Array.from({ length: size }, () => level + normal())
  })
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const means = response.map(mean)
  const squares = (values: readonly number[], around: number) =>
    values.reduce((sum, value) => sum + (value - around) ** 2, 0)
  const within = response.reduce((sum, team, j) => sum + squares(team, means[j] ?? 0), 0) / (groups * (size - 1))
  const between = (size * squares(means, mean(means))) / (groups - 1)
  const rows = groups * size
  const one = { names: ['(Intercept)'], rows, values: new Float64Array(rows).fill(1) }
  const grouping = groupingOf(
    'team',
    response.flatMap((team, j) => team.map(() => `t${j}`)),
  )
  const fit = fitMixedModel({
    response: Float64Array.from(response.flat()),
    fixed: one,
    random: [{ grouping, columns: one }],
  })
  if (fit.kind !== 'fitted') throw new Error(fit.because)
  return { fit, within, variance: Math.max(0, (between - within) / size), between }
}

describe('the search for the ratio between and within', () => {
  it.each([1e-6, 1e-3, 0.05, 0.5, 1, 7, 300, 9e3, 1e5, 1e6])('meets the closed form at a ratio of %d', (ratio) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { fit, within, between, variance } = balanced(seed, ratio)
      if (variance === 0) {
        expect(fit.variance[0]?.variance).toBe(0)
        expect(fit.warnings).toContain('singular')
        expect(fit.effects.every((effect) => effect.estimate === 0 && effect.predictionSd === 0)).toBe(true)
        const pooled = (within * groups * (size - 1) + between * (groups - 1)) / (groups * size - 1)
        expect(Math.abs(fit.residualVariance / pooled - 1)).toBeLessThan(1e-9)
      } else {
        expect(Math.abs(fit.residualVariance / within - 1)).toBeLessThan(1e-6)
        // Just above zero the variance is a small difference of large figures: it is told against the residual one.
        expect(Math.abs((fit.variance[0]?.variance ?? 0) - variance)).toBeLessThan(
          1e-6 * Math.max(variance, 1e-2 * within),
        )
      }
    }
  })
})
