import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predicates } from '#domain/model/levels.ts'
import { publicCounts } from '#domain/rules/public-counts.ts'

const none = { 'very-poor': 0, poor: 0, 'needs-improvement': 0, good: 0, 'very-good': 0 }

describe('publicCounts', () => {
  it('shows groups of five and more, and empty ones', () => {
    expect(publicCounts({ ...none, good: 20, 'very-good': 5 })).toEqual({ ...none, good: 20, 'very-good': 5 })
  })

  it('withholds two small groups', () => {
    expect(publicCounts({ ...none, poor: 1, 'needs-improvement': 4, good: 20 })).toEqual({
      ...none,
      poor: null,
      'needs-improvement': null,
      good: 20,
    })
  })

  it('never withholds one group alone, unless it is everybody', () => {
    const people = fc.record(Object.fromEntries(predicates.map((predicate) => [predicate, fc.nat({ max: 60 })])))
    fc.assert(
      fc.property(people, (counts) => {
        const shown = Object.entries(publicCounts(counts as typeof none))
        const withheld = shown.filter(([, count]) => count === null)
        const groups = Object.values(counts).filter((count) => count > 0)
        expect(withheld.length === 1).toBe(withheld.length > 0 && groups.length === 1)
        expect(shown.some(([, count]) => count !== null && count > 0 && count < 5)).toBe(false)
      }),
    )
  })
})
