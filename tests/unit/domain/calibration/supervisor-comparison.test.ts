import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIndexFar, isJump } from '#domain/calibration/case-rules.ts'
import { spreadOf } from '#domain/calibration/spread.ts'
import { type ComparedPerson, compareSupervisors } from '#domain/calibration/supervisor-comparison.ts'
import { expectationLevels, predicates } from '#domain/model/levels.ts'

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 6 })
const person: fc.Arbitrary<ComparedPerson> = fc.record({
  supervisorId: fc.constantFrom('a', 'b', 'c', 'd'),
  score: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
  achievement: maybe(fc.double({ min: 0, max: 120, noNaN: true })),
  workLevel: maybe(fc.constantFrom(...expectationLevels)),
  predicate: maybe(fc.constantFrom(...predicates)),
})
const people = fc.array(person, { maxLength: 60 })

const scored = (supervisorId: string, scores: readonly number[], achievement = 100): ComparedPerson[] =>
  scores.map((score) => ({ supervisorId, score, achievement, workLevel: 'meets', predicate: 'good' }))

const of = (comparison: ReturnType<typeof compareSupervisors>, id: string) =>
  comparison.supervisors.find((row) => row.supervisorId === id)

describe('spreadOf', () => {
  it('gives the figures of a spreadsheet', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: AVERAGE 5, MEDIAN 4,5, STDEV.S 2,138…, QUARTILE.INC 4 and 5,5.
    const spread = spreadOf([9, 4, 2, 4, 5, 7, 5, 4])
    expect(spread).toMatchObject({
      n: 8,
      mean: 5,
      median: 4.5,
      lowQuartile: 4,
      highQuartile: 5.5,
      lowest: 2,
      highest: 9,
    })
    expect(spread.kind === 'told' && spread.deviation).toBeCloseTo(2.1380899, 6)
  })

  it('tells nothing from two values, and something from three', () => {
    expect(spreadOf([70, 90])).toEqual({ kind: 'too-few', n: 2, required: 3 })
    expect(spreadOf([70, 80, 90])).toMatchObject({ kind: 'told', deviation: 10 })
  })
})

describe('compareSupervisors', () => {
  it('puts score and achievement beside each other, against everyone', () => {
    const comparison = compareSupervisors([...scored('a', [90, 92, 94], 100), ...scored('b', [78, 80, 82], 100)])
    expect(comparison.agency.score).toMatchObject({ mean: 86 })
    expect(of(comparison, 'a')?.difference).toEqual({ score: 6, achievement: 0, scoreOverAchievement: 6 })
    expect(of(comparison, 'b')?.difference).toEqual({ score: -6, achievement: 0, scoreOverAchievement: -6 })
  })

  it('does not judge a supervisor by two people, nor by people without a score', () => {
    const unscored = { supervisorId: 'b', score: null, achievement: 95, workLevel: null, predicate: null } as const
    const comparison = compareSupervisors([...scored('a', [90, 92, 94]), ...scored('b', [60, 62]), unscored, unscored])
    expect(of(comparison, 'b')).toMatchObject({
      people: 4,
      score: { kind: 'too-few', n: 2, required: 3 },
      difference: { score: null, scoreOverAchievement: null },
    })
    expect(comparison).toMatchObject({ people: 7, scored: 5 })
  })

  it('is the same whatever the order of the people', () => {
    fc.assert(
      fc.property(
        people.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(compareSupervisors(shuffled)).toEqual(compareSupervisors(list))
        },
      ),
    )
  })

  it('moves only the own figures of the supervisor who gains a person', () => {
    fc.assert(
      fc.property(people, person, (list, newcomer) => {
        const before = compareSupervisors(list)
        const after = compareSupervisors([...list, newcomer])
        for (const row of before.supervisors.filter((other) => other.supervisorId !== newcomer.supervisorId)) {
          const { difference: _, ...own } = row
          expect(of(after, row.supervisorId)).toMatchObject(own)
        }
        expect(of(after, newcomer.supervisorId)?.people).toBe((of(before, newcomer.supervisorId)?.people ?? 0) + 1)
      }),
    )
  })

  it('counts every person in exactly one team, and each level and predicate once', () => {
    fc.assert(
      fc.property(people, (list) => {
        const { supervisors } = compareSupervisors(list)
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
        expect(sum(supervisors.map((row) => row.people))).toBe(list.length)
        expect(sum(supervisors.flatMap((row) => Object.values(row.levels)))).toBe(
          list.filter((one) => one.workLevel !== null).length,
        )
        expect(sum(supervisors.flatMap((row) => Object.values(row.predicates)))).toBe(
          list.filter((one) => one.predicate !== null).length,
        )
      }),
    )
  })
})

describe('rules of cases to look at', () => {
  it('asks about a level that achievement does not show', () => {
    expect(isIndexFar('above', 94.9)).toBe(true)
    expect(isIndexFar('above', 95)).toBe(false)
    expect(isIndexFar('below', 105.1)).toBe(true)
    expect(isIndexFar('meets', 79.9)).toBe(true)
    expect(isIndexFar('meets', 100)).toBe(false)
    expect(isIndexFar(null, 20)).toBe(false)
    expect(isIndexFar('above', null)).toBe(false)
  })

  it('notices a jump of ten points or two steps, and nothing without a former period', () => {
    const now = { score: 90, predicate: 'good' } as const
    expect(isJump(now, { score: 80, predicate: 'good' })).toBe(true)
    expect(isJump(now, { score: 80.1, predicate: 'good' })).toBe(false)
    expect(isJump(now, { score: null, predicate: 'poor' })).toBe(true)
    expect(isJump(now, { score: null, predicate: null })).toBe(false)
    expect(isJump(now, null)).toBe(false)
  })
})
