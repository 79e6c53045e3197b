import { finalDecisions, refuseDecided } from '#application/people/final-decisions.ts'
import { loadPeople, type PersonInPeriod } from '#application/people/load-people.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import {
  type AgendaReason,
  agendaReasons,
  caseCode,
  isWithoutSpread,
  nextCaseNumber,
  proposeAgenda,
} from '#domain/meeting/agenda.ts'
import { requireNotClosed, requireUndecided } from '#domain/meeting/transitions.ts'
import { agendaItemId, type EmployeeId, type MeetingId, type PeriodId } from '#domain/model/ids.ts'
import type { AgendaItem } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import { agendaOf, caseOf, recuseFromOwnCases, requireRated } from './meeting-facts.ts'

/** Makes the agenda anew from the period's data. Cases already decided or chosen by hand stay. */
export function proposeMeetingAgenda(workspace: Workspace, environment: Environment, id: MeetingId) {
  const meeting = workspace.tables.meeting.require(id)
  requireNotClosed(meeting)
  const period = workspace.tables.period.require(meeting.periodId)
  return workspace.command({ name: 'meetings.proposeAgenda', summary: { meeting: meeting.title } }, (tables) => {
    const counts = writeProposedAgenda(tables, environment, id, period)
    if (meeting.state === 'open') recuseFromOwnCases(tables, environment, id)
    return counts
  })
}

/** Writes the proposed agenda inside a command; gives how many are discussed and how many stand on the consent list. */
export function writeProposedAgenda(tables: WriteTables, environment: Environment, id: MeetingId, period: Period) {
  const before = agendaOf(tables, id)
  const settled = before.filter((item) => item.state !== 'waiting' || item.reasons.includes('chosen'))
  const keep = new Set(settled.map((item) => item.employeeId as string))
  for (const item of before) if (!keep.has(item.employeeId)) tables.agendaItem.remove(item.id)
  tables.agendaItem.putAll(settled.map((item, position) => ({ ...item, position })))

  const elsewhere = finalDecisions(tables, { periodId: period.id, except: id })
  const people = loadPeople(tables, period).filter(
    (person) => person.placement.rated && !keep.has(person.employee.id) && !elsewhere.has(person.employee.id),
  )
  const proposed = proposeAgenda(reasonsOf(tables, period, people))
  const codeOf = codes(tables.meeting.require(id).state === 'open' ? before : settled)
  tables.agendaItem.insertAll(
    proposed.map((item, index) => {
      const { employeeId, track, reasons } = item
      const place = { position: settled.length + index, code: codeOf(employeeId) }
      return newItem(environment, id, employeeId, place, track, reasons)
    }),
  )
  const discussion = proposed.filter((item) => item.track === 'discussion').length
  return { discussion, consent: proposed.length - discussion }
}

function reasonsOf(tables: ReadTables, period: Period, people: readonly PersonInPeriod[]) {
  const previous = previousPredicates(tables, period)
  const withoutSpread = teamsWithoutSpread(people)
  return people.map((person) => {
    const employeeId = person.employee.id as string
    const sameForAll = withoutSpread.has(person.supervisor?.id ?? '')
    const facts = { employeeId, summary: person.summary, previousPredicate: previous(employeeId), sameForAll }
    return { employeeId, reasons: agendaReasons(facts, period.scoring) }
  })
}

/** Raters whose complete work scores show no spread (R10). */
function teamsWithoutSpread(people: readonly PersonInPeriod[]): ReadonlySet<string> {
  const scores = new Map<string, number[]>()
  for (const { supervisor, summary } of people) {
    if (supervisor === undefined || summary.work.kind !== 'complete') continue
    const team = scores.get(supervisor.id)
    if (team) team.push(summary.work.score)
    else scores.set(supervisor.id, [summary.work.score])
  }
  return new Set([...scores].filter(([, team]) => isWithoutSpread(team)).map(([supervisorId]) => supervisorId))
}

/** Codes already given stay with their people; new people get the next numbers. */
function codes(kept: readonly AgendaItem[]) {
  const given = new Map(kept.map((item) => [item.employeeId as string, item.code]))
  let number = nextCaseNumber([...given.values()])
  return (employeeId: string) => given.get(employeeId) ?? caseCode(number++)
}

function newItem(
  environment: Environment,
  meeting: MeetingId,
  employeeId: string,
  place: Pick<AgendaItem, 'position' | 'code'>,
  track: AgendaItem['track'],
  reasons: readonly AgendaReason[],
): AgendaItem {
  return {
    id: agendaItemId.parse(environment.newId()),
    meetingId: meeting,
    employeeId: employeeId as EmployeeId,
    ...place,
    track,
    state: 'waiting',
    reasons: [...reasons],
    secondsSpent: 0,
    startedAt: null,
    scoresOpenedAt: null,
  }
}

