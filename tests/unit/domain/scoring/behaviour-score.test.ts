import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behaviourValues } from '#domain/model/assessment.ts'
import { expectationLevels } from '#domain/model/levels.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { behaviourScore } from '#domain/scoring/behaviour-score.ts'

/** Seven whole-number scores 1–5 with the given sum. */
function scoresOf(sum: number) {
  let left = sum - behaviourValues.length
  return behaviourValues.map((value) => {
    const extra = Math.min(4, left)
    left -= extra
    return { value, score: 1 + extra }
  })
}
const of = (sum: number) => behaviourScore(scoresOf(sum), defaultScoringPolicy)

describe('behaviour score', () => {
  it.each([
    [20, 57.14, 'below'],
    [21, 60, 'meets'],
    [29, 82.86, 'meets'],
    [30, 85.71, 'above'],
    [7, 20, 'below'],
    [35, 100, 'above'],
  ])('sum %i shows %d and suggests %s', (sum, score, suggested) => {
    const found = of(sum)
    expect(found).toMatchObject({ kind: 'complete', sum, suggested })
    expect(found.kind === 'complete' && found.score).toBeCloseTo(score, 2)
  })

  it('decides by whole numbers, for every sum and every edge in hundredths', () => {
    const wrong: [number, number][] = []
    for (let sum = 7; sum <= 35; sum += 1) {
      for (let hundredths = 2000; hundredths <= 10_000; hundredths += 1) {
        const edge = hundredths / 100
        const found = behaviourScore(scoresOf(sum), { behaviourBands: { meets: edge, above: 101 } })
        const exact = 2000 * sum >= 7 * hundredths
        if ((found.kind === 'complete' && found.suggested === 'meets') !== exact) wrong.push([sum, edge])
      }
    }
    expect(wrong).toEqual([])
  })

  it('stays incomplete without all seven; a missing value is no zero', () => {
    expect(behaviourScore(scoresOf(21).slice(0, 6), defaultScoringPolicy)).toEqual({
      kind: 'incomplete',
      present: 6,
      total: 7,
      previewScore: expect.closeTo((20 * (21 - 1)) / 6, 9),
    })
    expect(behaviourScore([], defaultScoringPolicy)).toEqual({
      kind: 'incomplete',
      present: 0,
      total: 7,
      previewScore: null,
    })
  })

  const seven = fc.tuple(
    ...behaviourValues.map((value) => fc.integer({ min: 1, max: 5 }).map((score) => ({ value, score }))),
  )

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(
        seven.chain((scores) => fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: 7 }))),
        ([scores, shuffled]) => {
          expect(behaviourScore(Object.freeze(shuffled), defaultScoringPolicy)).toEqual(
            behaviourScore(scores, defaultScoringPolicy),
          )
        },
      ),
    )
  })

  it('never falls when one value rises', () => {
    fc.assert(
      fc.property(seven, fc.integer({ min: 0, max: 6 }), (scores, place) => {
        const raised = scores.map((item, index) =>
          index === place ? { ...item, score: Math.min(5, item.score + 1) } : item,
        )
        const [before, after] = [
          behaviourScore(scores, defaultScoringPolicy),
          behaviourScore(raised, defaultScoringPolicy),
        ]
        if (before.kind !== 'complete' || after.kind !== 'complete') throw new Error('seven values are complete')
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(expectationLevels.indexOf(after.suggested)).toBeGreaterThanOrEqual(
          expectationLevels.indexOf(before.suggested),
        )
      }),
    )
  })
})
