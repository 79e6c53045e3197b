import type { PersonInPeriod } from '#application/people/load-people.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, WriteTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import { takingPart } from '#domain/meeting/attendance.ts'
import type { EmployeeId, MeetingId, ParticipantId, PeriodId } from '#domain/model/ids.ts'
import type { AgendaItem, Meeting, Participant } from '#domain/model/meeting.ts'

/** Short looks into the tables that every step of a meeting needs. */
export const participantsOf = (tables: ReadTables, meetingId: MeetingId): readonly Participant[] =>
  tables.participant.where({ meetingId }).toSorted((a, b) => a.position - b.position)

export function participantIn(tables: ReadTables, meetingId: MeetingId, id: ParticipantId): Participant {
  const participant = tables.participant.require(id)
  if (participant.meetingId !== meetingId) throw new AppError('E-NOT-FOUND', { what: 'participant' })
  return participant
}

export const agendaOf = (tables: ReadTables, meetingId: MeetingId): readonly AgendaItem[] =>
  tables.agendaItem.where({ meetingId }).toSorted((a, b) => a.position - b.position)

export function caseOf(tables: ReadTables, meetingId: MeetingId, employeeId: EmployeeId): AgendaItem {
  const [item] = tables.agendaItem.where({ meetingId, employeeId })
  if (!item) throw new AppError('E-NOT-FOUND', { what: 'agenda_item' })
  return item
}

export const decisionOf = (tables: ReadTables, meetingId: MeetingId, employeeId: EmployeeId) =>
  tables.decision.where({ meetingId, employeeId })[0]

export const nameOf = (tables: ReadTables, employeeId: EmployeeId): string => tables.employee.require(employeeId).name

/** What the trail says of a step on one case. */
export const caseSummary = (tables: ReadTables, meeting: Meeting, employeeId: EmployeeId) => ({
  meeting: meeting.title,
  employee: nameOf(tables, employeeId),
})

/**
 * Whether a person's rater can answer in the meeting: it is open, and the rater is there and takes part in this case. One
 * who left the case has left the room for it, and answers in writing only.
 */
export function supervisorAnswering(tables: ReadTables, meeting: Meeting) {
  const participants = participantsOf(tables, meeting.id)
  const recusals = tables.recusal.where({ meetingId: meeting.id })
  return ({ employee, supervisor }: Pick<PersonInPeriod, 'employee' | 'supervisor'>): boolean =>
    meeting.state === 'open' &&
    supervisor !== undefined &&
    takingPart(participants, recusals, employee.id).some((participant) => participant.employeeId === supervisor.id)
}

/** Refuses the case of somebody not placed in the period (E-NOT-FOUND) or not rated in it (E-RULE-EXCLUDED). */
export function requireRated(tables: ReadTables, periodId: PeriodId, employeeId: EmployeeId): void {
  const [placement] = tables.placement.where({ periodId, employeeId })
  if (!placement) throw new AppError('E-NOT-FOUND', { what: 'placement' })
  if (!placement.rated) throw new AppError('E-RULE-EXCLUDED', { name: nameOf(tables, employeeId) })
}

/**
 * Nobody handles his own case: whoever sits in the room and is on the agenda leaves that case, on record. Where a seat
 * turned out to be somebody else's, the recusal from the undecided case that is no longer the own one goes; a guest, of whom
 * nothing is known, keeps what was recorded.
 */
export function recuseFromOwnCases(tables: WriteTables, environment: Environment, id: MeetingId): void {
  const agenda = agendaOf(tables, id)
  const discussed = new Set(agenda.map((item) => item.employeeId as string))
  const decided = new Set(agenda.filter((item) => item.state === 'decided').map((item) => item.employeeId as string))
  for (const participant of participantsOf(tables, id)) {
    const { employeeId } = participant
    for (const recusal of tables.recusal.where({ meetingId: id, participantId: participant.id, cause: 'self' })) {
      const foreign = employeeId !== null && recusal.employeeId !== employeeId
      if (foreign && !decided.has(recusal.employeeId)) tables.recusal.remove(recusal.id)
    }
    if (employeeId === null || !discussed.has(employeeId)) continue
    if (tables.recusal.where({ meetingId: id, employeeId, participantId: participant.id }).length > 0) continue
    tables.recusal.put({
      id: environment.newId(),
      meetingId: id,
      employeeId,
      participantId: participant.id,
      cause: 'self',
      note: '',
    })
  }
}
