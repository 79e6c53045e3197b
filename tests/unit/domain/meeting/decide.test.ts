import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionFacts, type DecisionInput, decide } from '#domain/meeting/decide.ts'
import { expectationLevels, failedStudyPredicates } from '#domain/model/levels.ts'
import { predicateOf } from '#domain/rules/quadrant.ts'

const facts: DecisionFacts = {
  assessment: { workLevel: 'above', behaviourLevel: 'above' },
  originalPredicate: 'very-good',
  studyFailed: null,
  supervisorName: 'Ratna',
  supervisorPresent: true,
  organisationKnown: true,
  unitName: 'Bidang P2P',
  now: '2026-11-23T02:00:00.000Z',
}
const input: DecisionInput = {
  workLevel: 'meets',
  behaviourLevel: 'above',
  reasonCode: 'A3',
  reason: 'Dua dari empat target tidak tercapai.',
  evidence: [{ kind: 'document', targetId: '', label: 'Laporan triwulan' }],
  consent: 'agreed',
  consentWay: 'in-meeting',
  dissent: '',
}
const same: DecisionInput = { ...input, workLevel: 'above', reasonCode: null, reason: '', evidence: [] }

describe('keeping', () => {
  it('needs no reason and no consent', () => {
    expect(decide({ ...same, consent: 'pending' }, facts)).toMatchObject({
      outcome: 'keep',
      finalWorkLevel: 'above',
      finalPredicate: 'very-good',
      consent: 'not-needed',
      consentWay: 'none',
      consentAt: null,
      consentBy: '',
    })
  })
})

describe('changing', () => {
  it('is the supervisor’s own act, with the original beside it', () => {
    expect(decide(input, facts)).toMatchObject({
      outcome: 'change',
      originalWorkLevel: 'above',
      originalPredicate: 'very-good',
      finalWorkLevel: 'meets',
      finalPredicate: 'good',
      consentBy: 'Ratna',
      consentAt: facts.now,
    })
  })

  it.each<[string, Partial<DecisionInput>, string]>([
    ['no coded reason', { reasonCode: null }, 'E-RULE-REASON'],
    ['a blank reason', { reason: '  ' }, 'E-RULE-REASON'],
    ['no evidence', { evidence: [] }, 'E-RULE-EVIDENCE'],
  ])('is refused with %s, as a proposal too', (_what, lacking, code) => {
    for (const consent of ['agreed', 'declined', 'pending'] as const) {
      expect(() => decide({ ...input, ...lacking, consent }, facts)).toThrow(expect.objectContaining({ code }))
    }
  })

  it('is refused on a consent nobody can have given', () => {
    const refused = expect.objectContaining({ code: 'E-RULE-CONSENT' })
    expect(() => decide(input, { ...facts, supervisorPresent: false })).toThrow(refused)
    expect(() => decide(input, { ...facts, supervisorName: '' })).toThrow(refused)
    const written = { ...input, consentWay: 'written' } as const
    expect(decide(written, { ...facts, supervisorPresent: false })).toMatchObject({ outcome: 'change' })
  })
})

describe('proposing', () => {
  it.each(['pending', 'declined'] as const)('%s leaves the assessment in force', (consent) => {
    expect(decide({ ...input, consent }, facts)).toMatchObject({
      outcome: 'proposal',
      proposedWorkLevel: 'meets',
      finalWorkLevel: 'above',
      finalPredicate: 'very-good',
      consent,
    })
  })
})

describe('the organisation comes first', () => {
  const unknown = { ...facts, organisationKnown: false }

  it('before any final predicate, not before a proposal', () => {
    const refused = expect.objectContaining({ code: 'E-RULE-ORGANISATION', params: { unit: 'Bidang P2P' } })
    expect(() => decide(input, unknown)).toThrow(refused)
    expect(() => decide(same, unknown)).toThrow(refused)
    expect(decide({ ...input, consent: 'pending' }, unknown)).toMatchObject({ outcome: 'proposal' })
  })

  it('except where the rater is from outside the agency', () => {
    expect(decide(same, { ...facts, organisationKnown: null })).toMatchObject({ outcome: 'keep' })
  })
})

describe('any decision', () => {
  const level = fc.constantFrom(...expectationLevels)
  const anything = fc.record({
    original: fc.record({ workLevel: fc.option(level), behaviourLevel: fc.option(level) }),
    proposed: fc.record({ workLevel: level, behaviourLevel: level }),
    consent: fc.constantFrom('agreed', 'declined', 'pending'),
    studyFailed: fc.constantFrom(null, ...failedStudyPredicates),
  })

  it('copies the original, and changes a level only with consent', () => {
    fc.assert(
      fc.property(anything, ({ original, proposed, consent, studyFailed }) => {
        const result = decide(
          { ...input, ...proposed, consent },
          { ...facts, assessment: original, originalPredicate: null, studyFailed },
        )
        expect(result.originalWorkLevel).toBe(original.workLevel)
        expect(result.originalBehaviourLevel).toBe(original.behaviourLevel)
        const differs =
          result.finalWorkLevel !== original.workLevel || result.finalBehaviourLevel !== original.behaviourLevel
        if (differs) expect(result).toMatchObject({ outcome: 'change', consent: 'agreed' })
        if (result.outcome === 'keep') expect(result.consent).toBe('not-needed')
      }),
    )
  })

  it('has the quadrant’s predicate, or one of the two lowest after a failed tugas belajar', () => {
    fc.assert(
      fc.property(anything, ({ original, proposed, studyFailed }) => {
        const result = decide(
          { ...input, ...proposed, consent: 'agreed' },
          { ...facts, assessment: original, studyFailed },
        )
        const expected = studyFailed ?? predicateOf(proposed.workLevel, proposed.behaviourLevel)
        expect(result.finalPredicate).toBe(expected)
      }),
    )
  })
})
