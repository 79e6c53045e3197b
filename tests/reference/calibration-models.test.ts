import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectMixedModel, expectPanelModel, isPanelCase, mixedModelsOf } from '#tests/support/model-cases.ts'
import { statisticsCases } from '#tests/support/statistics-cases.ts'

const root = process.env.TIMBANG_REFERENCE
const folder = root === undefined ? undefined : join(root, 'calibration')
if (root === undefined)
  process.stderr.write('TIMBANG_REFERENCE is not set: the reference cases of the mixed models are skipped.\n')
const cases = folder !== undefined && existsSync(folder) ? statisticsCases(folder) : []
const mixed = cases.flatMap((one) =>
  mixedModelsOf(one).map(([name, model]) => [`${one.name} ${name}`, one, model] as const),
)
const panels = cases.filter(isPanelCase).map((one) => [one.name, one] as const)

describe.skipIf(cases.length === 0)('mixed models against lme4', () => {
  it('finds cases to try', () => expect(mixed.length).toBeGreaterThan(0))
  it.each(mixed)('%s', (_, one, model) => expectMixedModel(one, model))
})

describe.skipIf(panels.length === 0)('Model B against the reference', () => {
  it.each(panels)('%s', (_, one) => expectPanelModel(one))
})
