import { describe, expect, it } from 'vitest'
import { expectationLevels, failedStudyPredicates, predicates } from '#domain/model/levels.ts'
import { finalPredicate, predicateOf, predicateRank } from '#domain/rules/quadrant.ts'

describe('quadrant', () => {
  // PermenPANRB 6/2022, p. 99 and 102: rows work results, columns behaviour below, meets, above.
  it.each([
    ['above', ['poor', 'good', 'very-good']],
    ['meets', ['poor', 'good', 'good']],
    ['below', ['very-poor', 'needs-improvement', 'needs-improvement']],
  ] as const)('results %s', (work, row) => {
    expect(expectationLevels.map((behaviour) => predicateOf(work, behaviour))).toEqual(row)
  })

  it('never falls when a rating rises', () => {
    const rank = (work: 0 | 1 | 2, behaviour: 0 | 1 | 2) =>
      predicateRank(predicateOf(expectationLevels[work], expectationLevels[behaviour]))
    for (const one of [0, 1, 2] as const) {
      for (const [low, high] of [
        [0, 1],
        [1, 2],
      ] as const) {
        expect(rank(one, high)).toBeGreaterThanOrEqual(rank(one, low))
        expect(rank(high, one)).toBeGreaterThanOrEqual(rank(low, one))
      }
    }
  })

  it('ranks the five predicates from 1 to 5', () => {
    expect(predicates.map(predicateRank)).toEqual([1, 2, 3, 4, 5])
  })

  it('gives failed tugas belajar what the rater chose, and otherwise the quadrant', () => {
    for (const work of expectationLevels) {
      for (const behaviour of expectationLevels) {
        for (const chosen of failedStudyPredicates) expect(finalPredicate(work, behaviour, chosen)).toBe(chosen)
        expect(finalPredicate(work, behaviour, null)).toBe(predicateOf(work, behaviour))
      }
    }
  })
})
