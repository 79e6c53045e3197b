import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '#domain/calibration/calibrate.ts'
import { withoutRelations } from '#domain/calibration/without-relations.ts'
import { anOffice } from '#tests/support/rated-cases.ts'

const offices = fc.record({
  seed: fc.integer({ min: 1, max: 9_999 }),
  supervisors: fc.integer({ min: 1, max: 12 }),
  size: fc.integer({ min: 1, max: 12 }),
  panelEvery: fc.constantFrom(0, 3),
  every: fc.integer({ min: 1, max: 5 }),
})

const withClose = (shape: Parameters<typeof anOffice>[0], every: number) => {
  const office = anOffice({ ...shape, leniencies: [6, 0, -4] })
  const cases = office.cases.map((one, index) => ({ ...one, isDeclaredClose: index % every === 0 }))
  return { open: calibrate(office), closed: calibrate({ ...office, cases }) }
}

describe('a calibration as it may be read without knowing of relations', () => {
  it('is the one of the same office with no relation at all, the effect withheld', () => {
    fc.assert(
      fc.property(offices, ({ every, ...shape }) => {
        const { open, closed } = withClose(shape, every)
        expect(withoutRelations(closed)).toEqual({ ...open, closeness: { kind: 'withheld' } })
      }),
      { numRuns: 40 },
    )
  })

  it('differs from the whole one, where there is something to hide', () => {
    const { open, closed } = withClose({ seed: 7, supervisors: 10, size: 12 }, 3)
    expect(closed.closeness.kind).toBe('value')
    expect(closed.lookFirst.favoured).not.toEqual(open.lookFirst.favoured)
    expect(closed.cases.map(({ proposal }) => proposal)).toEqual(open.cases.map(({ proposal }) => proposal))
    expect(closed.supervisors).toEqual(open.supervisors)
  })
})
