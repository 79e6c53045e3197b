import type { CalibrationTrail } from '#application/ports/calibration-store.ts'
import type { TableName } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { type Sql, sql } from '#data/store/sql.ts'
import { type InputChange, type InputKind, inputKinds } from '#domain/calibration/input-change.ts'

interface InputTable {
  readonly table: TableName
  readonly what: InputKind
  /** Columns a calibration reads; another one may change without the result changing. */
  readonly columns: readonly string[]
  /** Period of a changed row; null: it counts for every period. */
  readonly period: Sql | null
}

const row = sql`coalesce(after, before)`
const ofAssessment = sql`(SELECT period_id FROM assessment WHERE id = json_extract(${row}, '$.assessment_id'))`
const ofPlan = (plan: Sql) => sql`(SELECT period_id FROM work_plan WHERE id = ${plan})`
const named = sql`json_extract(${row}, '$.period_id')`

const inputTables: readonly InputTable[] = [
  { table: 'resultScore', what: 'scores', columns: ['score'], period: ofAssessment },
  { table: 'behaviourScore', what: 'scores', columns: ['value', 'score'], period: ofAssessment },
  {
    table: 'assessment',
    what: 'levels',
    columns: ['supervisor_id', 'work_level', 'behaviour_level', 'printed_predicate'],
    period: named,
  },
  { table: 'workPlan', what: 'achievement', columns: ['employee_id'], period: named },
  {
    table: 'workResult',
    what: 'achievement',
    columns: ['number', 'kind', 'weight_hundredths'],
    period: ofPlan(sql`json_extract(${row}, '$.work_plan_id')`),
  },
  {
    table: 'indicator',
    what: 'achievement',
    columns: ['target', 'direction', 'aspect', 'statement', 'realisation', 'index_override'],
    period: ofPlan(sql`(SELECT work_plan_id FROM work_result WHERE id = json_extract(${row}, '$.work_result_id'))`),
  },
  { table: 'employee', what: 'people', columns: ['nip'], period: null },
  {
    table: 'placement',
    what: 'people',
    columns: ['employee_id', 'unit_id', 'grade', 'rated', 'study_failed'],
    period: named,
  },
  {
    table: 'supervision',
    what: 'supervisors',
    columns: ['employee_id', 'supervisor_id', 'from_date', 'to_date'],
    period: named,
  },
  { table: 'period', what: 'rules', columns: ['ends_on', 'scoring'], period: sql`row_id` },
  { table: 'relation', what: 'relations', columns: ['holder_id', 'subject_id', 'kind', 'withdrawn_at'], period: null },
  {
    table: 'panelScore',
    what: 'panel',
    columns: ['case_id', 'panelist_id', 'dimension', 'score'],
    period: sql`(SELECT period_id FROM panel_draw WHERE id =
      (SELECT draw_id FROM panel_case WHERE id = json_extract(${row}, '$.case_id')))`,
  },
]

/** The journal as the calibration sees it: what differs from an earlier moment, row by row, in one query. */
export function calibrationTrail(db: ReadableDatabase): CalibrationTrail {
  return {
    changedSince(seq, periodIds) {
      const found = db.all<InputChange>(changesSql(seq, periodIds))
      return inputKinds.flatMap((what) => {
        const rows = found.reduce((sum, one) => sum + (one.what === what ? one.rows : 0), 0)
        return rows === 0 ? [] : [{ what, rows }]
      })
    },
  }
}

/** A row's first content and its last, since then: SQLite gives the other columns of the row that min or max found. */
function changesSql(seq: number, periodIds: readonly string[]): Sql {
  const tables = sql.join(inputTables.map(({ table }) => sql`${table}`))
  const first = periodIds[0] ?? ''
  const own = sql`SELECT value FROM json_each(${JSON.stringify(periodIds)})`
  const differing = inputTables.map(({ table, what, columns, period }) => {
    const figures = (side: Sql) =>
      sql`json_array(${sql.join(columns.map((column) => sql`json_extract(${side}, ${`$.${column}`})`))})`
    return sql`SELECT ${what} AS what, count(*) AS rows FROM net WHERE table_name = ${table}
      AND ${figures(sql`before`)} IS NOT ${figures(sql`after`)}${
        period === null ? sql`` : sql` AND coalesce(${period}, ${first}) IN (${own})`
      }`
  })
  return sql`WITH
    touched AS MATERIALIZED (SELECT seq, ordinal, table_name, row_id, before, after FROM journal_change
      WHERE seq > ${seq} AND table_name IN (${tables})),
    beginning AS (SELECT table_name, row_id, before, min(seq * 1000000000 + ordinal) FROM touched GROUP BY table_name, row_id),
    ending AS (SELECT table_name, row_id, after, max(seq * 1000000000 + ordinal) FROM touched GROUP BY table_name, row_id),
    net AS MATERIALIZED (SELECT table_name, row_id, before, after FROM beginning JOIN ending USING (table_name, row_id)
      WHERE before IS NOT after)
    ${differing.reduce((all, one) => sql`${all} UNION ALL ${one}`)}`
}
