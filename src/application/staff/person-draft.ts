import type { ReadTable, ReadTables } from '#application/ports/tables.ts'
import type { Assessment, BehaviourScore, ResultScore } from '#domain/model/assessment.ts'
import type { Employee } from '#domain/model/employee.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Placement, Supervision } from '#domain/model/placement.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'

/** What one block of cells may change about a person, as stored (`before`) and as it would be. */
export interface PersonDraft {
  readonly employee: Employee
  readonly before: PersonState
  after: PersonState
}

/** Never changed in place: a refused cell leaves the former state standing. */
export interface PersonState {
  readonly placement: Placement
  readonly supervision: Supervision | undefined
  /** The rater of record as it would be. */
  readonly supervisorId: EmployeeId | null
  readonly assessment: Assessment | undefined
  readonly levels: Pick<Assessment, 'workLevel' | 'workLevelReason' | 'behaviourLevel' | 'behaviourLevelReason'>
  readonly results: readonly WorkResult[]
  readonly indicators: ReadonlyMap<string, Indicator>
  /** By id of the work result. */
  readonly scores: ReadonlyMap<string, number>
  readonly behaviours: ReadonlyMap<BehaviourScore['value'], number>
  readonly storedScores: readonly ResultScore[]
  readonly storedBehaviours: readonly BehaviourScore[]
}

/** Reads everything about the people of a block in a handful of queries. People not placed in the period are left out. */
export function loadDrafts(
  tables: ReadTables,
  period: Period,
  employeeIds: readonly EmployeeId[],
): ReadonlyMap<EmployeeId, PersonDraft> {
  const inPeriod = <Row extends { id: string; employeeId: EmployeeId; periodId: PeriodId }>(table: ReadTable<Row>) =>
    table.whereIn('employeeId', employeeIds, { periodId: period.id } as Partial<Row>)
  const supervisions = groupBy(inPeriod(tables.supervision), (row) => row.employeeId)
  const assessments = keyed(inPeriod(tables.assessment), (row) => row.employeeId)
  const assessmentIds = [...assessments.values()].map((row) => row.id)
  const scores = groupBy(tables.resultScore.whereIn('assessmentId', assessmentIds), (row) => row.assessmentId)
  const behaviours = groupBy(tables.behaviourScore.whereIn('assessmentId', assessmentIds), (row) => row.assessmentId)
  const plans = keyed(inPeriod(tables.workPlan), (row) => row.employeeId)
  const planIds = [...plans.values()].map((plan) => plan.id)
  const results = groupBy(tables.workResult.whereIn('workPlanId', planIds), (row) => row.workPlanId)
  const resultIds = [...results.values()].flatMap((rows) => rows.map((row) => row.id))
  const indicators = groupBy(tables.indicator.whereIn('workResultId', resultIds), (row) => row.workResultId)
  const employees = keyed(tables.employee.whereIn('id', employeeIds), (row) => row.id)

  const drafts = new Map<EmployeeId, PersonDraft>()
  for (const placement of inPeriod(tables.placement)) {
    const { employeeId } = placement
    const employee = employees.get(employeeId)
    if (!employee) continue
    const plan = plans.get(employeeId)
    const own = plan ? (results.get(plan.id) ?? []).toSorted((a, b) => a.number - b.number) : []
    const assessment = assessments.get(employeeId)
    const storedScores = assessment ? (scores.get(assessment.id) ?? []) : []
    const storedBehaviours = assessment ? (behaviours.get(assessment.id) ?? []) : []
    const supervision = raterOfRecord(supervisions.get(employeeId) ?? [], period)
    const before: PersonState = {
      placement,
      supervision,
      supervisorId: supervision?.supervisorId ?? null,
      assessment,
      levels: {
        workLevel: assessment?.workLevel ?? null,
        workLevelReason: assessment?.workLevelReason ?? '',
        behaviourLevel: assessment?.behaviourLevel ?? null,
        behaviourLevelReason: assessment?.behaviourLevelReason ?? '',
      },
      results: own,
      indicators: keyed(
        own.flatMap((result) => indicators.get(result.id) ?? []),
        (row) => row.id,
      ),
      scores: new Map(storedScores.map((row) => [row.workResultId, row.score])),
      behaviours: new Map(storedBehaviours.map((row) => [row.value, row.score])),
      storedScores,
      storedBehaviours,
    }
    drafts.set(employeeId, { employee, before, after: before })
  }
  return drafts
}

function keyed<Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row> {
  const map = new Map<Key, Row>()
  for (const row of rows) map.set(keyOf(row), row)
  return map
}

function groupBy<Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
