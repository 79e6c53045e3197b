import { linkNewestRun } from '#application/calibration/link-run.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { type Approver, approvedBy, recordApproval } from '#application/users/approvals.ts'
import { AppError } from '#domain/app-error.ts'
import { asked, requireNoLowerQuorum, requireReady, takingPart } from '#domain/meeting/attendance.ts'
import {
  nextCaseState,
  nextMeetingState,
  requireNotClosed,
  requireOpen,
  requireUndecided,
} from '#domain/meeting/transitions.ts'
import type { EmployeeId, MeetingId, ParticipantId } from '#domain/model/ids.ts'
import type { AgendaItem, Meeting, Opinion, Recusal } from '#domain/model/meeting.ts'
import {
  agendaOf,
  caseOf,
  caseSummary,
  nameOf,
  participantIn,
  participantsOf,
  recuseFromOwnCases,
} from './meeting-facts.ts'

/** What the office may still write once the meeting is closed. */
const writtenAfterwards: readonly string[] = ['minutesNumber', 'legalBasis', 'openingNote', 'closingNote']

/**
 * Changes the meeting's particulars; after closing only the minutes' own words and number. A quorum the meeting was opened
 * with is not lowered (E-RULE-QUORUM-FIXED).
 */
export function updateMeeting(workspace: Workspace, id: MeetingId, change: Partial<Meeting>): void {
  const meeting = workspace.tables.meeting.require(id)
  if (Object.keys(change).some((field) => !writtenAfterwards.includes(field))) requireNotClosed(meeting)
  if (change.quorum !== undefined) requireNoLowerQuorum(meeting, change.quorum)
  workspace.command({ name: 'meetings.update', summary: { meeting: change.title ?? meeting.title } }, (tables) => {
    tables.meeting.put({ ...tables.meeting.require(id), ...change })
  })
}

/** Opens the meeting: attendance recorded, chair and secretary present, quorum reached. From now on assessments are frozen. */
export function openMeeting(workspace: Workspace, environment: Environment, id: MeetingId): void {
  const meeting = workspace.tables.meeting.require(id)
  const state = nextMeetingState(meeting.state, 'open')
  requireReady(participantsOf(workspace.tables, id), meeting.quorum)
  workspace.command({ name: 'meetings.open', summary: { meeting: meeting.title } }, (tables) => {
    tables.meeting.put({ ...meeting, state, openedAt: environment.now() })
    recuseFromOwnCases(tables, environment, id)
    linkNewestRun(tables, environment, meeting)
  })
}

/** Closes the meeting. Undecided cases stay undecided and are named in the minutes. */
export function closeMeeting(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  approver: Approver = null,
): { undecided: string[] } {
  const meeting = workspace.tables.meeting.require(id)
  const state = nextMeetingState(meeting.state, 'close')
  requireReady(participantsOf(workspace.tables, id), null)
  const now = environment.now()
  const summary = { meeting: meeting.title, ...approvedBy(approver) }
  workspace.command({ name: 'meetings.close', summary }, (tables) => {
    leaveCurrent(tables, id, now)
    tables.meeting.put({ ...meeting, state, closedAt: now })
    recordApproval(tables, { workspace, environment }, approver, approvalOf(meeting, 'close'))
  })
  const open = agendaOf(workspace.tables, id).filter((item) => item.state !== 'decided')
  return { undecided: open.map((item) => nameOf(workspace.tables, item.employeeId)) }
}

export function reopenMeeting(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  reason: string,
  approver: Approver = null,
): void {
  const meeting = workspace.tables.meeting.require(id)
  const state = nextMeetingState(meeting.state, 'reopen')
  const summary = { meeting: meeting.title, ...approvedBy(approver) }
  workspace.command({ name: 'meetings.reopen', summary, reason }, (tables) => {
    tables.meeting.put({ ...meeting, state, closedAt: null })
    recordApproval(tables, { workspace, environment }, approver, approvalOf(meeting, 'reopen'))
  })
}

const approvalOf = ({ id, periodId }: Meeting, kind: 'close' | 'reopen') => ({
  kind,
  periodId,
  meetingId: id,
  subject: '',
})

/** Takes up a case; the one that was current goes back to waiting with its time counted. */
export function startCase(workspace: Workspace, environment: Environment, id: MeetingId, employeeId: EmployeeId): void {
  const meeting = requireOpenMeeting(workspace, id)
  const now = environment.now()
  const name = 'meetings.startCase'
  workspace.command({ name, summary: caseSummary(workspace.tables, meeting, employeeId) }, (tables) => {
    if (caseOf(tables, id, employeeId).state === 'current') return
    leaveCurrent(tables, id, now)
    const item = caseOf(tables, id, employeeId)
    tables.agendaItem.put({ ...item, state: nextCaseState(item.state, 'start'), startedAt: now })
  })
}

