import { describe, expect, it } from 'vitest'
import { expectationLevels } from '#domain/model/levels.ts'
import {
  type ChangeFacts,
  checkAttendance,
  checkBehaviourBelow,
  checkChange,
  checkGrounds,
  checkIndex,
  checkOrganisation,
  checkPattern,
  checkQuadrant,
  checkRelation,
  checkSuggestion,
  checkVeryGood,
  type Grounds,
} from '#domain/rules/checks.ts'
import { checkDistribution, distributionOf } from '#domain/rules/distribution.ts'
import { predicateOf } from '#domain/rules/quadrant.ts'

const full: Grounds = { realisations: 3, workEvidence: 2, workFeedback: 1, behaviourEvidence: 1 }
const none: Grounds = { realisations: 0, workEvidence: 0, workFeedback: 0, behaviourEvidence: 0 }

describe('R01, predicate and quadrant', () => {
  it('finds nothing in the nine cells, and every other predicate', () => {
    for (const work of expectationLevels) {
      for (const behaviour of expectationLevels) {
        const expected = predicateOf(work, behaviour)
        expect(checkQuadrant({ work, behaviour, predicate: expected, studyFailed: null })).toEqual([])
        const other = expected === 'good' ? 'poor' : 'good'
        expect(checkQuadrant({ work, behaviour, predicate: other, studyFailed: null })).toEqual([
          { id: 'R01', severity: 'error', params: { predicate: other, expected } },
        ])
      }
    }
  })

  it('holds failed tugas belajar to the one of Kurang and Sangat Kurang the rater chose', () => {
    const facts = { work: 'above', behaviour: 'above', studyFailed: 'very-poor' } as const
    expect(checkQuadrant({ ...facts, predicate: 'very-poor' })).toEqual([])
    for (const predicate of ['poor', 'very-good'] as const) {
      expect(checkQuadrant({ ...facts, predicate })).toEqual([
        { id: 'R01', severity: 'error', params: { predicate, expected: 'very-poor' } },
      ])
    }
  })

  it('waits for what is missing', () => {
    expect(checkQuadrant({ work: null, behaviour: 'meets', predicate: 'good', studyFailed: null })).toEqual([])
    expect(checkQuadrant({ work: 'meets', behaviour: 'meets', predicate: null, studyFailed: null })).toEqual([])
  })
})

describe('R02 to R06', () => {
  it('R02 asks for the organisation predicate before a predicate is final', () => {
    const unit = 'Bidang A'
    expect(checkOrganisation({ final: true, organisation: null, unit })).toEqual([
      { id: 'R02', severity: 'error', params: { unit } },
    ])
    expect(checkOrganisation({ final: false, organisation: null, unit })).toEqual([])
    expect(checkOrganisation({ final: true, organisation: 'very-poor', unit })).toEqual([])
  })

  it('R03 asks for a reason, once per limit, and is content with one', () => {
    const pack = { limits: { good: [{ sum: ['good' as const], maxPct: 70 }] } } as never
    const pool = distributionOf([...Array(29).fill('good'), ...Array(11).fill('very-good')])
    const limits = checkDistribution(pack, 'good', pool)
    expect(checkPattern(limits, ' ')).toEqual([
      { id: 'R03', severity: 'warning', params: { group: 'good', kind: 'max', limit: 28, count: 29 } },
    ])
    expect(checkPattern(limits, 'Seluruh target tercapai')).toEqual([])
  })

  it('R03 keeps silent about open, small and insoluble pools', () => {
    const limit = { group: ['good'], kind: 'min', percent: 60, limit: 6, count: 0 } as const
    for (const status of ['conforms', 'open', 'information', 'cannot-be-met'] as const) {
      expect(checkPattern([{ ...limit, status }], '')).toEqual([])
    }
    expect(checkPattern([{ ...limit, status: 'under' }], '')).toHaveLength(1)
  })

  it('R04 names what a rating lacks', () => {
    const both = { work: 'meets', behaviour: 'meets' } as const
    expect(checkGrounds(both, full)).toEqual([])
    expect(checkGrounds(both, none).map((found) => found.params)).toEqual([
      { rating: 'work', missing: 'realisation' },
      { rating: 'behaviour', missing: 'evidence' },
    ])
    expect(checkGrounds(both, { ...full, workEvidence: 0, workFeedback: 0 }).map((found) => found.params)).toEqual([
      { rating: 'work', missing: 'evidence' },
    ])
    expect(checkGrounds(both, { ...full, workEvidence: 0 })).toEqual([])
    expect(checkGrounds({ work: null, behaviour: null }, none)).toEqual([])
  })

  it('R05 wants a date and a value on one and the same piece of evidence', () => {
    expect(checkBehaviourBelow('below', [{ date: '2026-08-04', value: 'AK' }])).toEqual([])
    expect(
      checkBehaviourBelow('below', [
        { date: '2026-08-04', value: null },
        { date: null, value: 'AK' },
      ]),
    ).toEqual([{ id: 'R05', severity: 'error', params: { dated: 1 } }])
    expect(checkBehaviourBelow('meets', [])).toEqual([])
    expect(checkBehaviourBelow(null, [])).toEqual([])
  })

  it('R06 wants evidence on both axes of Sangat Baik, and of nothing else', () => {
    expect(checkVeryGood('very-good', none).map((found) => found.params)).toEqual([
      { rating: 'work' },
      { rating: 'behaviour' },
    ])
    expect(checkVeryGood('very-good', full)).toEqual([])
    expect(checkVeryGood('good', none)).toEqual([])
    expect(checkVeryGood(null, none)).toEqual([])
  })
})

