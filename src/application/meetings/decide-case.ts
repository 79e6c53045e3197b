import { finalDecisions, refuseDecided } from '#application/people/final-decisions.ts'
import { loadPeople, loadPerson, type PersonInPeriod } from '#application/people/load-people.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { requireNoneRelated, stillRelated } from '#application/relations/due-recusals.ts'
import { AppError } from '#domain/app-error.ts'
import { caseQuorum, leaderOf, requireQuorum, takingPart } from '#domain/meeting/attendance.ts'
import { type DecisionFacts, type DecisionInput, decide } from '#domain/meeting/decide.ts'
import { nextCaseState } from '#domain/meeting/transitions.ts'
import { decisionId, type EmployeeId, type MeetingId, type PeriodId } from '#domain/model/ids.ts'
import type { Decision, Meeting } from '#domain/model/meeting.ts'
import { requireKnownEvidence } from './known-evidence.ts'
import {
  agendaOf,
  caseOf,
  caseSummary,
  decisionOf,
  nameOf,
  participantsOf,
  requireRated,
  supervisorAnswering,
} from './meeting-facts.ts'
import { requireOpenMeeting, stopped } from './run-meeting.ts'

/**
 * Records the decision on one case. The assessment itself is not touched: the decision stands beside it. The quorum is
 * counted without those who left the case; the trail names who led it when that was not the chair. Refused for somebody
 * not rated in the period (E-RULE-EXCLUDED), or made final by another meeting of it (E-RULE-DECIDED).
 */
export function decideCase(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  employeeId: EmployeeId,
  input: DecisionInput,
): { outcome: Decision['outcome']; nextEmployeeId: EmployeeId | null } {
  const meeting = requireOpenMeeting(workspace, id)
  const item = caseOf(workspace.tables, id, employeeId)
  const state = nextCaseState(item.state, 'decide')
  requireRated(workspace.tables, meeting.periodId, employeeId)
  refuseDecided(workspace.tables, { periodId: meeting.periodId, of: [employeeId], except: id })
  const room = roomFor(workspace.tables, meeting)(employeeId)
  requireNoneRelated(room.related)
  requireQuorum(room.quorum)
  requireKnownEvidence(workspace.tables, meeting.periodId, employeeId, input.evidence)
  const outcome = decide(input, factsOf(workspace.tables, meeting, employeeId, environment.now()))
  const meta = {
    name: 'meetings.decide',
    summary: {
      ...caseSummary(workspace.tables, meeting, employeeId),
      outcome: outcome.outcome,
      ...(room.leader === undefined || room.leader.role === 'chair' ? {} : { leader: room.leader.name }),
    },
    reason: outcome.reason,
  }
  workspace.command(meta, (tables) => {
    putDecision(tables, environment, id, employeeId, outcome)
    tables.agendaItem.put({ ...stopped(item, environment.now()), state })
  })
  const next = agendaOf(workspace.tables, id).find((other) => other.track === 'discussion' && other.state === 'waiting')
  return { outcome: outcome.outcome, nextEmployeeId: next?.employeeId ?? null }
}

function putDecision(
  tables: WriteTables,
  environment: Environment,
  meetingId: MeetingId,
  employeeId: EmployeeId,
  outcome: Omit<Decision, 'id' | 'meetingId' | 'employeeId'>,
): void {
  const id = decisionOf(tables, meetingId, employeeId)?.id ?? decisionId.parse(environment.newId())
  tables.decision.put({ id, meetingId, employeeId, ...outcome })
}

/** Who handles a case of the meeting, whether they are enough, and who of them should have left it. */
function roomFor(tables: ReadTables, meeting: Meeting) {
  const participants = participantsOf(tables, meeting.id)
  const relatedTo = stillRelated(tables, meeting.id)
  const recusals = tables.recusal.where({ meetingId: meeting.id })
  return (employeeId: string) => {
    const taking = takingPart(participants, recusals, employeeId)
    const quorum = caseQuorum(taking, participants, meeting.quorum)
    return { quorum, leader: leaderOf(taking), related: relatedTo(employeeId, taking) }
  }
}

/** Whether a person's rater is placed in the agency in the period. */
function insiders(tables: ReadTables, periodId: PeriodId) {
  return ({ supervisor, supervisorUnitId }: PersonInPeriod): boolean =>
    supervisorUnitId !== null ||
    (supervisor !== undefined && tables.placement.count({ periodId, employeeId: supervisor.id }) > 0)
}

/** What deciding needs to know of a person, for one meeting at one moment. */
function factsFor(tables: ReadTables, meeting: Meeting, now: string) {
  const known = new Set(
    tables.organisationResult.where({ periodId: meeting.periodId }).map((row) => row.unitId as string),
  )
  const answersHere = supervisorAnswering(tables, meeting)
  const isInside = insiders(tables, meeting.periodId)
  return (person: PersonInPeriod): DecisionFacts => {
    const inside = isInside(person)
    // A rater of the agency who stands without a unit is no rater from outside: the person's own unit speaks.
    const unitId = person.supervisorUnitId ?? (inside ? person.placement.unitId : null)
    const unplaced = inside ? (person.supervisor?.name ?? '') : ''
    return {
      assessment: person.assessment,
      originalPredicate: person.summary.predicate,
      studyFailed: person.placement.studyFailed,
      supervisorName: person.supervisor?.name ?? '',
      supervisorPresent: answersHere(person),
      organisationKnown: unitId === null ? (inside ? false : null) : known.has(unitId),
      unitName: unitId === null ? unplaced : tables.unit.require(unitId).name,
      now,
    }
  }
}

