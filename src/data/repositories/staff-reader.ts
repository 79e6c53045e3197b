import type {
  AssessmentFacts,
  IndicatorFacts,
  IndicatorRowFacts,
  ResultFacts,
  StaffFacts,
  StaffReader,
} from '#application/ports/staff-reader.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { type Sql, sql } from '#data/store/sql.ts'
import type { BehaviourValue } from '#domain/model/assessment.ts'
import type { ExpectationLevel, FailedStudyPredicate, OrganisationPredicate, Predicate } from '#domain/model/levels.ts'

/**
 * The staff grids' reader. A board of 10,000 people must be there in about a second, so rows are read as SQLite gives
 * them (its CHECKs guard the words) and what belongs to one person is packed into one JSON text per person by SQLite:
 * far fewer rows cross from WebAssembly. A property test holds it against the repositories.
 */
export function staffReader(db: ReadableDatabase): StaffReader {
  return {
    people(periodId) {
      const packed = db.value<string>(sql`SELECT json_group_array(json_array(employee.id, employee.name)) FROM placement
        JOIN employee ON employee.id = placement.employee_id WHERE placement.period_id = ${periodId}`)
      const people = JSON.parse(packed ?? '[]') as [string, string][]
      return people.map(([employeeId, name]) => ({ employeeId, name }))
    },
    facts: (periodId, employeeIds) => readFacts(db, periodId, employeeIds),
    ratingFacts: (periodId, employeeIds) => readFacts(db, periodId, employeeIds, true),
    resultNumbers: (periodId) => unbrokenNumbers(db, periodId) ?? readResultNumbers(db, periodId),
    supervisors: (periodId) =>
      db.all(sql`SELECT id, name FROM employee WHERE id IN
        (SELECT supervisor_id FROM supervision WHERE period_id = ${periodId})`),
    names: (employeeIds) =>
      db.all(
        sql`SELECT id, name FROM employee WHERE id IN (SELECT value FROM json_each(${JSON.stringify(employeeIds)}))`,
      ),
    meetingOpened: (periodId) =>
      db.value<number>(sql`SELECT 1 FROM meeting WHERE period_id = ${periodId} AND opened_at IS NOT NULL LIMIT 1`) ===
      1,
    results: (periodId, employeeIds) =>
      new Map([...readPlans(db, periodId, employeeIds)].map(([employeeId, plan]) => [employeeId, plan.results])),
    indicators: (periodId, employeeIds) => readIndicators(db, periodId, employeeIds),
  }
}

/**
 * 1 to n where some plan has a result of each number, else null. Nearly every period is like that, and to find it out a
 * look at the last result of each plan suffices; `readResultNumbers` visits every result.
 */
function unbrokenNumbers(db: ReadableDatabase, periodId: string): readonly number[] | null {
  const last = db.value<number>(sql`SELECT max((SELECT max(number) FROM work_result WHERE work_plan_id = work_plan.id))
    FROM work_plan WHERE period_id = ${periodId}`)
  const numbers: number[] = []
  for (let number = 1; number <= (last ?? 0); number++) {
    const found = db.value<number>(sql`SELECT 1 FROM work_plan
      JOIN work_result ON work_result.work_plan_id = work_plan.id AND work_result.number = ${number}
      WHERE work_plan.period_id = ${periodId} LIMIT 1`)
    if (found === undefined) return null
    numbers.push(number)
  }
  return numbers
}

const readResultNumbers = (db: ReadableDatabase, periodId: string): readonly number[] =>
  db
    .all<{ number: number }>(
      sql`SELECT DISTINCT number FROM work_result JOIN work_plan ON work_plan.id = work_result.work_plan_id
        WHERE work_plan.period_id = ${periodId} ORDER BY number`,
    )
    .map((row) => row.number)

/** One statement whatever the number of people, so that it is prepared once. */
function only(column: Sql, employeeIds: readonly string[] | null): Sql {
  if (employeeIds === null) return sql``
  return sql` AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(employeeIds)}))`
}