describe('R07, a changed level', () => {
  const change: ChangeFacts = {
    outcome: 'change',
    originalWorkLevel: 'meets',
    originalBehaviourLevel: 'meets',
    finalWorkLevel: 'above',
    finalBehaviourLevel: 'meets',
    reason: 'Bukti baru',
    consent: 'agreed',
    consentAt: '2026-10-12T02:00:00.000Z',
    consentBy: 'Siti Aminah',
  }

  it('is content with a change that says everything', () => expect(checkChange(change)).toEqual([]))

  it.each<[string, Partial<ChangeFacts>]>([
    ['original-work', { originalWorkLevel: null }],
    ['original-behaviour', { originalBehaviourLevel: null }],
    ['reason', { reason: ' ' }],
    ['consent', { consent: 'pending' }],
    ['consent', { consent: 'not-needed' }],
    ['who', { consentBy: '' }],
    ['when', { consentAt: null }],
  ])('misses %s', (missing, part) => {
    expect(checkChange({ ...change, ...part })).toEqual([{ id: 'R07', severity: 'error', params: { missing } }])
  })

  it('does not concern a kept level or an open proposal', () => {
    expect(checkChange({ ...change, outcome: 'keep', reason: '' })).toEqual([])
    expect(checkChange({ ...change, outcome: 'proposal', consent: 'declined' })).toEqual([])
  })
})

describe('R08 to R14', () => {
  it('R08 refuses rating oneself and asks for undeclared relations', () => {
    const facts = { employeeId: 'a', supervisorId: 'b', relation: null, declared: false } as const
    expect(checkRelation(facts)).toEqual([])
    expect(checkRelation({ ...facts, supervisorId: null })).toEqual([])
    expect(checkRelation({ ...facts, supervisorId: 'a' })).toMatchObject([{ severity: 'error' }])
    expect(checkRelation({ ...facts, relation: 'spouse' })).toMatchObject([{ severity: 'declaration' }])
    expect(checkRelation({ ...facts, relation: 'spouse', declared: true })).toEqual([])
  })

  it('R09 wants a reason only for a level off its suggestion', () => {
    const axis = { rating: 'work', level: 'above', suggested: 'meets', reason: '' } as const
    expect(checkSuggestion(axis)).toEqual([
      { id: 'R09', severity: 'error', params: { rating: 'work', level: 'above', suggested: 'meets' } },
    ])
    expect(checkSuggestion({ ...axis, reason: 'Umpan balik pimpinan' })).toEqual([])
    expect(checkSuggestion({ ...axis, suggested: 'above' })).toEqual([])
    expect(checkSuggestion({ ...axis, suggested: null })).toEqual([])
    expect(checkSuggestion({ ...axis, level: null })).toEqual([])
  })

  it('R11 informs, and leaves the official example of Direktur II alone', () => {
    expect(checkIndex('above', 83.3)).toEqual([
      { id: 'R11', severity: 'information', params: { level: 'above', index: 83.3 } },
    ])
    expect(checkIndex('meets', 83.33)).toEqual([])
    expect(checkIndex(null, 10)).toEqual([])
    expect(checkIndex('above', null)).toEqual([])
  })

  it('R14 wants every attendance recorded and the quorum reached', () => {
    const people = [
      { attendance: 'present', role: 'chair' },
      { attendance: 'absent', role: 'supervisor' },
      { attendance: 'unknown', role: 'secretary' },
    ] as const
    expect(checkAttendance({ quorum: 2 }, people).map((found) => found.params)).toEqual([
      { unknown: 1 },
      { present: 1, required: 2 },
    ])
    expect(checkAttendance({ quorum: null }, people.slice(0, 2))).toEqual([])
    expect(checkAttendance({ quorum: 1 }, people.slice(0, 2))).toEqual([])
    expect(checkAttendance({ quorum: null }, [])).toHaveLength(1)
  })
})
