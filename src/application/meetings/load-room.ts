import { loadPeople } from '#application/people/load-people.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { quorumOf } from '#domain/meeting/attendance.ts'
import type { MeetingId, PeriodId } from '#domain/model/ids.ts'
import type { Decision } from '#domain/model/meeting.ts'
import { distributionOf } from '#domain/rules/distribution.ts'
import { agendaOf, participantsOf } from './meeting-facts.ts'

/** Meetings of a period with their counts, latest first. */
export function listMeetings(tables: ReadTables, periodId: PeriodId) {
  return tables.meeting
    .where({ periodId })
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
    .map((meeting) => {
      const items = agendaOf(tables, meeting.id)
      const participants = participantsOf(tables, meeting.id)
      return {
        ...meeting,
        cases: items.filter((item) => item.track === 'discussion').length,
        decided: items.filter((item) => item.state === 'decided').length,
        consentList: items.filter((item) => item.track === 'consent').length,
        participants: participants.length,
        present: participants.filter((participant) => participant.attendance === 'present').length,
      }
    })
}

/** Everything the room shows at once: who is there, the agenda with its states, notes, and the distribution before and after. */
export function loadRoom(tables: ReadTables, id: MeetingId) {
  const meeting = tables.meeting.require(id)
  const participants = participantsOf(tables, id)
  const people = loadPeople(tables, tables.period.require(meeting.periodId))
  const personOf = new Map(people.map((person) => [person.employee.id as string, person]))
  const decisions = new Map(tables.decision.where({ meetingId: id }).map((row) => [row.employeeId as string, row]))
  const recusals = new Map<string, number>()
  for (const { employeeId } of tables.recusal.where({ meetingId: id })) {
    recusals.set(employeeId, (recusals.get(employeeId) ?? 0) + 1)
  }
  const names = new Map(people.map((person) => [person.employee.id as string, person.employee.name]))
  return {
    meeting,
    participants: [...participants],
    quorum: quorumOf(participants, meeting.quorum),
    items: agendaOf(tables, id).flatMap((item) => {
      const person = personOf.get(item.employeeId)
      if (!person) return []
      const decision = decisions.get(item.employeeId)
      const { meetingId: _meetingId, scoresOpenedAt: _scoresOpenedAt, ...shown } = item
      return [
        {
          ...shown,
          name: person.employee.name,
          unit: person.unit?.shortName || (person.unit?.name ?? ''),
          supervisor: person.supervisor?.name ?? '',
          originalPredicate: decision?.originalPredicate ?? person.summary.predicate,
          finalPredicate: decision?.finalPredicate ?? null,
          outcome: decision?.outcome ?? null,
          consent: decision?.consent ?? null,
          recusals: recusals.get(item.employeeId) ?? 0,
          complete: person.summary.missing.length === 0,
        },
      ]
    }),
    notes: tables.note.where({ meetingId: id }).map((row) => ({
      ...row,
      employeeName: row.employeeId === null ? null : (names.get(row.employeeId) ?? null),
    })),
    openFollowUps: tables.followUp.where({ meetingId: id, state: 'open' }).length,
    distribution: beforeAndAfter(
      people.filter((person) => person.placement.rated),
      decisions,
    ),
  }
}

/** Undecided cases count with their own rating on both sides, so that the two rows compare like with like. */
function beforeAndAfter(people: ReturnType<typeof loadPeople>, decisions: ReadonlyMap<string, Decision>) {
  const before = distributionOf(people.map((person) => person.summary.predicate))
  const after = distributionOf(
    people.map((person) => decisions.get(person.employee.id)?.finalPredicate ?? person.summary.predicate),
  )
  const undecided = people.filter((person) => !decisions.has(person.employee.id)).length
  return { before: before.counts, after: after.counts, undecided, total: people.length }
}
