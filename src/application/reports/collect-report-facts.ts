import { loadPeople, type PersonInPeriod } from '#application/people/load-people.ts'
import type { ApprovalReader } from '#application/ports/approval-reader.ts'
import type {
  PredicateCounts,
  Rating,
  ReportFacts,
  ReportMeeting,
  ReportPerson,
  TrailTrouble,
} from '#application/ports/report-facts.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { TrailEntry, Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { MeetingId, PeriodId } from '#domain/model/ids.ts'
import { type FailedStudyPredicate, type Predicate, predicates } from '#domain/model/levels.ts'
import type { Decision, Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'
import { finalPredicate } from '#domain/rules/quadrant.ts'
import { collectDuties } from './collect-duties.ts'

export interface ReportSubject {
  readonly periodId: PeriodId | null
  readonly meetingId: MeetingId | null
}

/** What the composition root adds: the words of coded reasons, the standing legal basis, the time, and the journal's reader. */
export interface ReportWords {
  readonly reasonSentences: Readonly<Record<string, string>>
  readonly legalBasis: readonly string[]
  readonly now: string
  readonly trailTrouble: TrailTrouble | null
  readonly approvals: ApprovalReader
}

/** Gathers once everything the documents of a period and meeting say. */
export function collectReportFacts(workspace: Workspace, subject: ReportSubject, words: ReportWords): ReportFacts {
  const { tables } = workspace
  const agency = tables.agency.require('agency')
  const { period, meeting } = subjectOf(tables, subject)
  const decisions = decisionsOf(tables, period, meeting)
  const rows = loadPeople(tables, period)
  const reported = (row: PersonInPeriod) => personOf(row, decisions.get(row.employee.id) ?? null)
  const people = rows.filter((row) => row.placement.rated).map(reported)
  const excluded = rows.filter((row) => !row.placement.rated).map(reported)
  return {
    agency,
    period,
    ...organisationOf(tables, period, rows),
    people,
    excluded,
    before: countsOf(people.map((person) => person.original.predicate)),
    after: countsOf(people.map((person) => person.final.predicate)),
    meeting: meeting === null ? null : meetingFacts(tables, meeting, people),
    duties: collectDuties(workspace, words.approvals, period, meeting),
    reasonSentences: words.reasonSentences,
    legalBasis: words.legalBasis,
    journalLength: workspace.trailLength(),
    trailHead: { ...workspace.anchor(), at: workspace.trail({ beforeSeq: null, limit: 1 })[0]?.at ?? null },
    closingHead: closingHeadOf(workspace, meeting),
    trailTrouble: words.trailTrouble,
    gatheredAt: words.now,
  }
}

/**
 * The head of the chain with the entry that closed the meeting, the last one where it was closed again. What the minutes
 * report was known then; whoever prints them later gets the same code.
 */
function closingHeadOf(workspace: Workspace, meeting: Meeting | null): ReportFacts['closingHead'] {
  if (meeting === null || meeting.state !== 'closed') return null
  for (let beforeSeq: number | null = null; ; ) {
    const [entry]: readonly TrailEntry[] = workspace.trail({ beforeSeq, limit: 1, command: 'meetings.close' })
    if (entry === undefined) return null
    const closed = workspace
      .changesOf(entry.seq)
      .some(({ table, rowId }) => table === 'meeting' && rowId === meeting.id)
    if (closed) return { hash: entry.hash, count: entry.seq, at: entry.at }
    beforeSeq = entry.seq
  }
}

/** The period and meeting asked for; without a meeting's id, the latest of the period that has been opened, else the latest. */
export function subjectOf(tables: ReadTables, subject: ReportSubject): { period: Period; meeting: Meeting | null } {
  if (subject.meetingId !== null) {
    const meeting = tables.meeting.require(subject.meetingId)
    return { meeting, period: tables.period.require(meeting.periodId) }
  }
  const latest = tables.period.all().toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))[0]
  const period = subject.periodId === null ? latest : tables.period.require(subject.periodId)
  if (!period) throw new AppError('E-EXPORT-NOTHING')
  const meetings = tables.meeting.where({ periodId: period.id }).toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
  return { period, meeting: meetings.find((meeting) => meeting.state !== 'planned') ?? meetings[0] ?? null }
}

/** The latest decision of each person in the period: later meetings stand above earlier ones. */
function decisionsOf(tables: ReadTables, period: Period, meeting: Meeting | null): ReadonlyMap<string, Decision> {
  const meetings = tables.meeting
    .where({ periodId: period.id })
    .filter((other) => meeting === null || heldAt(other) <= heldAt(meeting))
    .toSorted((a, b) => heldAt(a).localeCompare(heldAt(b)))
  const latest = new Map<string, Decision>()
  for (const { id } of meetings) {
    for (const decision of tables.decision.where({ meetingId: id })) latest.set(decision.employeeId, decision)
  }
  return latest
}

/** Two meetings of one day stand in the order they were opened; one not opened yet comes last. */
const heldAt = (meeting: Meeting) => `${meeting.heldOn} ${meeting.openedAt ?? '~'}`

