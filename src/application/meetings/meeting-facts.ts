import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId, MeetingId } from '#domain/model/ids.ts'
import type { AgendaItem, Meeting, Participant } from '#domain/model/meeting.ts'

/** Short looks into the tables that every step of a meeting needs. */
export const participantsOf = (tables: ReadTables, meetingId: MeetingId): readonly Participant[] =>
  tables.participant.where({ meetingId }).toSorted((a, b) => a.position - b.position)

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
