import type { StandingFacts, StandingReader } from '#application/ports/standing-reader.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'

/** Reads for the comparison of supervisors: former standings without indicators, and who supervised. */
export function standingReader(db: ReadableDatabase): StandingReader {
  return {
    standings: (periodId, employeeIds) => readStandings(db, periodId, employeeIds),
    peopleOf: (periodId, supervisorId) =>
      db
        .all<{ employeeId: string }>(sql`SELECT employee_id AS employeeId FROM assessment
          WHERE period_id = ${periodId} AND supervisor_id = ${supervisorId}`)
        .map((row) => row.employeeId),
    supervisors: (periodId) =>
      db.all(sql`SELECT e.id AS id, e.name AS name, coalesce(p.post, '') AS post, p.unit_id AS unitId FROM employee e
        LEFT JOIN placement p ON p.employee_id = e.id AND p.period_id = ${periodId}
        WHERE e.id IN (SELECT supervisor_id FROM supervision WHERE period_id = ${periodId})`),
  }
}

type Packed = [StandingFacts['results'][number]['kind'], number | null, number | null]

function readStandings(
  db: ReadableDatabase,
  periodId: string,
  employeeIds: readonly string[] | null,
): readonly StandingFacts[] {
  const only =
    employeeIds === null
      ? sql``
      : sql` AND a.employee_id IN (SELECT value FROM json_each(${JSON.stringify(employeeIds)}))`
  const rows = db.all<Omit<StandingFacts, 'results'> & { packed: string }>(
    sql`SELECT a.employee_id AS employeeId, a.work_level AS workLevel, a.behaviour_level AS behaviourLevel,
        p.study_failed AS studyFailed,
        json_group_array(json_array(wr.kind, wr.weight_hundredths, rs.score)) AS packed
      FROM assessment a JOIN placement p ON p.period_id = a.period_id AND p.employee_id = a.employee_id
      LEFT JOIN work_plan wp ON wp.period_id = a.period_id AND wp.employee_id = a.employee_id
      LEFT JOIN work_result wr ON wr.work_plan_id = wp.id
      LEFT JOIN result_score rs ON rs.assessment_id = a.id AND rs.work_result_id = wr.id
      WHERE a.period_id = ${periodId}${only} GROUP BY a.id`,
  )
  return rows.map(({ packed, ...row }) => ({
    ...row,
    results: (JSON.parse(packed) as (Packed | [null, null, null])[])
      .filter((result): result is Packed => result[0] !== null)
      .map(([kind, weightHundredths, score]) => ({ kind, weightHundredths, score })),
  }))
}
