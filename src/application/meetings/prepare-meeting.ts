import { loadPeople } from '#application/people/load-people.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { requireNotClosed, requireUndecided } from '#domain/meeting/transitions.ts'
import { type MeetingId, meetingId, type ParticipantId, type PeriodId, participantId } from '#domain/model/ids.ts'
import type { Meeting, Participant } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import { participantIn, participantsOf, recuseFromOwnCases } from './meeting-facts.ts'
import { writeProposedAgenda } from './plan-agenda.ts'

export type MeetingDetails = Pick<Meeting, 'title' | 'place' | 'heldOn' | 'plannedStart' | 'quorum' | 'minutesPerCase'>

/** A new meeting with its legal basis, the supervisors of the period as participants, and the proposed agenda. */
export function createMeeting(
  workspace: Workspace,
  environment: Environment,
  input: MeetingDetails & { readonly periodId: PeriodId },
  legalBasis: readonly string[],
): MeetingId {
  const id = meetingId.parse(environment.newId())
  const period = workspace.tables.period.require(input.periodId)
  workspace.command({ name: 'meetings.create', summary: { meeting: input.title, period: period.name } }, (tables) => {
    tables.meeting.put({
      ...input,
      id,
      state: 'planned',
      openedAt: null,
      closedAt: null,
      minutesNumber: '',
      legalBasis: [...legalBasis],
      openingNote: '',
      closingNote: '',
    })
    inviteSupervisors(tables, environment, id, period)
    writeProposedAgenda(tables, environment, id, period)
  })
  return id
}

/** The head of the agency leads, the head of the secretariat keeps the record, until the office changes it. */
function inviteSupervisors(tables: WriteTables, environment: Environment, id: MeetingId, period: Period): void {
  const people = loadPeople(tables, period)
  const rating = new Set(people.flatMap((person) => (person.supervisor ? [person.supervisor.id as string] : [])))
  const supervisors = people.filter((person) => rating.has(person.employee.id))
  supervisors.forEach((person, position) => {
    tables.participant.put({
      id: participantId.parse(environment.newId()),
      meetingId: id,
      employeeId: person.employee.id,
      name: person.employee.name,
      nip: person.employee.nip ?? '',
      post: person.placement.post,
      rank: [person.placement.rank, person.placement.grade].filter((part) => part !== '').join(', '),
      role: (['chair', 'secretary'] as const)[position] ?? 'supervisor',
      attendance: 'unknown',
      absenceReason: '',
      position,
    })
  })
}

export type ParticipantFields = Omit<Participant, 'id' | 'meetingId' | 'position' | 'attendance' | 'absenceReason'>

/**
 * Adds or changes a participant. One chair and one secretary: the former holder of the role becomes a supervisor. After
 * the meeting is closed only name, number, post and rank are corrected, as they stand under a signature.
 */
export function saveParticipant(
  workspace: Workspace,
  environment: Environment,
  input: {
    readonly meetingId: MeetingId
    readonly participantId: ParticipantId | null
    readonly fields: ParticipantFields
  },
): ParticipantId {
  const meeting = workspace.tables.meeting.require(input.meetingId)
  const fields = {
    ...input.fields,
    employeeId: input.fields.employeeId ?? knownByNip(workspace.tables, input.fields.nip),
  }
  const id = input.participantId ?? participantId.parse(environment.newId())
  const summary = { meeting: meeting.title, participant: fields.name }
  workspace.command({ name: 'meetings.saveParticipant', summary }, (tables) => {
    const others = participantsOf(tables, input.meetingId)
    const before = others.find((participant) => participant.id === id)
    if (!before && input.participantId !== null) throw new AppError('E-NOT-FOUND', { what: 'participant' })
    const sameSeat = before?.role === fields.role && before.employeeId === fields.employeeId
    if (!sameSeat) requireNotClosed(meeting)
    requireFreeSeat(tables, others, id, fields.employeeId)
    if (fields.role === 'chair' || fields.role === 'secretary') {
      const holders = others.filter((other) => other.role === fields.role && other.id !== id)
      for (const holder of holders) tables.participant.put({ ...holder, role: 'supervisor' })
    }
    tables.participant.put({
      attendance: 'unknown',
      absenceReason: '',
      position: others.length,
      ...before,
      ...fields,
      id,
      meetingId: input.meetingId,
    })
    if (meeting.state === 'open') recuseFromOwnCases(tables, environment, input.meetingId)
  })
  return id
}

