import { describe, expect, it } from 'vitest'
import { categoryLikelihood } from '#domain/statistics/ordinal/cumulative-logit.ts'
import { gaussHermite } from '#domain/statistics/ordinal/gauss-hermite.ts'
import { ordinalMixed } from '#domain/statistics/ordinal/ordinal-mixed.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'
import { oddFigures } from '#tests/support/finite.ts'

function input(seed: number, nodes: number) {
  const chance = seededChance(seed)
  const rows = Array.from({ length: 120 }, (_, index) => ({ group: index % 10, x: chance() }))
  return {
    response: rows.map(({ group, x }) => String(1 + Math.min(3, Math.floor(3 * chance() + x + group / 10)))),
    covariates: [{ name: 'x', values: rows.map(({ x }) => x) }],
    group: rows.map(({ group }) => `g${group}`),
    nodes,
  }
}

describe('ordinal mixed model', () => {
  it('hardly changes beyond a few nodes, and never gives NaN', () => {
    const [few, many] = [7, 15].map((nodes) => ordinalMixed(input(3, nodes)))
    expect(oddFigures([few, many])).toEqual([])
    if (few?.kind !== 'value' || many?.kind !== 'value') throw new Error('no figure')
    expect(few.logLik).toBeCloseTo(many.logLik, 4)
    expect(many.coefficients[0]?.estimate).toBeGreaterThan(0)
    const rising = many.thresholds.map(({ estimate }) => estimate)
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
  })

  it('says why there is none', () => {
    const given = input(1, 1)
    expect(ordinalMixed({ ...given, group: given.group.map(() => 'one') })).toMatchObject({ n: 1, required: 2 })
    expect(ordinalMixed({ ...given, response: given.response.map(() => '4') })).toMatchObject({
      because: 'no-variation',
    })
    const separated = given.response.map((label) => ({ name: 'x', values: Number(label) > 2 ? 1 : 0 }))
    const perfect = [{ name: 'x', values: separated.map(({ values }) => values) }]
    expect(ordinalMixed({ ...given, covariates: perfect })).toMatchObject({ because: 'not-settled' })
    expect(() => ordinalMixed({ ...given, group: ['a'] })).toThrow('E-ARG')
  })

  it('integrates polynomials exactly', () => {
    const second = gaussHermite(5).reduce((sum, { place, weight }) => sum + weight * place ** 2, 0)
    expect(second).toBeCloseTo(Math.sqrt(Math.PI) / 2, 12)
  })

  it('has category probabilities that sum to 1, also far out', () => {
    for (const linear of [-800, -3, 0, 2.5, 800]) {
      const logs = [0, 1, 2].map((category) => categoryLikelihood(category, [-1, 1], linear).log)
      expect(logs.every(Number.isFinite)).toBe(true)
      expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 10)
    }
  })
})
