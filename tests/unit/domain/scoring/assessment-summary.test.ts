import { describe, expect, it } from 'vitest'
import { behaviourValues } from '#domain/model/assessment.ts'
import { workResultId } from '#domain/model/ids.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { type AssessmentFacts, summariseAssessment } from '#domain/scoring/assessment-summary.ts'

const first = workResultId.parse('r1')
const complete: AssessmentFacts = {
  workResults: [{ id: first, kind: 'main', weightHundredths: null }],
  scores: [{ workResultId: first, score: 92 }],
  behaviourScores: behaviourValues.map((value) => ({ value, score: 4 })),
  assessment: { workLevel: 'above', behaviourLevel: 'meets', printedPredicate: null },
  studyFailed: null,
}
const summarise = (change: Partial<AssessmentFacts> = {}) =>
  summariseAssessment({ ...complete, ...change }, defaultScoringPolicy)

describe('summary of an assessment', () => {
  it('holds scores, suggestions, official levels and the predicate of the quadrant', () => {
    expect(summarise()).toMatchObject({
      work: { kind: 'complete', score: 92, suggested: 'above' },
      behaviour: { kind: 'complete', sum: 28, score: 80, suggested: 'meets' },
      workLevel: 'above',
      behaviourLevel: 'meets',
      predicate: 'good',
      printedConflict: false,
      missing: [],
    })
  })

  it('has no predicate from suggestions alone: the levels are the supervisor’s', () => {
    const found = summarise({ assessment: null })
    expect(found.predicate).toBeNull()
    expect(found.missing).toEqual(['work-level', 'behaviour-level'])
  })

  it('shows a printed predicate that contradicts the quadrant, and leaves both standing', () => {
    const assessment = { workLevel: 'above', behaviourLevel: 'meets', printedPredicate: 'very-good' } as const
    expect(summarise({ assessment })).toMatchObject({ predicate: 'good', printedConflict: true })
    expect(summarise({ assessment: { ...assessment, printedPredicate: 'good' } }).printedConflict).toBe(false)
  })

  it('gives failed tugas belajar what the rater chose, and shows a printed predicate that is not it', () => {
    expect(summarise({ studyFailed: 'poor' }).predicate).toBe('poor')
    const assessment = { workLevel: 'above', behaviourLevel: 'meets', printedPredicate: 'poor' } as const
    const chosen = summarise({ assessment, studyFailed: 'very-poor' })
    expect(chosen).toMatchObject({ predicate: 'very-poor', printedConflict: true })
  })

  it.each<[string, Partial<AssessmentFacts>, string[]]>([
    ['no plan', { workResults: [], scores: [] }, ['no-plan']],
    [
      'no main result',
      { workResults: [{ id: first, kind: 'additional', weightHundredths: null }] },
      ['no-main-result'],
    ],
    [
      'weights that do not make 100',
      { workResults: [{ id: first, kind: 'main', weightHundredths: 9_999 }] },
      ['weights'],
    ],
    ['a score missing', { scores: [] }, ['work-scores']],
    ['behaviour missing', { behaviourScores: [] }, ['behaviour-scores']],
  ])('says what is missing: %s', (_, change, missing) => {
    expect(summarise(change).missing).toEqual(missing)
  })
})