/** A guest who carries the NIP of an employee is that employee: nobody handles his own case by being listed as a guest. */
function knownByNip(tables: ReadTables, nip: string): Participant['employeeId'] {
  const digits = nip.replaceAll(/\D/g, '')
  return digits === '' ? null : (tables.employee.where({ nip: digits })[0]?.id ?? null)
}

/** One line of the list per employee; guests who are no employee have no such limit. */
function requireFreeSeat(
  tables: WriteTables,
  participants: readonly Participant[],
  id: ParticipantId,
  employee: Participant['employeeId'],
): void {
  if (employee === null) return
  tables.employee.require(employee)
  const seated = participants.find((participant) => participant.employeeId === employee && participant.id !== id)
  if (seated) throw new AppError('E-RULE-PARTICIPANT', { name: seated.name })
}

/** Takes somebody off the list; not one who gave an opinion on, or left, a case that has been decided. */
export function removeParticipant(workspace: Workspace, id: MeetingId, participant: ParticipantId): void {
  const meeting = workspace.tables.meeting.require(id)
  requireNotClosed(meeting)
  const { name } = participantIn(workspace.tables, id, participant)
  workspace.command(
    { name: 'meetings.removeParticipant', summary: { meeting: meeting.title, participant: name } },
    (tables) => {
      const opinions = tables.opinion.where({ participantId: participant })
      const recusals = tables.recusal.where({ participantId: participant })
      for (const { employeeId } of [...opinions, ...recusals]) {
        for (const item of tables.agendaItem.where({ meetingId: id, employeeId })) requireUndecided(item)
      }
      for (const opinion of opinions) tables.opinion.remove(opinion.id)
      for (const recusal of recusals) tables.recusal.remove(recusal.id)
      for (const waiver of tables.recusalWaiver.where({ participantId: participant }))
        tables.recusalWaiver.remove(waiver.id)
      tables.participant.remove(participant)
    },
  )
}

export function setAttendance(
  workspace: Workspace,
  input: {
    readonly meetingId: MeetingId
    readonly participantIds: readonly ParticipantId[]
    readonly attendance: Participant['attendance']
    readonly absenceReason: string
  },
): void {
  const meeting = workspace.tables.meeting.require(input.meetingId)
  requireNotClosed(meeting)
  const absenceReason = input.attendance === 'present' ? '' : input.absenceReason
  const summary = { meeting: meeting.title, count: input.participantIds.length, attendance: input.attendance }
  workspace.command({ name: 'meetings.setAttendance', summary }, (tables) => {
    for (const id of input.participantIds) {
      const participant = participantIn(tables, input.meetingId, id)
      tables.participant.put({ ...participant, attendance: input.attendance, absenceReason })
    }
  })
}

/** Removes a meeting that was never opened, with its agenda and participants. */
export function removeMeeting(workspace: Workspace, id: MeetingId): void {
  const meeting = workspace.tables.meeting.require(id)
  if (meeting.state !== 'planned') throw new AppError('E-MEETING-STATE', { state: meeting.state })
  workspace.command({ name: 'meetings.remove', summary: { meeting: meeting.title } }, (tables) => {
    for (const name of [
      'meetingCalibration',
      'recusalWaiver',
      'opinion',
      'recusal',
      'decision',
      'note',
      'agendaItem',
      'participant',
    ] as const) {
      const table = tables[name]
      for (const row of table.where({ meetingId: id })) table.remove(row.id)
    }
    for (const item of tables.followUp.where({ meetingId: id })) tables.followUp.put({ ...item, meetingId: null })
    tables.meeting.remove(id)
  })
}
