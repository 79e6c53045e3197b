import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agreementComparisons } from '#tests/support/agreement-cases.ts'
import { ordinalComparisons } from '#tests/support/ordinal-cases.ts'
import { raschComparisons } from '#tests/support/rasch-cases.ts'
import { type Comparison, casesOf, type FigureCase, largestDistance, misses } from '#tests/support/reference-figures.ts'
import { selectionComparisons } from '#tests/support/selection-cases.ts'

const reference = process.env.TIMBANG_REFERENCE
if (reference === undefined) process.stderr.write('TIMBANG_REFERENCE is not set: agreement and Rasch are skipped.\n')

const comparisonsOf = (given: FigureCase): readonly Comparison[] => [
  ...agreementComparisons(given),
  ...selectionComparisons(given),
  ...raschComparisons(given),
  ...ordinalComparisons(given),
]

/** Every case of the folder that holds figures of agreement, ranks, halo, selection, many tests, Rasch or ordinal marks. */
describe.skipIf(reference === undefined)('figures of R in the reference folder', () => {
  const cases = reference === undefined ? [] : casesOf(join(reference, 'calibration'))

  it('has such cases', () => {
    expect(cases.filter((given) => comparisonsOf(given).length > 0).length).toBeGreaterThan(0)
  })

  for (const given of cases) {
    it(given.name, ({ skip }) => {
      const found = comparisonsOf(given)
      if (found.length === 0) skip('a case of mixed models')
      process.stderr.write(`${given.name}: ${found.length} figures, largest distance ${largestDistance(found)}\n`)
      expect(misses(found)).toEqual([])
    })
  }
})
