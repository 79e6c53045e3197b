import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldChecks } from '#data/repositories/row-check.ts'
import { entitySchemas, tableNames } from '#data/repositories/table-map.ts'
import type { z } from '#domain/zod.ts'

/** Values near the limits of our schemas, of every type a column can give. */
const value = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'x', 'BP', 'KB', 'below', 'above', 'pns', '2026-09-30', '2026-13-01'),
  fc.constantFrom<unknown>(0, 1, 5, 6, -1, 0.5, 100, 100.5, 10_000, 10_001, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>(true, false, [], ['a'], {}, { a: 'b' }, '199608182022042001', '2026-11-23T02:00:00.000Z'),
  fc.constantFrom(9, 10, 11, 20, 21, 64, 65, 500, 501, 20_000, 20_001).map((length) => 'x'.repeat(length)),
  fc.double(),
  fc.string(),
)

describe('the quick check of a stored row', () => {
  it.each(tableNames)('says of every field of %s what its schema says', (name) => {
    const { shape } = entitySchemas[name]
    for (const [field, fits] of fieldChecks(entitySchemas[name])) {
      const schema = (shape as Record<string, z.ZodType>)[field]
      fc.assert(
        fc.property(value, (candidate) => {
          expect([field, candidate, fits(candidate)]).toEqual([field, candidate, schema?.safeParse(candidate).success])
        }),
        { numRuns: 150 },
      )
    }
  })

  it('covers exactly the fields of the schema, and no schema changes what it reads', () => {
    for (const name of tableNames) {
      const schema = entitySchemas[name]
      expect([...fieldChecks(schema).keys()]).toEqual(Object.keys(schema.shape))
      for (const part of Object.values(schema.shape)) expect(['pipe', 'default', 'transform']).not.toContain(part.type)
    }
  })
})
