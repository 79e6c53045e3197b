import { AppError } from '#domain/app-error.ts'
import type { AgendaItem, Meeting } from '#domain/model/meeting.ts'

/** What may be done to a meeting in each state, and the state it leads to. What is not listed is refused. */
const meetingMoves = {
  planned: { open: 'open' },
  open: { close: 'closed' },
  closed: { reopen: 'open' },
} as const satisfies Record<Meeting['state'], Readonly<Record<string, Meeting['state']>>>

export type MeetingMove = 'open' | 'close' | 'reopen'

/**
 * State of a meeting after a move. Throws E-MEETING-STATE for a move its state does not know.
 * @example nextMeetingState('planned', 'open') // 'open'
 */
export function nextMeetingState(state: Meeting['state'], move: MeetingMove): Meeting['state'] {
  const moves: Readonly<Partial<Record<MeetingMove, Meeting['state']>>> = meetingMoves[state]
  const next = moves[move]
  if (next === undefined) throw new AppError('E-MEETING-STATE', { state })
  return next
}

/** What may be done to one case while the meeting is open. */
const caseMoves = {
  waiting: { start: 'current', decide: 'decided', defer: 'deferred' },
  current: { start: 'current', decide: 'decided', defer: 'deferred', leave: 'waiting' },
  deferred: { start: 'current', decide: 'decided', defer: 'deferred' },
  decided: { revoke: 'waiting' },
} as const satisfies Record<AgendaItem['state'], Readonly<Record<string, AgendaItem['state']>>>

export type CaseMove = 'start' | 'decide' | 'defer' | 'leave' | 'revoke'

/**
 * State of a case after a move. Throws E-MEETING-DECIDED for a decided case, E-MEETING-STATE for any other wrong move.
 * @example nextCaseState('current', 'decide') // 'decided'
 */
export function nextCaseState(state: AgendaItem['state'], move: CaseMove): AgendaItem['state'] {
  const moves: Readonly<Partial<Record<CaseMove, AgendaItem['state']>>> = caseMoves[state]
  const next = moves[move]
  if (next !== undefined) return next
  throw state === 'decided' ? new AppError('E-MEETING-DECIDED') : new AppError('E-MEETING-STATE', { state })
}

/** Refuses changes of a closed meeting: it is reopened with a reason first. */
export function requireNotClosed(meeting: Pick<Meeting, 'state'>): void {
  if (meeting.state === 'closed') throw new AppError('E-MEETING-STATE', { state: meeting.state })
}

/** Refuses work on a case that has been decided: E-MEETING-DECIDED. */
export function requireUndecided(item: Pick<AgendaItem, 'state'>): void {
  if (item.state === 'decided') throw new AppError('E-MEETING-DECIDED')
}

/** Refuses work on cases unless the meeting is open. */
export function requireOpen(meeting: Pick<Meeting, 'state'>): void {
  if (meeting.state !== 'open') throw new AppError('E-MEETING-STATE', { state: meeting.state })
}