/** Records that the scores were opened, after the evidence. */
export function openScores(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  employeeId: EmployeeId,
): string {
  const meeting = requireOpenMeeting(workspace, id)
  const already = caseOf(workspace.tables, id, employeeId).scoresOpenedAt
  if (already !== null) return already
  const now = environment.now()
  const summary = caseSummary(workspace.tables, meeting, employeeId)
  workspace.command({ name: 'meetings.openScores', summary }, (tables) => {
    tables.agendaItem.put({ ...caseOf(tables, id, employeeId), scoresOpenedAt: now })
  })
  return now
}

export function deferCase(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  employeeId: EmployeeId,
  reason: string,
): void {
  const meeting = requireOpenMeeting(workspace, id)
  const summary = caseSummary(workspace.tables, meeting, employeeId)
  workspace.command({ name: 'meetings.defer', summary, reason }, (tables) => {
    const item = caseOf(tables, id, employeeId)
    const state = nextCaseState(item.state, 'defer')
    tables.agendaItem.put({ ...stopped(item, environment.now()), state })
  })
}

/** A participant leaves a case: is not counted for its quorum and gives no opinion on it. Not once it is decided. */
export function recuse(
  workspace: Workspace,
  environment: Environment,
  input: Pick<Recusal, 'meetingId' | 'employeeId' | 'participantId' | 'cause' | 'note'>,
): void {
  const meeting = workspace.tables.meeting.require(input.meetingId)
  requireNotClosed(meeting)
  requireUndecided(caseOf(workspace.tables, input.meetingId, input.employeeId))
  const participant = participantIn(workspace.tables, input.meetingId, input.participantId)
  const summary = { ...caseSummary(workspace.tables, meeting, input.employeeId), participant: participant.name }
  workspace.command({ name: 'meetings.recuse', summary }, (tables) => {
    const { meetingId, employeeId, participantId } = input
    const [before] = tables.recusal.where({ meetingId, employeeId, participantId })
    tables.recusal.put({ ...input, id: before?.id ?? environment.newId() })
    for (const opinion of tables.opinion.where({ meetingId, employeeId, participantId }))
      tables.opinion.remove(opinion.id)
  })
}

/** Takes a recusal back; one from the participant's own case stays. */
export function unrecuse(workspace: Workspace, meetingId: MeetingId, recusalId: string): void {
  const meeting = workspace.tables.meeting.require(meetingId)
  const recusal = workspace.tables.recusal.require(recusalId)
  requireNotClosed(meeting)
  requireUndecided(caseOf(workspace.tables, meetingId, recusal.employeeId))
  const participant = participantIn(workspace.tables, meetingId, recusal.participantId)
  if (participant.employeeId === recusal.employeeId) throw new AppError('E-AUTH-RECUSED')
  const summary = caseSummary(workspace.tables, meeting, recusal.employeeId)
  workspace.command({ name: 'meetings.unrecuse', summary }, (tables) => tables.recusal.remove(recusalId))
}

/** Opinions as given, all or some; an observer or one who left the case gives none (E-AUTH-RECUSED). */
export function recordOpinions(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  employeeId: EmployeeId,
  opinions: readonly { readonly participantId: ParticipantId; readonly opinion: Opinion['opinion'] }[],
): void {
  const meeting = requireOpenMeeting(workspace, id)
  const { tables: read } = workspace
  const recusals = read.recusal.where({ meetingId: id, employeeId })
  requireUndecided(caseOf(read, id, employeeId))
  const taking = asked(takingPart(participantsOf(read, id), recusals, employeeId))
  const may = new Set(taking.map((row) => row.id as string))
  if (opinions.some((opinion) => !may.has(opinion.participantId))) throw new AppError('E-AUTH-RECUSED')
  const summary = { ...caseSummary(read, meeting, employeeId), count: opinions.length }
  workspace.command({ name: 'meetings.recordOpinions', summary }, (tables) => {
    for (const { participantId, opinion } of opinions) {
      const [before] = tables.opinion.where({ meetingId: id, employeeId, participantId })
      tables.opinion.put({ id: before?.id ?? environment.newId(), meetingId: id, employeeId, participantId, opinion })
    }
  })
}

export function requireOpenMeeting(workspace: Workspace, id: MeetingId): Meeting {
  const meeting = workspace.tables.meeting.require(id)
  requireOpen(meeting)
  return meeting
}

function leaveCurrent(tables: WriteTables, id: MeetingId, now: string): void {
  for (const item of tables.agendaItem.where({ meetingId: id, state: 'current' })) {
    tables.agendaItem.put({ ...stopped(item, now), state: nextCaseState(item.state, 'leave') })
  }
}

/** The item with the time since it was taken up added to what it already took. */
export function stopped(item: AgendaItem, now: string): AgendaItem {
  if (item.startedAt === null) return item
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(item.startedAt)) / 1000))
  return { ...item, secondsSpent: item.secondsSpent + seconds, startedAt: null }
}
