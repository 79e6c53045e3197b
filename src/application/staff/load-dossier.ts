import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import { type BehaviourValue, behaviourValues } from '#domain/model/assessment.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { indexArithmetic, indexReader } from './achievement.ts'
import { decisionsOf, feedbackOf, isAboutResult, personOf, rolesOf, teamOf } from './dossier-parts.ts'
import { planWeights } from './plan-weights.ts'
import { inOrderOfTime } from './record-supervision.ts'
import { type StaffRow, staffRow } from './staff-row.ts'

/** Everything known about one person in one period, evidence first. */
export function loadDossier(tables: ReadTables, reader: StaffReader, period: Period, employeeId: EmployeeId) {
  const employee = tables.employee.get(employeeId)
  if (!employee) throw new AppError('E-NOT-FOUND', { what: 'employee' })
  const row = rowIn(reader, period, employeeId)
  const supervisions = inOrderOfTime(tables.supervision.where({ periodId: period.id, employeeId }), period)
  const record = supervisions.at(-1)
  const feedback = feedbackOf(tables, period.id, employeeId)
  const plan = tables.workPlan.where({ periodId: period.id, employeeId })[0]
  const results = plan ? tables.workResult.where({ workPlanId: plan.id }).toSorted((a, b) => a.number - b.number) : []
  const decisions = decisionsOf(tables, period.id, employeeId)
  const history = historyOf(tables, reader, period, employeeId)
  const { id, name, startsOn, endsOn } = period
  return {
    period: { id, name, startsOn, endsOn },
    scoring: period.scoring,
    employee,
    placement: placementOf(tables, period, employeeId),
    supervisor: record ? personOf(tables, record.supervisorId) : null,
    reviewingSuperior: record?.reviewingSuperiorId ? personOf(tables, record.reviewingSuperiorId) : null,
    supervisions: supervisions.map(({ supervisorId, fromDate, toDate, reason }) => ({
      supervisor: personOf(tables, supervisorId),
      fromDate,
      toDate,
      reason,
    })),
    state: stateOf(tables, reader, period, employeeId, row, history),
    plan: plan ? { approach: plan.approach, results: planOf(tables, period, employeeId, results, feedback) } : null,
    roles: record
      ? rolesOf(
          tables,
          period.id,
          results,
          teamOf(tables, period, record.supervisorId).filter((teammate) => teammate !== employeeId),
        )
      : [],
    feedback: feedback.filter((entry) => !isPlaced(entry.about, results)),
    feedbackCount: feedback.length,
    behaviour: behaviourOf(tables, period, employeeId, row, feedback),
    work: workOf(tables, period, employeeId, row),
    history,
    decisions,
    followUps: tables.followUp
      .where({ periodId: period.id, employeeId })
      .map(({ id, kind, task, responsible, dueOn, state }) => ({ id, kind, task, responsible, dueOn, state })),
  }
}

type FeedbackEntry = ReturnType<typeof feedbackOf>[number]

function rowIn(reader: StaffReader, period: Period, employeeId: EmployeeId): StaffRow | undefined {
  const facts = reader.facts(period.id, [employeeId]).get(employeeId)
  const readIndex = indexReader(period.scoring)
  return facts && staffRow(facts, period.scoring, readIndex)
}

function placementOf(tables: ReadTables, period: Period, employeeId: EmployeeId) {
  const found = tables.placement.where({ periodId: period.id, employeeId })[0]
  if (!found) return null
  const { id: _id, periodId: _period, employeeId: _employee, ...placement } = found
  return { ...placement, unitName: unitName(tables, placement.unitId) }
}

export const unitName = (tables: ReadTables, unitId: string | null): string | null =>
  unitId === null ? null : (tables.unit.get(unitId)?.name ?? null)

function stateOf(
  tables: ReadTables,
  reader: StaffReader,
  period: Period,
  employeeId: EmployeeId,
  row: StaffRow | undefined,
  history: readonly {
    id: string
    name: string
    predicate: StaffRow['predicate']
    finalPredicate: StaffRow['predicate']
  }[],
) {
  const meetings = tables.meeting.where({ periodId: period.id }).map((meeting) => meeting.id as string)
  const before = history.findLast(
    (entry) => entry.id !== period.id && (entry.finalPredicate ?? entry.predicate) !== null,
  )
  const previous = before?.finalPredicate ?? before?.predicate ?? null
  return {
    predicate: row?.predicate ?? null,
    finalPredicate: row?.facts.decision?.finalPredicate ?? null,
    printedPredicate: row?.facts.assessment?.printedPredicate ?? null,
    organisationPredicate: row?.facts.organisationPredicate ?? null,
    previous: before && previous !== null ? { periodName: before.name, predicate: previous } : null,
    decision: row?.facts.decision?.outcome ?? ('none' as const),
    missing: row?.missing ?? [],
    flags: row?.flags ?? [],
    frozen: reader.meetingOpened(period.id),
    onAgenda: tables.agendaItem
      .where({ employeeId })
      .some((item) => meetings.includes(item.meetingId) && (item.track === 'discussion' || item.state === 'decided')),
  }
}

