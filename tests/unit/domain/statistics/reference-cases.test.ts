import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agreementComparisons } from '#tests/support/agreement-cases.ts'
import { ordinalComparisons } from '#tests/support/ordinal-cases.ts'
import { casesOf, loadCase, misses } from '#tests/support/reference-figures.ts'
import { selectionComparisons } from '#tests/support/selection-cases.ts'

const folder = join(import.meta.dirname, '../../../fixtures/calibration')

/** How many figures of R each case holds, so that a case that is silently not compared fails. */
const comparedFigures = {
  o08_icc_shrout_fleiss: 43,
  o10_krippendorff_missing: 4,
  o12_attitude_halo: 75,
  o13_ucb_adverse_impact: 87,
  o14_benjamini_hochberg: 45,
  o15_wine_clmm: 25,
} as const

describe('figures of R', () => {
  it.each(Object.entries(comparedFigures))('%s: all %i hold', (name, count) => {
    const given = loadCase(folder, name)
    const found = [...agreementComparisons(given), ...selectionComparisons(given), ...ordinalComparisons(given)]
    expect(misses(found)).toEqual([])
    expect(found).toHaveLength(count)
  })

  it('would be missed if they were others', () => {
    const given = loadCase(folder, 'o10_krippendorff_missing')
    const other = { ...given, expected: { krippendorff: { nominal: 0.7435, ordinal: 0.81538750375488 } } }
    expect(misses(agreementComparisons(other))).toEqual([expect.stringContaining('alpha nominal')])
  })

  it('come from files beside which their source and licence are named', () => {
    const names = casesOf(folder).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(comparedFigures)))
  })
})
