import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgendaFacts,
  agendaReasons,
  caseCode,
  isWithoutSpread,
  nextCaseNumber,
  proposeAgenda,
} from '#domain/meeting/agenda.ts'
import { agendaReasons as allReasons } from '#domain/model/meeting.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { summariseAssessment } from '#domain/scoring/assessment-summary.ts'

interface Made {
  readonly score?: number
  readonly behaviour?: number
  readonly workLevel?: 'below' | 'meets' | 'above'
  readonly printedPredicate?: 'good' | 'poor' | null
}

const values = ['BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KB'] as const

function facts(made: Made = {}, rest: Partial<AgendaFacts> = {}): AgendaFacts {
  const { score = 84, behaviour = 4, workLevel = 'meets', printedPredicate = null } = made
  const summary = summariseAssessment(
    {
      workResults: [{ id: 'r1' as never, kind: 'main', weightHundredths: null }] as never,
      scores: [{ workResultId: 'r1' as never, score }],
      behaviourScores: values.map((value) => ({ value, score: behaviour })),
      assessment: { workLevel, behaviourLevel: 'meets', printedPredicate },
      studyFailed: null,
    },
    defaultScoringPolicy,
  )
  return { employeeId: 'e', summary, previousPredicate: null, sameForAll: false, ...rest }
}

const reasons = (made?: Made, rest?: Partial<AgendaFacts>) => agendaReasons(facts(made, rest), defaultScoringPolicy)

describe('why a case is discussed', () => {
  it('has no reason where everything is plain', () => {
    expect(reasons()).toEqual([])
  })

  it.each([
    [74.49, []],
    [74.5, ['near-edge']],
    [77.5, ['near-edge']],
    [77.51, []],
    [89.49, []],
    [89.5, ['near-edge']],
  ] as const)('work score %d', (score, expected) => {
    expect(reasons({ score, workLevel: score < 76 ? 'below' : 'meets' })).toEqual(expected)
  })

  it('names a level that is not the suggested one, a contradicting print and a jump', () => {
    expect(reasons({ workLevel: 'above' })).toEqual(['differs'])
    expect(reasons({ printedPredicate: 'poor' })).toEqual(['conflict'])
    expect(reasons({ printedPredicate: 'good' })).toEqual([])
    expect(reasons({}, { previousPredicate: 'poor' })).toEqual(['jump'])
    expect(reasons({}, { previousPredicate: 'needs-improvement' })).toEqual([])
  })

  it('adds the missing spread to another reason, and lists nobody for it alone', () => {
    expect(reasons({}, { sameForAll: true })).toEqual([])
    expect(reasons({ workLevel: 'above' }, { sameForAll: true })).toEqual(['differs', 'spread'])
  })

  it('calls a team without spread from five people and within two points', () => {
    expect(isWithoutSpread([88, 88, 88, 88])).toBe(false)
    expect(isWithoutSpread([88, 88, 88, 88, 90])).toBe(true)
    expect(isWithoutSpread([88, 88, 88, 88, 90.01])).toBe(false)
  })
})

describe('the proposed agenda', () => {
  const people = fc
    .array(fc.uniqueArray(fc.constantFrom(...allReasons)), { maxLength: 30 })
    .map((rows) => rows.map((found, index) => ({ employeeId: `e${index}`, reasons: found })))

  it('holds everybody once, the consent list last, and its order follows from itself', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const agenda = proposeAgenda(rows)
        expect(agenda.map((item) => item.employeeId).toSorted()).toEqual(rows.map((row) => row.employeeId).toSorted())
        expect(agenda.every((item) => (item.track === 'discussion') === item.reasons.length > 0)).toBe(true)
        const firstConsent = agenda.findIndex((item) => item.track === 'consent')
        if (firstConsent >= 0) {
          expect(agenda.slice(firstConsent).every((item) => item.track === 'consent')).toBe(true)
        }
        expect(proposeAgenda(agenda)).toEqual(agenda)
      }),
    )
  })

  it('puts the weightier first and keeps the order of ties', () => {
    const rows = [
      { employeeId: 'edge', reasons: ['near-edge'] },
      { employeeId: 'edge too', reasons: ['near-edge'] },
      { employeeId: 'jump', reasons: ['jump'] },
    ] as const
    expect(proposeAgenda(rows).map((item) => item.employeeId)).toEqual(['jump', 'edge', 'edge too'])
  })
})

describe('codes', () => {
  it('go on after the highest in use', () => {
    expect(caseCode(nextCaseNumber([]))).toBe('K-1')
    expect(caseCode(nextCaseNumber(['K-2', 'K-19', 'K-7']))).toBe('K-20')
  })
})