/** Predicates of the period before, of the same kind; a person without one there has none. */
function previousPredicates(tables: ReadTables, period: Period) {
  const earlier = tables.period
    .where({ kind: period.kind })
    .filter((other) => other.endsOn < period.startsOn)
    .toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))[0]
  if (!earlier) return () => null
  const found = new Map(
    loadPeople(tables, earlier).map((person) => [person.employee.id as string, person.summary.predicate]),
  )
  return (employeeId: string) => found.get(employeeId) ?? null
}

/** How people come to the agenda: the name of the call, why they are listed, and what else belongs to the same step. */
interface Bringing {
  readonly name: string
  /** Beside having been chosen; also for those who are on the agenda already. */
  readonly listed: readonly AgendaReason[]
  readonly also?: (tables: WriteTables, meetingId: MeetingId) => void
}

const byHand: Bringing = { name: 'meetings.addToAgenda', listed: [] }

const withReasons = (item: AgendaItem | undefined, reasons: readonly AgendaReason[]): AgendaItem['reasons'] => [
  ...new Set([...(item?.reasons ?? []), ...reasons]),
]

/**
 * Puts people on the discussion track of a meeting; the latest one of the period that is not closed unless named. Refused
 * for somebody not rated in the period, or made final by another meeting of it.
 */
export function addToAgenda(
  workspace: Workspace,
  environment: Environment,
  input: {
    readonly meetingId: MeetingId | null
    readonly periodId: PeriodId
    readonly employeeIds: readonly EmployeeId[]
  },
  by: Bringing = byHand,
) {
  const { tables } = workspace
  const meeting =
    input.meetingId === null ? nextMeeting(tables, input.periodId) : tables.meeting.require(input.meetingId)
  if (!meeting || meeting.state === 'closed') throw new AppError('E-MEETING-STATE', { state: meeting?.state ?? '–' })
  const summary = { meeting: meeting.title, count: input.employeeIds.length }
  const added = workspace.command({ name: by.name, summary }, (writable) => {
    const items = new Map(agendaOf(writable, meeting.id).map((item) => [item.employeeId as string, item]))
    const codeOf = codes([...items.values()])
    let position = items.size
    let count = 0
    for (const employeeId of new Set(input.employeeIds)) {
      const item = items.get(employeeId)
      if (item?.state === 'decided') continue
      if (item?.track === 'discussion') {
        writable.agendaItem.put({ ...item, reasons: withReasons(item, by.listed) })
        continue
      }
      requireRated(writable, meeting.periodId, employeeId)
      refuseDecided(writable, { periodId: meeting.periodId, of: [employeeId], except: meeting.id })
      const place = { position: position++, code: codeOf(employeeId) }
      const reasons = withReasons(item, [...by.listed, 'chosen'])
      if (item) writable.agendaItem.put({ ...item, track: 'discussion', reasons })
      else writable.agendaItem.put(newItem(environment, meeting.id, employeeId, place, 'discussion', reasons))
      count += 1
    }
    by.also?.(writable, meeting.id)
    if (meeting.state === 'open') recuseFromOwnCases(writable, environment, meeting.id)
    return count
  })
  return { meetingId: meeting.id, added }
}

const nextMeeting = (tables: ReadTables, periodId: PeriodId) =>
  tables.meeting
    .where({ periodId })
    .filter((meeting) => meeting.state !== 'closed')
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0]

export function setTrack(
  workspace: Workspace,
  id: MeetingId,
  employeeId: EmployeeId,
  track: AgendaItem['track'],
): void {
  const meeting = workspace.tables.meeting.require(id)
  requireNotClosed(meeting)
  const employee = workspace.tables.employee.require(employeeId).name
  workspace.command({ name: 'meetings.setTrack', summary: { meeting: meeting.title, employee } }, (tables) => {
    const item = caseOf(tables, id, employeeId)
    requireUndecided(item)
    const reasons = item.reasons.filter((reason) => reason !== 'chosen')
    tables.agendaItem.put({ ...item, track, reasons: track === 'discussion' ? [...reasons, 'chosen'] : reasons })
  })
}

/** Moves one item; the others close up. The codes of cases do not change. */
export function moveItem(workspace: Workspace, id: MeetingId, itemId: AgendaItem['id'], toPosition: number): void {
  const meeting = workspace.tables.meeting.require(id)
  requireNotClosed(meeting)
  workspace.command({ name: 'meetings.moveItem', summary: { meeting: meeting.title } }, (tables) => {
    const items = agendaOf(tables, id)
    const moved = items.find((item) => item.id === itemId)
    if (!moved) throw new AppError('E-NOT-FOUND', { what: 'agenda_item' })
    const others = items.filter((item) => item.id !== itemId)
    const order = others.toSpliced(Math.min(toPosition, others.length), 0, moved)
    tables.agendaItem.putAll(order.map((item, position) => ({ ...item, position })))
  })
}
