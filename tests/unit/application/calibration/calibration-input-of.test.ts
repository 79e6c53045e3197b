import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationInputOf } from '#application/calibration/calibration-input-of.ts'
import type { RatedPeriod } from '#application/calibration/read-ratings.ts'
import type { StaffFacts } from '#application/ports/staff-reader.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { staffRow } from '#application/staff/staff-row.ts'
import { canonicalInput } from '#domain/calibration/calibration-input.ts'
import { behaviourValues } from '#domain/model/assessment.ts'
import { periodId } from '#domain/model/ids.ts'
import { expectationLevels, predicates } from '#domain/model/levels.ts'
import type { Period } from '#domain/model/period.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'

const period: Period = {
  id: periodId.parse('p'),
  name: 'Triwulan III 2026',
  kind: 'quarterly',
  year: 2026,
  ordinal: 3,
  startsOn: '2026-07-01',
  endsOn: '2026-09-30',
  windowStartsOn: null,
  windowEndsOn: null,
  stage: 'evaluation',
  rulePacks: [],
  scoring: defaultScoringPolicy,
}

const scored = (number: number, score: number | null) =>
  ({ number, kind: 'main', weightHundredths: null, score }) as const

const indicatorOf = (resultNumber: number, realisation: string) =>
  ({
    resultNumber,
    target: '100',
    direction: 'higher',
    aspect: 'quantity',
    statement: '',
    realisation,
    indexOverride: null,
  }) as const

function factsOf(given: Partial<StaffFacts> = {}): StaffFacts {
  return {
    employeeId: 'e1',
    name: 'Ani',
    nip: '199608182022042001',
    status: 'pns',
    unitId: 'u1',
    supervisorId: 's1',
    supervisorChanged: false,
    post: '',
    postKind: 'pelaksana',
    grade: 'III/a',
    rank: '',
    rated: true,
    excludedBecause: '',
    studyFailed: null,
    approach: 'quantitative',
    results: [scored(1, 80), scored(2, 90)],
    indicators: [indicatorOf(1, '110'), indicatorOf(2, '90')],
    assessment: {
      workLevel: 'above',
      workLevelReason: '',
      behaviourLevel: 'meets',
      behaviourLevelReason: '',
      printedPredicate: null,
    },
    behaviours: behaviourValues.map((value) => ({ value, score: 4 })),
    feedbackCount: 0,
    decision: null,
    organisationPredicate: 'good',
    ...given,
  }
}

function ratedPeriod(people: readonly StaffFacts[], giverOf: Readonly<Record<string, string>> = {}): RatedPeriod {
  const indexOf = indexReader(period.scoring)
  return {
    period,
    people: people.map((facts) => staffRow(facts, period.scoring, indexOf)),
    giverOf: new Map(Object.entries(giverOf)),
  }
}

const inputOf = (
  people: readonly StaffFacts[],
  dimension: 'work-results' | 'behaviour' = 'work-results',
  former: RatedPeriod | null = null,
  giverOf: Readonly<Record<string, string>> = {},
) => calibrationInputOf({ ...ratedPeriod(people, giverOf), former, isDeclaredClose: () => false, panel: [] }, dimension)

