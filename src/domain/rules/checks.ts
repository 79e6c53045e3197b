import { isIndexFar } from '#domain/calibration/case-rules.ts'
import { quorumOf } from '#domain/meeting/attendance.ts'
import type { BehaviourValue } from '#domain/model/assessment.ts'
import type { ExpectationLevel, FailedStudyPredicate, OrganisationPredicate, Predicate } from '#domain/model/levels.ts'
import type { Decision, Meeting, Participant } from '#domain/model/meeting.ts'
import type { DistributionFinding } from './distribution.ts'
import { finalPredicate } from './quadrant.ts'

export const checkIds = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R11', 'R14'] as const
export type CheckId = (typeof checkIds)[number]

/** `declaration`: a relation that has to be stated. None of them moves a rating. */
export type CheckSeverity = 'error' | 'warning' | 'information' | 'declaration'

/** One finding of a check; the sentence is put together from the values, in the user's language. */
export interface CheckFinding {
  readonly id: CheckId
  readonly severity: CheckSeverity
  readonly params: Readonly<Record<string, string | number>>
}

type Rating = 'work' | 'behaviour'

const finding = (id: CheckId, severity: CheckSeverity, params: CheckFinding['params'] = {}): CheckFinding => ({
  id,
  severity,
  params,
})

/**
 * R01: the predicate is the quadrant of both ratings. Failed tugas belajar: Kurang or Sangat Kurang, as the rater chose,
 * whatever the quadrant says. Nothing is found while a part is missing. Source: PermenPANRB 6/2022 p. 99–103.
 * @example checkQuadrant({ work: 'meets', behaviour: 'meets', predicate: 'very-good', studyFailed: null })[0]?.params // { predicate: 'very-good', expected: 'good' }
 */
export function checkQuadrant(facts: {
  readonly work: ExpectationLevel | null
  readonly behaviour: ExpectationLevel | null
  readonly predicate: Predicate | null
  readonly studyFailed: FailedStudyPredicate | null
}): readonly CheckFinding[] {
  const { work, behaviour, predicate } = facts
  if (predicate === null) return []
  if (work === null || behaviour === null) return []
  const expected = finalPredicate(work, behaviour, facts.studyFailed)
  return expected === predicate ? [] : [finding('R01', 'error', { predicate, expected })]
}

/**
 * R02: the organisation predicate of the rater's unit stands before a predicate is final. Source: art. 24–25.
 * @example checkOrganisation({ final: true, organisation: null, unit: 'Bidang P2P' }) // one error naming the unit
 */
export function checkOrganisation(facts: {
  readonly final: boolean
  readonly organisation: OrganisationPredicate | null
  readonly unit: string
}): readonly CheckFinding[] {
  return facts.final && facts.organisation === null ? [finding('R02', 'error', { unit: facts.unit })] : []
}

/**
 * R03: a pool that departs from the guide numbers has a written reason. Open limits, small pools and limits that nobody
 * could meet are no departure. Source: SE MenPANRB 3/2023 as a guide; domain guide 2.1.
 * @example checkPattern(checkDistribution(pack, 'good', pool), '') // one warning per limit that is over or missed
 */
export function checkPattern(limits: readonly DistributionFinding[], reason: string): readonly CheckFinding[] {
  if (reason.trim() !== '') return []
  return limits
    .filter((limit) => limit.status === 'over' || limit.status === 'under')
    .map((limit) =>
      finding('R03', 'warning', {
        group: limit.group.join('+'),
        kind: limit.kind,
        limit: limit.limit,
        count: limit.count,
      }),
    )
}

/** What stands behind the ratings of one person, as numbers of items. */
export interface Grounds {
  readonly realisations: number
  /** Evidence beside work results or indicators. */
  readonly workEvidence: number
  readonly workFeedback: number
  /** Feedback and dated notes about behaviour. */
  readonly behaviourEvidence: number
}

/**
 * R04: each given rating rests on something: results on a realisation plus evidence or feedback, behaviour on feedback or
 * a dated note. Source: PermenPANRB 6/2022 p. 97–102 (weigh realisation, evidence and all feedback).
 * @example checkGrounds({ work: 'meets', behaviour: null }, nothing) // one warning: { rating: 'work', missing: 'realisation' }
 */
export function checkGrounds(
  levels: { readonly work: ExpectationLevel | null; readonly behaviour: ExpectationLevel | null },
  grounds: Grounds,
): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  if (levels.work !== null && grounds.realisations === 0) {
    found.push(finding('R04', 'warning', { rating: 'work', missing: 'realisation' }))
  } else if (levels.work !== null && grounds.workEvidence + grounds.workFeedback === 0) {
    found.push(finding('R04', 'warning', { rating: 'work', missing: 'evidence' }))
  }
  if (levels.behaviour !== null && grounds.behaviourEvidence === 0) {
    found.push(finding('R04', 'warning', { rating: 'behaviour', missing: 'evidence' }))
  }
  return found
}

/**
 * R05: behaviour "di bawah ekspektasi" caps the predicate at Kurang whatever the results, so at least one piece of
 * evidence has both a date and the value it is about. Source: house rule, domain guide 11.
 * @example checkBehaviourBelow('below', [{ date: '2026-08-04', value: null }]) // one error
 */
