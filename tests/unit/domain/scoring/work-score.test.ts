import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workResultId } from '#domain/model/ids.ts'
import { expectationLevels } from '#domain/model/levels.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { suggestLevel } from '#domain/scoring/suggest-level.ts'
import { resultWeights, type WeighedResult } from '#domain/scoring/weights.ts'
import { workScore } from '#domain/scoring/work-score.ts'

const id = (index: number) => workResultId.parse(`r${index}`)
const plan = (main: number, additional: number): WeighedResult[] =>
  Array.from({ length: main + additional }, (_, index) => ({
    id: id(index),
    kind: index < main ? ('main' as const) : ('additional' as const),
    weightHundredths: null,
  }))
const typed = (...hundredths: (number | null)[]): WeighedResult[] =>
  hundredths.map((weightHundredths, index) => ({ id: id(index), kind: 'main', weightHundredths }))
const scored = (...scores: number[]) => scores.map((score, index) => ({ workResultId: id(index), score }))
const { workBands } = defaultScoringPolicy

describe('weights', () => {
  it('share 80 and 20 equally within each kind', () => {
    expect([...resultWeights(plan(3, 2), 80).values()]).toEqual(
      [0.8 / 3, 0.8 / 3, 0.8 / 3, 0.1, 0.1].map((share) => expect.closeTo(share, 15)),
    )
  })

  it('give everything to the main results when there are no others', () => {
    expect([...resultWeights(plan(3, 0), 80).values()]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('take typed weights that add up to exactly 100,00', () => {
    expect([...resultWeights(typed(3333, 3333, 3334), 80).values()]).toEqual([0.3333, 0.3333, 0.3334])
  })

  it.each([
    ['99,99', typed(3333, 3333, 3333)],
    ['100,01', typed(3333, 3334, 3334)],
    ['50,00', typed(5000, null)],
    ['100,00', typed(10_000, null)],
  ])('refuse typed weights of %s, or typed for some only', (sum, results) => {
    expect(() => resultWeights(results, 80)).toThrow(`"sum":"${sum}"`)
  })

  it('refuse a plan without a main result', () => expect(() => resultWeights(plan(0, 2), 80)).toThrow('E-RULE-NO-MAIN'))

  it('add up to 1 for any plan and share', () => {
    const size = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 100 }),
        (main, additional, share) => {
          const sum = [...resultWeights(plan(main, additional), share).values()].reduce(
            (total, weight) => total + weight,
            0,
          )
          expect(sum).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})

describe('work score', () => {
  it('of the guide: utama 90, 80, 70 and tambahan 100, 60 make exactly 80 and suggest "sesuai"', () => {
    const found = workScore(plan(3, 2), scored(90, 80, 70, 100, 60), 80)
    expect(found).toMatchObject({ kind: 'complete', score: 80 })
    expect(suggestLevel(80, workBands)).toBe('meets')
  })

  it.each([
    [75.99, 'below'],
    [75.999, 'below'],
    [76, 'meets'],
    [90.99, 'meets'],
    [91, 'above'],
    [0, 'below'],
    [100, 'above'],
  ])('%d suggests %s', (score, level) => expect(suggestLevel(score, workBands)).toBe(level))

  it('gives every whole score back unchanged, however many results share it', () => {
    for (let results = 1; results <= 12; results += 1) {
      for (const additional of [0, 1, 5]) {
        for (const score of [76, 91, 60, 33.33]) {
          const scores = scored(...Array<number>(results + additional).fill(score))
          expect(workScore(plan(results, additional), scores, 80)).toMatchObject({ kind: 'complete', score })
        }
      }
    }
  })

  it('stays incomplete without every score; the preview is over those present and suggests nothing', () => {
    expect(workScore(plan(2, 0), scored(90), 80)).toMatchObject({
      kind: 'incomplete',
      present: 1,
      total: 2,
      previewScore: 90,
    })
    expect(workScore(plan(2, 0), [], 80)).toMatchObject({ kind: 'incomplete', present: 0, previewScore: null })
    expect(workScore([], [], 80)).toMatchObject({ kind: 'incomplete', present: 0, total: 0, previewScore: null })
  })

  it('ignores scores of results that are not in the plan', () => {
    expect(workScore(plan(1, 0), scored(90, 10), 80)).toMatchObject({ kind: 'complete', score: 90 })
  })

  const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
  const scoredPlan = fc
    .tuple(fc.array(score, { minLength: 1, maxLength: 8 }), fc.array(score, { maxLength: 8 }))
    .map(([main, additional]) => ({
      results: plan(main.length, additional.length),
      scores: scored(...main, ...additional),
    }))
  const scoreOf = (results: readonly WeighedResult[], scores: ReturnType<typeof scored>) => {
    const found = workScore(results, scores, 80)
    if (found.kind !== 'complete') throw new Error('every result has a score')
    return found.score
  }

  it('does not depend on the order of results or scores', () => {
    fc.assert(
      fc.property(scoredPlan, ({ results, scores }) => {
        Object.freeze(results)
        expect(scoreOf(results.toReversed(), scores.toReversed())).toBeCloseTo(scoreOf(results, scores), 8)
      }),
    )
  })

  it('lies between the lowest and highest score, and never falls when one score rises', () => {
    fc.assert(
      fc.property(scoredPlan, fc.nat(), ({ results, scores }, pick) => {
        const whole = scoreOf(results, scores)
        const all = scores.map((item) => item.score)
        expect(whole).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(whole).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
        const raised = scores.map((item, index) => (index === pick % scores.length ? { ...item, score: 100 } : item))
        const after = scoreOf(results, raised)
        expect(after).toBeGreaterThanOrEqual(whole)
        const rank = (value: number) => expectationLevels.indexOf(suggestLevel(value, workBands))
        expect(rank(after)).toBeGreaterThanOrEqual(rank(whole))
      }),
    )
  })
})
