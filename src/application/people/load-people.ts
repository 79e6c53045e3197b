import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { Assessment } from '#domain/model/assessment.ts'
import type { Employee } from '#domain/model/employee.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Placement } from '#domain/model/placement.ts'
import type { Unit } from '#domain/model/unit.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'
import { type AssessmentSummary, summariseAssessment } from '#domain/scoring/assessment-summary.ts'

/** One person of a period with everything a rating rests on. */
export interface PersonInPeriod {
  readonly placement: Placement
  readonly employee: Employee
  readonly unit: Unit | undefined
  /** The rater of record. */
  readonly supervisor: Employee | undefined
  /** The unit led by the rater, whose organisation predicate counts (p. 94 (g)); null for a rater from outside. */
  readonly supervisorUnitId: Unit['id'] | null
  readonly assessment: Assessment | undefined
  readonly summary: AssessmentSummary
}

/** The tables a person of a period is put together from. */
const sources = [
  'placement',
  'employee',
  'unit',
  'supervision',
  'assessment',
  'workPlan',
  'workResult',
  'resultScore',
  'behaviourScore',
] as const satisfies readonly (keyof ReadTables)[]

interface Remembered {
  readonly versions: readonly (object | null)[]
  readonly period: string
  readonly people: readonly PersonInPeriod[]
}

/** By the version of the placements, so that nothing outlives the workspace it was read from; then by period. */
const remembered = new WeakMap<object, Map<string, Remembered>>()

/**
 * Everybody placed in a period, by unit, then by name in the order of the Indonesian alphabet. A meeting asks for them
 * at every step, and a decision changes none of these tables: the same people are given again until one of them changes.
 */
export function loadPeople(tables: ReadTables, period: Period): readonly PersonInPeriod[] {
  const versions = sources.map((name) => tables[name].version())
  const [first] = versions
  if (!first || versions.includes(null)) return readPeople(tables, period)
  const ofPeriod = remembered.get(first) ?? new Map<string, Remembered>()
  remembered.set(first, ofPeriod)
  const content = JSON.stringify(period)
  const known = ofPeriod.get(period.id)
  if (known?.period === content && known.versions.every((version, index) => version === versions[index])) {
    return known.people
  }
  const people = readPeople(tables, period)
  ofPeriod.set(period.id, { versions, period: content, people })
  return people
}

function readPeople(tables: ReadTables, period: Period): readonly PersonInPeriod[] {
  const placements = tables.placement.where({ periodId: period.id })
  const employees = byId(tables.employee.all())
  const units = byId(tables.unit.all())
  const unitOf = new Map(placements.map((row) => [row.employeeId as string, row.unitId]))
  const supervisions = grouped(tables.supervision.where({ periodId: period.id }), (row) => row.employeeId)
  const assessments = new Map(
    tables.assessment.where({ periodId: period.id }).map((row) => [row.employeeId as string, row]),
  )
  const summaryOf = summaries(tables, period, assessments)

  const people = placements.flatMap((placement): PersonInPeriod[] => {
    const employee = employees.get(placement.employeeId)
    if (!employee) return []
    const assessment = assessments.get(placement.employeeId)
    const record = raterOfRecord(supervisions.get(placement.employeeId) ?? [], period)
    const supervisor = employees.get(record?.supervisorId ?? assessment?.supervisorId ?? '')
    return [
      {
        placement,
        employee,
        unit: units.get(placement.unitId ?? ''),
        supervisor,
        supervisorUnitId: supervisor === undefined ? null : (unitOf.get(supervisor.id) ?? null),
        assessment,
        summary: summaryOf(placement),
      },
    ]
  })
  const byName = new Intl.Collator('id')
  const position = (person: PersonInPeriod) => person.unit?.position ?? Number.MAX_SAFE_INTEGER
  return people.toSorted((a, b) => position(a) - position(b) || byName.compare(a.employee.name, b.employee.name))
}

function summaries(tables: ReadTables, period: Period, assessments: ReadonlyMap<string, Assessment>) {
  const planOf = new Map(
    tables.workPlan.where({ periodId: period.id }).map((plan) => [plan.employeeId as string, plan.id as string]),
  )
  const weighed = ['id', 'workPlanId', 'kind', 'weightHundredths'] as const
  const results = grouped(
    tables.workResult.pickIn('workPlanId', [...planOf.values()], weighed),
    (row) => row.workPlanId,
  )
  const ids = [...assessments.values()].map((row) => row.id as string)
  const scored = ['assessmentId', 'workResultId', 'score'] as const
  const scores = grouped(tables.resultScore.pickIn('assessmentId', ids, scored), (row) => row.assessmentId)
  const valued = ['assessmentId', 'value', 'score'] as const
  const behaviour = grouped(tables.behaviourScore.pickIn('assessmentId', ids, valued), (row) => row.assessmentId)
  return (placement: Placement): AssessmentSummary => {
    const assessment = assessments.get(placement.employeeId)
    const facts = {
      workResults: results.get(planOf.get(placement.employeeId) ?? '') ?? [],
      scores: scores.get(assessment?.id ?? '') ?? [],
      behaviourScores: behaviour.get(assessment?.id ?? '') ?? [],
      assessment: assessment ?? null,
      studyFailed: placement.studyFailed,
    }
    return summariseAssessment(facts, period.scoring)
  }
}

/** One person of a period, by asking for that person's rows only. Refused when not placed in the period: E-NOT-FOUND. */
export function loadPerson(tables: ReadTables, period: Period, employeeId: EmployeeId): PersonInPeriod {
  const periodId = period.id
  const [placement] = tables.placement.where({ periodId, employeeId })
  if (!placement) throw new AppError('E-NOT-FOUND', { what: 'placement' })
  const [assessment] = tables.assessment.where({ periodId, employeeId })
  const record = raterOfRecord(tables.supervision.where({ periodId, employeeId }), period)
  const supervisorId = record?.supervisorId ?? assessment?.supervisorId
  const supervisor = supervisorId === undefined ? undefined : tables.employee.get(supervisorId)
  const led = supervisor === undefined ? [] : tables.placement.where({ periodId, employeeId: supervisor.id })
  const [plan] = tables.workPlan.where({ periodId, employeeId })
  const assessmentId = assessment?.id
  const facts = {
    workResults: plan === undefined ? [] : tables.workResult.where({ workPlanId: plan.id }),
    scores: assessmentId === undefined ? [] : tables.resultScore.where({ assessmentId }),
    behaviourScores: assessmentId === undefined ? [] : tables.behaviourScore.where({ assessmentId }),
    assessment: assessment ?? null,
    studyFailed: placement.studyFailed,
  }
  return {
    placement,
    employee: tables.employee.require(employeeId),
    unit: placement.unitId === null ? undefined : tables.unit.get(placement.unitId),
    supervisor,
    supervisorUnitId: led[0]?.unitId ?? null,
    assessment,
    summary: summariseAssessment(facts, period.scoring),
  }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  new Map<string, Row>(rows.map((row) => [row.id, row]))

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