describe('the input of a calibration from the rows of a workspace', () => {
  it('has score, achievement, indicators, grade, unit and groups of each person', () => {
    expect(canonicalInput(inputOf([factsOf()])).cases).toEqual([
      {
        employee: 'e1',
        supervisor: 's1',
        unit: 'u1',
        score: 85,
        achievement: 100,
        indicators: [90, 110],
        family: 'III',
        marks: [],
        isDeclaredClose: false,
        share: 1,
        former: null,
        groups: { sex: 'female', age: '30-39' },
        isHigh: true,
        category: 'good',
        rules: ['differs'],
      },
    ])
  })

  it('takes the seven values times twenty as score and criteria of behaviour', () => {
    const behaviours = behaviourValues.map((value, place) => ({ value, score: place === 0 ? 5 : 4 }))
    const [one] = inputOf([factsOf({ behaviours })], 'behaviour').cases
    expect(one).toMatchObject({ isHigh: false, marks: [100, 80, 80, 80, 80, 80, 80] })
    expect(one?.score).toBeCloseTo(580 / 7, 9)
  })

  it('never takes an incomplete score for a score, nor a missing mark for zero', () => {
    const facts = factsOf({ results: [scored(1, 80), scored(2, null)], behaviours: [{ value: 'KO', score: 3 }] })
    expect(inputOf([facts]).cases[0]?.score).toBeNull()
    const [behaviour] = inputOf([facts], 'behaviour').cases
    expect(behaviour).toMatchObject({ score: null, marks: [null, null, 60, null, null, null, null] })
  })

  it('leaves out who is not rated and who has no supervisor', () => {
    const people = [factsOf({ employeeId: 'e2', rated: false }), factsOf({ employeeId: 'e3', supervisorId: null })]
    expect(inputOf([...people, factsOf()]).cases.map(({ employee }) => employee)).toEqual(['e1'])
  })

  it('counts a rating for who gave it, now and in the former period', () => {
    const former = ratedPeriod([factsOf({ results: [scored(1, 70)] })], { e1: 's8' })
    const [one] = inputOf([factsOf({ supervisorChanged: true })], 'work-results', former, { e1: 's9' }).cases
    expect(one?.supervisor).toBe('s9')
    expect(one?.former).toMatchObject({ supervisor: 's8', score: 70 })
    // 85 after 70 is a jump by the visible rule.
    expect(one?.rules).toEqual(['differs', 'jump'])
  })

  it('puts all grades of PPPK into one family, and none where the grade is not known', () => {
    const families = ['IX', 'V', 'IV/e', ''].map((grade) => inputOf([factsOf({ grade })]).cases[0]?.family)
    expect(families).toEqual(['PPPK', 'PPPK', 'IV', null])
  })

  const level = fc.option(fc.constantFrom(...expectationLevels), { nil: null })
  const half = fc.integer({ min: 0, max: 200 }).map((twice) => twice / 2)
  const anyFacts: fc.Arbitrary<Partial<StaffFacts>> = fc.record({
    nip: fc.option(fc.stringMatching(/^(\d{9}|\d{18})$/), { nil: null }),
    supervisorId: fc.option(fc.constantFrom('s1', 's2', 's3'), { nil: null }),
    grade: fc.constantFrom('', 'III/a', 'IV/b', 'IX'),
    rated: fc.boolean(),
    results: fc
      .array(fc.option(half, { nil: null, freq: 6 }), { maxLength: 3 })
      .map((scores) => scores.map((score, place) => scored(place + 1, score))),
    indicators: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', '0', '50', '99,5', '140', 'baik', '-')), {
        maxLength: 4,
      })
      .map((rows) => rows.map(([number, text]) => indicatorOf(number, text))),
    behaviours: fc
      .uniqueArray(fc.record({ value: fc.constantFrom(...behaviourValues), score: fc.integer({ min: 1, max: 5 }) }), {
        selector: ({ value }) => value,
      })
      .map((rows) => rows),
    assessment: fc.option(
      fc.record({
        workLevel: level,
        workLevelReason: fc.constant(''),
        behaviourLevel: level,
        behaviourLevelReason: fc.constant(''),
        printedPredicate: fc.option(fc.constantFrom(...predicates), { nil: null }),
      }),
      { nil: null },
    ),
  })

  it('is sound whatever a workspace holds, and the same in whatever order its rows come', () => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { maxLength: 12 }),
        fc.constantFrom('work-results', 'behaviour'),
        (rows, dimension) => {
          const people = rows.map((given, place) => factsOf({ ...given, employeeId: `e${place}` }))
          const former = ratedPeriod(people)
          const canonical = (given: readonly StaffFacts[]) => canonicalInput(inputOf(given, dimension, former))
          const turned = people.toReversed().map((facts) => ({ ...facts, behaviours: facts.behaviours.toReversed() }))
          expect(canonical(turned)).toEqual(canonical(people))
          const expected = people.filter(({ rated, supervisorId }) => rated && supervisorId !== null).length
          expect(canonical(people).cases).toHaveLength(expected)
        },
      ),
    )
  })
})
