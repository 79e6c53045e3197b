import { describe, expect, it } from 'vitest'
import { isProven } from './harness.ts'
import { harnesses } from './harnesses.ts'

// A fixed seed, so that a failure of one machine is a failure of all; TIMBANG_SEED tries another.
const seed = Number(process.env.TIMBANG_SEED ?? 2026)

describe(`every harness in its short form, seed ${seed}`, () => {
  it.each(harnesses)(
    '$name',
    async (harness) => {
      const result = await harness.run({ seed, count: harness.counts.short, say: () => undefined })
      expect(result.failures).toEqual([])
      expect(result.controls.filter((control) => !control.failed)).toEqual([])
      expect(isProven(result), result.skipped.join('; ')).toBe(true)
    },
    120_000,
  )
})
