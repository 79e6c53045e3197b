import { loadPerson, type PersonInPeriod } from '#application/people/load-people.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { asked, caseQuorum, countOpinions, leaderOf, takingPart } from '#domain/meeting/attendance.ts'
import type { EmployeeId, MeetingId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { WorkResult } from '#domain/model/work-plan.ts'
import { achievementIndex } from '#domain/scoring/achievement-index.ts'
import type { AssessmentSummary } from '#domain/scoring/assessment-summary.ts'
import { caseOf, decisionOf, participantsOf, supervisorAnswering } from './meeting-facts.ts'

/** The case card: evidence, feedback and role first, then scores, history, and what the room has said and decided. */
export function loadCase(tables: ReadTables, id: MeetingId, employeeId: EmployeeId) {
  const meeting = tables.meeting.require(id)
  const period = tables.period.require(meeting.periodId)
  const person = loadPerson(tables, period, employeeId)
  const participants = participantsOf(tables, id)
  const recusals = tables.recusal.where({ meetingId: id, employeeId })
  const taking = takingPart(participants, recusals, employeeId)
  const opinions = tables.opinion.where({ meetingId: id, employeeId })
  const names = new Map(participants.map((participant) => [participant.id as string, participant.name]))
  const results = resultsOf(tables, period, employeeId)
  return {
    item: caseOf(tables, id, employeeId),
    person: personFacts(tables, period, person),
    evidence: evidenceOf(tables, period, results),
    feedback: tables.feedback
      .where({ periodId: period.id, employeeId })
      .map(({ id: feedbackId, fromRole, givenOn, text, symbol }) => ({
        id: feedbackId,
        fromRole,
        givenOn,
        text,
        symbol,
      })),
    role: roleOf(tables, period, person, results),
    work: scored(person.summary.work),
    behaviour: scored(person.summary.behaviour),
    behaviourScores:
      person.assessment === undefined
        ? []
        : tables.behaviourScore
            .where({ assessmentId: person.assessment.id })
            .map(({ value, score, note }) => ({ value, score, note })),
    original: {
      work: person.summary.workLevel,
      behaviour: person.summary.behaviourLevel,
      predicate: person.summary.predicate,
    },
    originalReasons: {
      work: person.assessment?.workLevelReason ?? '',
      behaviour: person.assessment?.behaviourLevelReason ?? '',
    },
    printedPredicate: person.assessment?.printedPredicate ?? null,
    printedConflict: person.summary.printedConflict,
    bands: { work: period.scoring.workBands, behaviour: period.scoring.behaviourBands },
    history: historyOf(tables, period, employeeId),
    recusals: recusals.map((row) => ({ ...row, participantName: names.get(row.participantId) ?? '' })),
    takingPart: taking.map((participant) => participant.id),
    leaderId: leaderOf(taking)?.id ?? null,
    quorum: caseQuorum(taking, participants, meeting.quorum),
    asked: asked(taking).map((participant) => participant.id),
    supervisorPresent: supervisorAnswering(tables, meeting)(person),
    opinions: { ...countOpinions(opinions, taking), given: opinions.map((opinion) => opinion.participantId) },
    decision: decisionOf(tables, id, employeeId) ?? null,
    notes: [...tables.note.where({ meetingId: id, employeeId })],
  }
}

function personFacts(tables: ReadTables, period: Period, person: PersonInPeriod) {
  const unitId = person.supervisorUnitId
  const [organisation] = unitId === null ? [] : tables.organisationResult.where({ periodId: period.id, unitId })
  return {
    employeeId: person.employee.id,
    name: person.employee.name,
    nip: person.employee.nip,
    post: person.placement.post,
    grade: person.placement.grade,
    unit: person.unit?.name ?? '',
    supervisorId: person.supervisor?.id ?? null,
    supervisor: person.supervisor?.name ?? '',
    studyFailed: person.placement.studyFailed,
    organisationPredicate: organisation?.predicate ?? null,
    organisationUnit: unitId === null ? null : tables.unit.require(unitId).name,
  }
}

function resultsOf(tables: ReadTables, period: Period, employeeId: EmployeeId): readonly WorkResult[] {
  const [plan] = tables.workPlan.where({ periodId: period.id, employeeId })
  return plan === undefined
    ? []
    : tables.workResult.where({ workPlanId: plan.id }).toSorted((a, b) => a.number - b.number)
}

function evidenceOf(tables: ReadTables, period: Period, results: readonly WorkResult[]) {
  return results.flatMap((result) =>
    tables.indicator.where({ workResultId: result.id }).map((indicator) => {
      const index = achievementIndex(indicator, period.scoring.indexCap)
      return {
        workResultId: result.id as string,
        workResultNumber: result.number,
        workResult: result.statement,
        kind: result.kind,
        indicatorId: indicator.id as string,
        statement: indicator.statement,
        target: indicator.target,
        realisation: indicator.realisation,
        evidence: indicator.evidence,
        index: index.kind === 'index' ? index.value : null,
        noIndexBecause: index.kind === 'none' ? index.because : null,
      }
    }),
  )
}

/** Of the leader's results that the team serves, how many this person serves: the role matrix in one line (p. 98, 101). */
function roleOf(tables: ReadTables, period: Period, person: PersonInPeriod, results: readonly WorkResult[]) {
  const served = distinct(results)
  const supervisorId = person.supervisor?.id
  if (supervisorId === undefined) return { served: served.length, ofTeam: served.length, leaderResults: served }
  const team = new Set(tables.supervision.where({ periodId: period.id, supervisorId }).map((row) => row.employeeId))
  const plans = tables.workPlan.where({ periodId: period.id }).filter((plan) => team.has(plan.employeeId))
  const all = distinct(
    tables.workResult.whereIn(
      'workPlanId',
      plans.map((plan) => plan.id),
    ),
  )
  return { served: served.length, ofTeam: all.length, leaderResults: served }
}

const distinct = (results: readonly WorkResult[]) => [
  ...new Set(results.map((result) => result.leaderResult).filter((text) => text !== '')),
]

function historyOf(tables: ReadTables, period: Period, employeeId: EmployeeId) {
  return tables.period
    .where({ kind: period.kind })
    .filter((other) => other.endsOn < period.startsOn && tables.placement.count({ periodId: other.id, employeeId }) > 0)
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
    .map((earlier) => {
      const { summary } = loadPerson(tables, earlier, employeeId)
      return {
        period: earlier.name,
        workScore: summary.work.kind === 'complete' ? summary.work.score : null,
        behaviourScore: summary.behaviour.kind === 'complete' ? summary.behaviour.score : null,
        predicate: summary.predicate,
      }
    })
}

function scored(part: AssessmentSummary['work'] | AssessmentSummary['behaviour']) {
  if (part.kind === 'incomplete') return { score: null, suggested: null, present: part.present, total: part.total }
  const total = 'terms' in part ? part.terms.length : 7
  return { score: part.score, suggested: part.suggested, present: total, total }
}
