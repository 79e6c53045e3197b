import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseLookup } from '#domain/calibration/case-lookup.ts'

const name = fc.record({ employee: fc.constantFrom('a', 'b', 'a\nb'), supervisor: fc.constantFrom('b', 'b\na', '') })

it('finds the last figure of a case, and keeps cases apart whatever their ids', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.integer()), { maxLength: 12 }), name, (entries, wanted) => {
      const last = entries.findLast(
        ([one]) => one.employee === wanted.employee && one.supervisor === wanted.supervisor,
      )?.[1]
      expect(caseLookup(entries)(wanted)).toBe(last)
    }),
  )
})