interface PersonRow {
  employeeId: string
  name: string
  nip: string | null
  status: StaffFacts['status']
  unitId: string | null
  post: string
  postKind: StaffFacts['postKind']
  grade: string
  rank: string
  rated: number
  excludedBecause: string
  studyFailed: FailedStudyPredicate | null
  assessmentId: string | null
  workLevel: ExpectationLevel | null
  workLevelReason: string | null
  behaviourLevel: ExpectationLevel | null
  behaviourLevelReason: string | null
  printedPredicate: Predicate | null
}

function readPeople(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null): PersonRow[] {
  return db.all<PersonRow>(sql`SELECT p.employee_id AS employeeId, e.name AS name, e.nip AS nip, e.status AS status,
      p.unit_id AS unitId, p.post AS post, p.post_kind AS postKind, p.grade AS grade, p.rank AS rank, p.rated AS rated,
      p.excluded_because AS excludedBecause, p.study_failed AS studyFailed, a.id AS assessmentId,
      a.work_level AS workLevel, a.work_level_reason AS workLevelReason, a.behaviour_level AS behaviourLevel,
      a.behaviour_level_reason AS behaviourLevelReason, a.printed_predicate AS printedPredicate
    FROM placement p JOIN employee e ON e.id = p.employee_id
    LEFT JOIN assessment a ON a.period_id = p.period_id AND a.employee_id = p.employee_id
    WHERE p.period_id = ${periodId}${only(sql`p.employee_id`, employeeIds)}`)
}

function readFacts(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null, onlyRatings = false) {
  const plans = readPlans(db, periodId, employeeIds)
  const indicators = readIndicatorFacts(db, periodId, employeeIds)
  const behaviours = readBehaviours(db, periodId, employeeIds)
  const supervisors = readSupervisors(db, periodId, employeeIds)
  const feedback = onlyRatings ? null : readFeedbackCounts(db, periodId, employeeIds)
  const decisions = onlyRatings ? null : readDecisions(db, periodId, employeeIds)
  const raters = employeeIds === null ? null : [...supervisors.values()].map((row) => row.supervisorId)
  const organisation = onlyRatings ? null : organisationOf(db, periodId, raters)
  const facts = new Map<string, StaffFacts>()
  for (const row of readPeople(db, periodId, employeeIds)) {
    const { employeeId } = row
    const plan = plans.get(employeeId)
    const supervisor = supervisors.get(employeeId)
    const supervisorId = supervisor?.supervisorId ?? null
    facts.set(employeeId, {
      employeeId,
      name: row.name,
      nip: row.nip,
      status: row.status,
      unitId: row.unitId,
      supervisorId,
      supervisorChanged: (supervisor?.count ?? 0) > 1,
      post: row.post,
      postKind: row.postKind,
      grade: row.grade,
      rank: row.rank,
      rated: row.rated === 1,
      excludedBecause: row.excludedBecause,
      studyFailed: row.studyFailed,
      approach: plan?.approach ?? null,
      results: plan?.results ?? [],
      indicators: indicators.get(employeeId) ?? [],
      assessment: assessmentOf(row),
      behaviours: behaviours.get(employeeId) ?? [],
      feedbackCount: feedback?.get(employeeId) ?? 0,
      decision: decisions?.get(employeeId) ?? null,
      organisationPredicate: organisation?.(supervisorId, row.unitId) ?? null,
    })
  }
  return facts
}

function assessmentOf(row: PersonRow): AssessmentFacts | null {
  if (row.assessmentId === null) return null
  return {
    workLevel: row.workLevel,
    workLevelReason: row.workLevelReason ?? '',
    behaviourLevel: row.behaviourLevel,
    behaviourLevelReason: row.behaviourLevelReason ?? '',
    printedPredicate: row.printedPredicate,
  }
}

interface PackedRow {
  employeeId: string
  packed: string
}

interface PlanFacts {
  readonly approach: StaffFacts['approach']
  readonly results: readonly ResultFacts[]
}