function factsOf(tables: ReadTables, meeting: Meeting, employeeId: EmployeeId, now: string): DecisionFacts {
  return factsFor(tables, meeting, now)(loadPerson(tables, tables.period.require(meeting.periodId), employeeId))
}

/** Takes a decision back, with a reason; the case waits again. Decision and reason stay in the trail. */
export function revokeDecision(workspace: Workspace, id: MeetingId, employeeId: EmployeeId, reason: string): void {
  const meeting = requireOpenMeeting(workspace, id)
  const summary = caseSummary(workspace.tables, meeting, employeeId)
  workspace.command({ name: 'meetings.revokeDecision', summary, reason }, (tables) => {
    const item = caseOf(tables, id, employeeId)
    const decision = decisionOf(tables, id, employeeId)
    if (!decision) throw new AppError('E-NOT-FOUND', { what: 'decision' })
    tables.decision.remove(decision.id)
    tables.agendaItem.put({ ...item, state: nextCaseState(item.state, 'revoke') })
  })
}

/**
 * The supervisor's later answer to a proposal. With consent it becomes a change, the supervisor's own act. What stood as
 * the original when it was decided stays the original.
 */
export function setConsent(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
  employeeId: EmployeeId,
  answer: { readonly consent: 'agreed' | 'declined'; readonly consentWay: 'in-meeting' | 'written' },
): void {
  const meeting = workspace.tables.meeting.require(id)
  const before = decisionOf(workspace.tables, id, employeeId)
  if (before?.outcome !== 'proposal') throw new AppError('E-NOT-FOUND', { what: 'decision' })
  requireRated(workspace.tables, meeting.periodId, employeeId)
  refuseDecided(workspace.tables, { periodId: meeting.periodId, of: [employeeId], except: id })
  const facts = {
    ...factsOf(workspace.tables, meeting, employeeId, environment.now()),
    assessment: { workLevel: before.originalWorkLevel, behaviourLevel: before.originalBehaviourLevel },
    originalPredicate: before.originalPredicate,
  }
  const outcome = decide(
    { ...before, ...answer, workLevel: before.proposedWorkLevel, behaviourLevel: before.proposedBehaviourLevel },
    facts,
  )
  const summary = { ...caseSummary(workspace.tables, meeting, employeeId), consent: answer.consent }
  workspace.command({ name: 'meetings.setConsent', summary }, (tables) => {
    putDecision(tables, environment, id, employeeId, { ...outcome, decidedAt: before.decidedAt })
  })
}

/** Keeps every complete assessment of the consent list in one step; what cannot be settled yet stays and is named. */
export function decideConsentList(
  workspace: Workspace,
  environment: Environment,
  id: MeetingId,
): { kept: number; left: string[] } {
  const meeting = requireOpenMeeting(workspace, id)
  const { tables: read } = workspace
  const waiting = agendaOf(read, id).filter((item) => item.track === 'consent' && item.state === 'waiting')
  const factsOfPerson = factsFor(read, meeting, environment.now())
  const people = loadPeople(read, read.period.require(meeting.periodId))
  const facts = new Map(people.map((person) => [person.employee.id as string, factsOfPerson(person)]))
  const rated = new Set(people.filter((person) => person.placement.rated).map((person) => person.employee.id as string))
  const elsewhere = finalDecisions(read, { periodId: meeting.periodId, except: id })
  const roomOf = roomFor(read, meeting)
  const left: string[] = []
  const ready = waiting.flatMap((item) => {
    const known = facts.get(item.employeeId)
    const room = roomOf(item.employeeId)
    const workLevel = known?.assessment?.workLevel
    const behaviourLevel = known?.assessment?.behaviourLevel
    if (
      !known ||
      !workLevel ||
      !behaviourLevel ||
      known.organisationKnown === false ||
      !rated.has(item.employeeId) ||
      elsewhere.has(item.employeeId) ||
      !room.quorum.reached ||
      room.related.length > 0
    ) {
      left.push(nameOf(read, item.employeeId))
      return []
    }
    return [{ item, outcome: decide({ ...confirmed, workLevel, behaviourLevel }, known) }]
  })
  workspace.command(
    { name: 'meetings.decideConsentList', summary: { meeting: meeting.title, count: ready.length } },
    (tables) => {
      for (const { item, outcome } of ready) {
        putDecision(tables, environment, id, item.employeeId, outcome)
        tables.agendaItem.put({ ...item, state: nextCaseState(item.state, 'decide') })
      }
    },
  )
  return { kept: ready.length, left }
}

const confirmed = {
  reasonCode: null,
  reason: '',
  evidence: [],
  consent: 'pending',
  consentWay: 'in-meeting',
  dissent: '',
} satisfies Omit<DecisionInput, 'workLevel' | 'behaviourLevel'>
