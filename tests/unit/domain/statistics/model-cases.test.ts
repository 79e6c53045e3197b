import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectMixedModel, expectPanelModel, isPanelCase, mixedModelsOf } from '#tests/support/model-cases.ts'
import { statisticsCases } from '#tests/support/statistics-cases.ts'

const cases = statisticsCases(join(import.meta.dirname, '../../../fixtures/calibration'))
const mixed = cases.flatMap((one) =>
  mixedModelsOf(one).map(([name, model]) => [`${one.name} ${name}`, one, model] as const),
)
const panels = cases.filter(isPanelCase).map((one) => [one.name, one] as const)

describe('mixed models give the figures of lme4', () => {
  it('for every case that may be copied', () => expect(mixed.length).toBeGreaterThanOrEqual(9))
  it.each(mixed)('%s', (_, one, model) => expectMixedModel(one, model))

  it('and the comparison notices a figure that is off', () => {
    const [first] = mixed
    if (first === undefined) throw new Error('no case')
    expect(() => expectMixedModel(first[1], { ...first[2], logLik: first[2].logLik + 2e-6 })).toThrow('logLik')
  })
})

describe('Model B gives the figures of the reference', () => {
  it('for both cases', () => expect(panels).toHaveLength(2))
  it.each(panels)('%s', (_, one) => expectPanelModel(one))
})