export function checkBehaviourBelow(
  level: ExpectationLevel | null,
  evidence: readonly { readonly date: string | null; readonly value: BehaviourValue | null }[],
): readonly CheckFinding[] {
  if (level !== 'below') return []
  if (evidence.some((item) => item.date !== null && item.value !== null)) return []
  return [finding('R05', 'error', { dated: evidence.filter((item) => item.date !== null).length })]
}

/**
 * R06: Sangat Baik, one cell of nine, has evidence on both axes. An innovation is asked only by the PP 30 pack.
 * @example checkVeryGood('very-good', { …grounds, behaviourEvidence: 0 }) // one warning: { rating: 'behaviour' }
 */
export function checkVeryGood(predicate: Predicate | null, grounds: Grounds): readonly CheckFinding[] {
  if (predicate !== 'very-good') return []
  const bare: Rating[] = []
  if (grounds.workEvidence + grounds.workFeedback === 0) bare.push('work')
  if (grounds.behaviourEvidence === 0) bare.push('behaviour')
  return bare.map((rating) => finding('R06', 'warning', { rating }))
}

export type ChangeFacts = Pick<
  Decision,
  | 'outcome'
  | 'originalWorkLevel'
  | 'originalBehaviourLevel'
  | 'finalWorkLevel'
  | 'finalBehaviourLevel'
  | 'reason'
  | 'consent'
  | 'consentAt'
  | 'consentBy'
>

/**
 * R07: a changed level keeps what it was, and says who agreed, when and why; silence is never consent. One error for each
 * part that is missing. Decisions that change nothing are not concerned. Source: house rule, domain guide 5 and 11.
 * @example checkChange({ …change, reason: '' })[0]?.params // { missing: 'reason' }
 */
export function checkChange(decision: ChangeFacts): readonly CheckFinding[] {
  if (decision.outcome !== 'change') return []
  const lost = (original: ExpectationLevel | null, final: ExpectationLevel | null) =>
    original === null && final !== null
  const missing = [
    ...(lost(decision.originalWorkLevel, decision.finalWorkLevel) ? ['original-work'] : []),
    ...(lost(decision.originalBehaviourLevel, decision.finalBehaviourLevel) ? ['original-behaviour'] : []),
    ...(decision.reason.trim() === '' ? ['reason'] : []),
    ...(decision.consent === 'agreed' ? [] : ['consent']),
    ...(decision.consentBy.trim() === '' ? ['who'] : []),
    ...(decision.consentAt === null ? ['when'] : []),
  ]
  return missing.map((part) => finding('R07', 'error', { missing: part }))
}

/**
 * R08: nobody rates himself or herself, and a relation between rater and rated person is declared.
 * @example checkRelation({ employeeId: 'a', supervisorId: 'a', relation: null, declared: false }) // one error
 */
export function checkRelation(facts: {
  readonly employeeId: string
  readonly supervisorId: string | null
  readonly relation: 'spouse' | 'relative' | 'conflict' | 'other' | null
  readonly declared: boolean
}): readonly CheckFinding[] {
  if (facts.supervisorId === facts.employeeId) return [finding('R08', 'error', { relation: 'self' })]
  if (facts.relation === null || facts.declared) return []
  return [finding('R08', 'declaration', { relation: facts.relation })]
}

/** One rating beside what the scores suggest; a null suggestion (incomplete scores) asks for nothing. */
export interface RatedAxis {
  readonly rating: Rating
  readonly level: ExpectationLevel | null
  readonly suggested: ExpectationLevel | null
  readonly reason: string
}

/**
 * R09: a level that differs from the suggestion has its written reason.
 * @example checkSuggestion({ rating: 'work', level: 'above', suggested: 'meets', reason: '' }) // one error
 */
export function checkSuggestion(axis: RatedAxis): readonly CheckFinding[] {
  const { rating, level, suggested } = axis
  if (level === null || suggested === null || level === suggested || axis.reason.trim() !== '') return []
  return [finding('R09', 'error', { rating, level, suggested })]
}

/**
 * R11: the achievement index lies far from the level of work results. Information only: the index never decides, and a
 * leader's feedback may well explain it (p. 201).
 * @example checkIndex('above', 83.3)[0]?.severity // 'information'
 */
export function checkIndex(level: ExpectationLevel | null, index: number | null): readonly CheckFinding[] {
  if (level === null || index === null || !isIndexFar(level, index)) return []
  return [finding('R11', 'information', { level, index })]
}

/**
 * R14: attendance of everybody invited is recorded, and the quorum reached where the agency set one, before minutes are
 * final. The regulation knows no quorum. Source: house rule, domain guide 11.
 * @example checkAttendance({ quorum: 3 }, [{ attendance: 'present', role: 'chair' }])[0]?.params // { present: 1, required: 3 }
 */
export function checkAttendance(
  meeting: Pick<Meeting, 'quorum'>,
  participants: readonly Pick<Participant, 'attendance' | 'role'>[],
): readonly CheckFinding[] {
  const unknown = participants.filter((participant) => participant.attendance === 'unknown').length
  const { present, required, reached } = quorumOf(participants, meeting.quorum)
  return [
    ...(unknown > 0 || participants.length === 0 ? [finding('R14', 'warning', { unknown })] : []),
    ...(reached || required === null ? [] : [finding('R14', 'warning', { present, required })]),
  ]
}