function readPlans(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  type Packed = [number, ResultFacts['kind'], number | null, number | null]
  const rows = db.all<PackedRow & { approach: StaffFacts['approach'] }>(sql`SELECT wp.employee_id AS employeeId,
      wp.approach AS approach,
      json_group_array(json_array(wr.number, wr.kind, wr.weight_hundredths, rs.score)) AS packed
    FROM work_plan wp LEFT JOIN work_result wr ON wr.work_plan_id = wp.id
    LEFT JOIN assessment a ON a.period_id = wp.period_id AND a.employee_id = wp.employee_id
    LEFT JOIN result_score rs ON rs.assessment_id = a.id AND rs.work_result_id = wr.id
    WHERE wp.period_id = ${periodId}${only(sql`wp.employee_id`, employeeIds)} GROUP BY wp.employee_id`)
  const plans = new Map<string, PlanFacts>()
  for (const row of rows) {
    const results = (JSON.parse(row.packed) as (Packed | [null, null, null, null])[])
      .filter((packed): packed is Packed => packed[0] !== null)
      .map(([number, kind, weightHundredths, score]) => ({ number, kind, weightHundredths, score }))
      .sort((a, b) => a.number - b.number)
    plans.set(row.employeeId, { approach: row.approach, results })
  }
  return plans
}

function readIndicatorFacts(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  type Packed = [
    number,
    string,
    IndicatorFacts['direction'],
    IndicatorFacts['aspect'],
    string | null,
    string,
    number | null,
  ]
  // The statement decides only where nothing else gives the direction; without it a third of the text crosses.
  const rows = db.all<PackedRow>(sql`SELECT wp.employee_id AS employeeId,
      json_group_array(json_array(wr.number, i.target, i.direction, i.aspect,
        CASE WHEN i.direction = 'unknown' THEN i.statement END, i.realisation, i.index_override)) AS packed
    FROM work_plan wp JOIN work_result wr ON wr.work_plan_id = wp.id JOIN indicator i ON i.work_result_id = wr.id
    WHERE wp.period_id = ${periodId}${only(sql`wp.employee_id`, employeeIds)} GROUP BY wp.employee_id`)
  return new Map(
    rows.map((row) => [
      row.employeeId,
      (JSON.parse(row.packed) as Packed[]).map(
        ([resultNumber, target, direction, aspect, statement, realisation, indexOverride]): IndicatorFacts => ({
          resultNumber,
          target,
          direction,
          aspect,
          statement: statement ?? '',
          realisation,
          indexOverride,
        }),
      ),
    ]),
  )
}

function readBehaviours(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  const rows = db.all<PackedRow>(sql`SELECT a.employee_id AS employeeId,
      json_group_array(json_array(bs.value, bs.score)) AS packed
    FROM assessment a JOIN behaviour_score bs ON bs.assessment_id = a.id
    WHERE a.period_id = ${periodId}${only(sql`a.employee_id`, employeeIds)} GROUP BY a.employee_id`)
  return new Map(
    rows.map((row) => [
      row.employeeId,
      (JSON.parse(row.packed) as [BehaviourValue, number][]).map(([value, score]) => ({ value, score })),
    ]),
  )
}

/** The rater of record comes last, as in domain/rules/supervision. */
function readSupervisors(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  const rows = db.all<{ employeeId: string; supervisorId: string }>(sql`SELECT employee_id AS employeeId,
      supervisor_id AS supervisorId FROM supervision
    WHERE period_id = ${periodId}${only(sql`employee_id`, employeeIds)}
    ORDER BY employee_id, coalesce(to_date, (SELECT ends_on FROM period WHERE id = ${periodId})),
      coalesce(from_date, (SELECT starts_on FROM period WHERE id = ${periodId})), rowid`)
  const supervisors = new Map<string, { supervisorId: string; count: number }>()
  for (const { employeeId, supervisorId } of rows) {
    supervisors.set(employeeId, { supervisorId, count: (supervisors.get(employeeId)?.count ?? 0) + 1 })
  }
  return supervisors
}