function planOf(
  tables: ReadTables,
  period: Period,
  employeeId: EmployeeId,
  results: readonly WorkResult[],
  feedback: readonly FeedbackEntry[],
) {
  const weights = planWeights(results, period.scoring.mainShare)
  const assessment = tables.assessment.where({ periodId: period.id, employeeId })[0]
  const stored = assessment ? tables.resultScore.where({ assessmentId: assessment.id }) : []
  const scores = new Map<string, number>(stored.map((row) => [row.workResultId, row.score]))
  const ids = results.map((result) => result.id)
  const indicators = tables.indicator.whereIn('workResultId', ids)
  return results.map((result) => {
    const weight = weights.get(result.id) ?? null
    const score = scores.get(result.id) ?? null
    const { workPlanId: _plan, weightHundredths, ...shown } = result
    return {
      ...shown,
      weight,
      weightTyped: weightHundredths !== null,
      score,
      contribution: weight === null || score === null ? null : (weight * score) / 100,
      feedback: feedback.filter((entry) => isAboutResult(entry, result.number)),
      indicators: indicatorsOf(indicators, result, period),
    }
  })
}

const byNumber = new Intl.Collator('id', { numeric: true })

function indicatorsOf(indicators: readonly Indicator[], result: WorkResult, period: Period) {
  return indicators
    .filter((indicator) => indicator.workResultId === result.id)
    .toSorted((a, b) => byNumber.compare(a.number, b.number))
    .map(({ workResultId: _result, ...indicator }) => ({
      ...indicator,
      index: indexArithmetic(indicator, period.scoring),
    }))
}

const isPlaced = (about: string, results: readonly WorkResult[]): boolean =>
  behaviourOfFeedback(about) !== null || results.some((result) => isAboutResult({ about }, result.number))

const behaviourOfFeedback = (about: string): BehaviourValue | null =>
  behaviourValues.find((value) => value === about.trim().toUpperCase()) ?? null

function behaviourOf(
  tables: ReadTables,
  period: Period,
  employeeId: EmployeeId,
  row: StaffRow | undefined,
  feedback: readonly FeedbackEntry[],
) {
  const assessment = tables.assessment.where({ periodId: period.id, employeeId })[0]
  const scores = assessment ? tables.behaviourScore.where({ assessmentId: assessment.id }) : []
  const expectations = tables.behaviourExpectation.where({ periodId: period.id, employeeId })
  const complete = scores.length === behaviourValues.length
  return {
    values: behaviourValues.map((value) => {
      const score = scores.find((candidate) => candidate.value === value)
      return {
        value,
        score: score?.score ?? null,
        note: score?.note ?? '',
        expectation: expectations.find((candidate) => candidate.value === value)?.expectation ?? '',
        feedback: feedback.filter((entry) => behaviourOfFeedback(entry.about) === value),
      }
    }),
    scored: scores.length,
    sum: complete ? scores.reduce((sum, score) => sum + score.score, 0) : null,
    score: row?.behaviourScore ?? null,
    suggested: row?.suggestedBehaviourLevel ?? null,
    official: assessment?.behaviourLevel ?? null,
    reason: assessment?.behaviourLevelReason ?? '',
  }
}

function workOf(tables: ReadTables, period: Period, employeeId: EmployeeId, row: StaffRow | undefined) {
  const assessment = tables.assessment.where({ periodId: period.id, employeeId })[0]
  return {
    scored: row?.scoredCount ?? 0,
    planned: row?.facts.results.length ?? 0,
    score: row?.workScore ?? null,
    suggested: row?.suggestedWorkLevel ?? null,
    official: assessment?.workLevel ?? null,
    reason: assessment?.workLevelReason ?? '',
    achievementIndex: row?.achievementIndex ?? null,
    note: assessment?.note ?? '',
  }
}

/** The person in every period up to this one in which he or she was placed, oldest first. */
function historyOf(tables: ReadTables, reader: StaffReader, period: Period, employeeId: EmployeeId) {
  const placed = new Set(tables.placement.where({ employeeId }).map((placement) => placement.periodId))
  return tables.period
    .all()
    .filter(
      (candidate) => candidate.endsOn <= period.endsOn && (placed.has(candidate.id) || candidate.id === period.id),
    )
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
    .map((past) => {
      const row = rowIn(reader, past, employeeId)
      const supervisorId = row?.facts.supervisorId ?? null
      const { id, name, kind, year, ordinal } = past
      return {
        id,
        name,
        kind,
        year,
        ordinal,
        workScore: row?.workScore ?? null,
        behaviourScore: row?.behaviourScore ?? null,
        predicate: row?.predicate ?? null,
        finalPredicate: row?.facts.decision?.finalPredicate ?? null,
        supervisor: supervisorId === null ? null : (tables.employee.get(supervisorId)?.name ?? null),
      }
    })
}