const nothingRated: Rating = { work: null, behaviour: null, predicate: null }

function personOf(row: PersonInPeriod, decision: Decision | null): ReportPerson {
  const { placement, employee, summary, assessment } = row
  const original: Rating = {
    work: assessment?.workLevel ?? null,
    behaviour: assessment?.behaviourLevel ?? null,
    predicate: summary.predicate ?? null,
  }
  return {
    employeeId: employee.id,
    name: employee.name,
    nip: employee.nip,
    post: placement.post,
    grade: placement.grade,
    unit: row.unit?.name ?? '',
    supervisor: row.supervisor?.name ?? '',
    workScore: summary.work.kind === 'complete' ? summary.work.score : null,
    behaviourScore: summary.behaviour.kind === 'complete' ? summary.behaviour.score : null,
    original,
    ...outcomeOf(decision, original, placement.studyFailed),
    decision,
    printedConflict: summary.printedConflict ? (assessment?.printedPredicate ?? null) : null,
    excludedBecause: placement.excludedBecause,
  }
}

function outcomeOf(
  decision: Decision | null,
  original: Rating,
  studyFailed: FailedStudyPredicate | null,
): Pick<ReportPerson, 'final' | 'state' | 'proposed'> {
  if (decision === null) return { final: nothingRated, state: 'undecided', proposed: null }
  if (decision.outcome === 'proposal') {
    const proposed = finalPredicate(decision.proposedWorkLevel, decision.proposedBehaviourLevel, studyFailed)
    return { final: original, state: 'proposed', proposed }
  }
  const final = {
    work: decision.finalWorkLevel,
    behaviour: decision.finalBehaviourLevel,
    predicate: decision.finalPredicate,
  }
  return { final, state: decision.outcome === 'change' ? 'changed' : 'kept', proposed: null }
}

function countsOf(found: readonly (Predicate | null)[]): PredicateCounts {
  const counts = Object.fromEntries(
    predicates.map((predicate) => [predicate, found.filter((other) => other === predicate).length]),
  ) as Record<Predicate, number>
  return { counts, unrated: found.filter((predicate) => predicate === null).length, total: found.length }
}

function organisationOf(tables: ReadTables, period: Period, rows: readonly PersonInPeriod[]) {
  const units = tables.unit.all().toSorted((a, b) => a.position - b.position)
  const results = new Map(
    tables.organisationResult.where({ periodId: period.id }).map((row) => [row.unitId as string, row]),
  )
  const organisation = units.flatMap((unit) => {
    const result = results.get(unit.id)
    return result ? [{ unit: unit.name, predicate: result.predicate, setBy: result.setBy, setOn: result.setOn }] : []
  })
  const needed = new Set(rows.map((row) => row.supervisorUnitId))
  const unitsWithoutResult = units
    .filter((unit) => needed.has(unit.id) && !results.has(unit.id))
    .map((unit) => unit.name)
  return { organisation, unitsWithoutResult }
}

function meetingFacts(tables: ReadTables, meeting: Meeting, people: readonly ReportPerson[]): ReportMeeting {
  const employeeNames = new Map(tables.employee.all().map((row) => [row.id as string, row.name]))
  const nameOf = (id: string | null) => (id === null ? null : (employeeNames.get(id) ?? null))
  const participants = tables.participant.where({ meetingId: meeting.id }).toSorted((a, b) => a.position - b.position)
  const participantNames = new Map(participants.map((row) => [row.id as string, row.name]))
  const rated = new Set(people.map((person) => person.employeeId))
  const items = tables.agendaItem.where({ meetingId: meeting.id }).filter((item) => rated.has(item.employeeId))
  const decided = items.filter((item) => item.state === 'decided')
  return {
    meeting,
    participants,
    recusals: tables.recusal.where({ meetingId: meeting.id }).map((row) => ({
      ...row,
      participantName: participantNames.get(row.participantId) ?? '',
      employeeName: nameOf(row.employeeId) ?? '',
    })),
    notes: tables.note
      .where({ meetingId: meeting.id })
      .map((row) => ({ ...row, employeeName: nameOf(row.employeeId) })),
    followUps: tables.followUp
      .where({ meetingId: meeting.id })
      .map((row) => ({ ...row, employeeName: nameOf(row.employeeId) })),
    discussed: decided.filter((item) => item.track === 'discussion').length,
    settledByConsent: decided.filter((item) => item.track === 'consent').length,
    undecided: items
      .filter((item) => item.state !== 'decided')
      .map((item) => nameOf(item.employeeId) ?? '')
      .toSorted(),
    calibration: calibrationOf(tables, meeting),
  }
}

function calibrationOf(tables: ReadTables, { id }: Meeting): ReportMeeting['calibration'] {
  const [link] = tables.meetingCalibration.where({ meetingId: id })
  if (link === undefined) return null
  const { modelVersion, computedAt, dimensions, reason } = tables.calibrationRun.require(link.calibrationRunId)
  return { modelVersion, computedAt, dimensions, reason }
}