function readFeedbackCounts(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  const rows = db.all<{ employeeId: string; count: number }>(sql`SELECT employee_id AS employeeId, count(*) AS count
    FROM feedback WHERE period_id = ${periodId}${only(sql`employee_id`, employeeIds)} GROUP BY employee_id`)
  return new Map(rows.map((row) => [row.employeeId, row.count]))
}

/** The latest decision of any meeting of the period. */
function readDecisions(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  type Row = NonNullable<StaffFacts['decision']> & { employeeId: string }
  const rows = db.all<Row>(sql`SELECT d.employee_id AS employeeId, d.outcome AS outcome,
      d.final_predicate AS finalPredicate
    FROM decision d JOIN meeting m ON m.id = d.meeting_id
    WHERE m.period_id = ${periodId}${only(sql`d.employee_id`, employeeIds)} ORDER BY d.decided_at, d.rowid`)
  return new Map(rows.map(({ employeeId, outcome, finalPredicate }) => [employeeId, { outcome, finalPredicate }]))
}

/** Art. 24–25 (p. 94 (g)): the predicate of the unit led by the rater, that is, where the rater himself is placed. */
function organisationOf(db: ReadableDatabase, periodId: string, supervisorIds: readonly string[] | null) {
  const predicates = new Map(
    db
      .all<{ unitId: string; predicate: OrganisationPredicate }>(
        sql`SELECT unit_id AS unitId, predicate FROM organisation_result WHERE period_id = ${periodId}`,
      )
      .map((row) => [row.unitId, row.predicate]),
  )
  const unitsOfSupervisors = new Map(
    db
      .all<{ employeeId: string; unitId: string | null }>(
        sql`SELECT employee_id AS employeeId, unit_id AS unitId FROM placement WHERE period_id = ${periodId}
          AND employee_id IN (SELECT supervisor_id FROM supervision WHERE period_id = ${periodId})${only(
            sql`employee_id`,
            supervisorIds,
          )}`,
      )
      .map((row) => [row.employeeId, row.unitId]),
  )
  return (supervisorId: string | null, ownUnitId: string | null): OrganisationPredicate | null => {
    const unitId = (supervisorId === null ? null : unitsOfSupervisors.get(supervisorId)) ?? ownUnitId
    return unitId === null ? null : (predicates.get(unitId) ?? null)
  }
}

function readIndicators(db: ReadableDatabase, periodId: string, employeeIds: readonly string[] | null) {
  const supervisors = readSupervisors(db, periodId, employeeIds)
  const rows = db.all<Omit<IndicatorRowFacts, 'supervisorId'>>(sql`SELECT i.id AS indicatorId,
      wp.employee_id AS employeeId, e.name AS name, p.unit_id AS unitId, wr.id AS resultId, wr.number AS resultNumber,
      wr.kind AS resultKind, wr.statement AS resultStatement, wr.weight_hundredths AS weightHundredths,
      wp.id AS workPlanId, i.number AS number, i.aspect AS aspect, i.statement AS statement, i.target AS target,
      i.unit_of_measure AS unitOfMeasure, i.direction AS direction, i.realisation AS realisation,
      i.evidence AS evidence, i.index_override AS indexOverride, i.index_override_reason AS indexOverrideReason
    FROM work_plan wp JOIN placement p ON p.period_id = wp.period_id AND p.employee_id = wp.employee_id
    JOIN employee e ON e.id = wp.employee_id JOIN work_result wr ON wr.work_plan_id = wp.id
    JOIN indicator i ON i.work_result_id = wr.id
    WHERE wp.period_id = ${periodId}${only(sql`wp.employee_id`, employeeIds)}
    ORDER BY wp.employee_id, wr.number, i.number`)
  return rows.map((row) => ({ ...row, supervisorId: supervisors.get(row.employeeId)?.supervisorId ?? null }))
}
