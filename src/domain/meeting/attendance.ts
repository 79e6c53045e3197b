import { AppError } from '#domain/app-error.ts'
import type { Meeting, Opinion, Participant, Recusal } from '#domain/model/meeting.ts'

/** Participants who are in the room. @example present(list).length */
export const present = <Row extends Pick<Participant, 'attendance'>>(participants: readonly Row[]): readonly Row[] =>
  participants.filter((participant) => participant.attendance === 'present')

export interface Quorum {
  readonly present: number
  readonly total: number
  /** Smallest number present; null when the agency set none. */
  readonly required: number | null
  readonly reached: boolean
}

/**
 * Whether enough people are present. Observers do not count. The regulation knows no quorum: it is the agency's own rule.
 * @example quorumOf([{ attendance: 'present', role: 'chair' }], 1).reached // true
 */
export function quorumOf(
  participants: readonly Pick<Participant, 'attendance' | 'role'>[],
  required: Meeting['quorum'],
): Quorum {
  const counted = participants.filter((participant) => participant.role !== 'observer')
  const here = present(counted).length
  return { present: here, total: counted.length, required, reached: required === null || here >= required }
}

/**
 * Refuses to open a meeting nobody could defend afterwards: the attendance of everybody must be recorded
 * (E-RULE-ATTENDANCE), a chair and a secretary present (E-RULE-OFFICERS), and the quorum reached where one is set
 * (E-RULE-QUORUM).
 */
export function requireReady(participants: readonly Participant[], quorum: Meeting['quorum']): void {
  const unrecorded = participants.some((participant) => participant.attendance === 'unknown')
  const hasRole = (role: Participant['role']) => present(participants).some((participant) => participant.role === role)
  if (unrecorded) throw new AppError('E-RULE-ATTENDANCE')
  if (!hasRole('chair') || !hasRole('secretary')) throw new AppError('E-RULE-OFFICERS')
  requireQuorum(quorumOf(participants, quorum))
}

/**
 * Quorum counted anew for one case, from those who take part in it: whoever left the case is not counted as present.
 * @example caseQuorum(taking, participants, 12).reached
 */
export function caseQuorum(
  taking: readonly Pick<Participant, 'attendance' | 'role'>[],
  participants: readonly Pick<Participant, 'attendance' | 'role'>[],
  required: Meeting['quorum'],
): Quorum {
  const state = quorumOf(taking, required)
  const total = quorumOf(participants, required).total
  // Even without a quorum somebody must be left to handle the case.
  return { ...state, total, reached: state.reached && state.present > 0 }
}

/** Refuses what too few people are present for: E-RULE-QUORUM. */
export function requireQuorum(state: Quorum): void {
  if (!state.reached) throw new AppError('E-RULE-QUORUM', { present: state.present, required: state.required ?? 1 })
}

/**
 * Refuses (E-RULE-QUORUM-FIXED) a lower quorum, or none, once the meeting has been opened with one: whoever is too few to
 * decide does not make the number smaller. Raising it stays possible.
 * @example requireNoLowerQuorum({ openedAt: null, quorum: 12 }, 3) // nothing refused: not opened yet
 */
export function requireNoLowerQuorum(meeting: Pick<Meeting, 'openedAt' | 'quorum'>, next: Meeting['quorum']): void {
  const { openedAt, quorum } = meeting
  if (openedAt === null || quorum === null || (next !== null && next >= quorum)) return
  throw new AppError('E-RULE-QUORUM-FIXED', { required: quorum })
}

/**
 * Who takes part in one case: present, and neither recused nor the employee concerned. Nobody handles his own case.
 * @example takingPart(participants, recusals, 'e1').map((participant) => participant.name)
 */
export function takingPart(
  participants: readonly Participant[],
  recusals: readonly Pick<Recusal, 'employeeId' | 'participantId'>[],
  employeeId: string,
): readonly Participant[] {
  const left = new Set(
    recusals.filter((row) => row.employeeId === employeeId).map((row) => row.participantId as string),
  )
  return present(participants).filter(
    (participant) => participant.employeeId !== employeeId && !left.has(participant.id),
  )
}

/** Who is asked for an opinion on a case: those taking part, observers apart. @example asked(taking).length */
export const asked = <Row extends Pick<Participant, 'role'>>(taking: readonly Row[]): readonly Row[] =>
  taking.filter((participant) => participant.role !== 'observer')

/** Who leads a case: the chair, or, when the chair has left it, the first other participant by the attendance list. */
export function leaderOf(taking: readonly Participant[]): Participant | undefined {
  const raters = taking.filter((participant) => participant.role !== 'observer' && participant.role !== 'secretary')
  return taking.find((participant) => participant.role === 'chair') ?? raters[0] ?? taking[0]
}

export interface OpinionCount {
  readonly received: number
  readonly expected: number
  /** Null until everybody who takes part has given an opinion: nobody sees how others lean before. */
  readonly counts: Readonly<Record<Opinion['opinion'], number>> | null
}

/**
 * Opinions on one case. They are advice; a participant who left the case is not asked and not counted.
 * @example countOpinions([{ participantId: 'p1', opinion: 'fitting' }], [{ id: 'p1' }, { id: 'p2' }]) // { received: 1, expected: 2, counts: null }
 */
export function countOpinions(
  opinions: readonly Pick<Opinion, 'participantId' | 'opinion'>[],
  taking: readonly Pick<Participant, 'id' | 'role'>[],
): OpinionCount {
  const expected = new Set(asked(taking).map((row) => row.id as string))
  const counted = opinions.filter((opinion) => expected.has(opinion.participantId))
  const counts = { 'too-low': 0, fitting: 0, 'too-high': 0, abstain: 0 }
  for (const { opinion } of counted) counts[opinion] += 1
  const complete = expected.size > 0 && counted.length === expected.size
  return { received: counted.length, expected: expected.size, counts: complete ? counts : null }
}
