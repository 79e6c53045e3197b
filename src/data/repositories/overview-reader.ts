import type { DataKind, OverviewReader } from '#application/ports/overview-reader.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { type Sql, sql } from '#data/store/sql.ts'

/** The overview's reader: a few statements for a whole period. */
export function overviewReader(db: ReadableDatabase): OverviewReader {
  return {
    unitsOfSupervisors: (periodId) =>
      new Map(
        db
          .all<{ employeeId: string; unitId: string | null }>(
            sql`SELECT employee_id AS employeeId, unit_id AS unitId FROM placement WHERE period_id = ${periodId}
              AND employee_id IN (SELECT supervisor_id FROM supervision WHERE period_id = ${periodId})`,
          )
          .map((row) => [row.employeeId, row.unitId]),
      ),
    poolSizes: (periodId) => readPoolSizes(db, periodId),
    grounds: (periodId) => readGrounds(db, periodId),
    freshness: (periodId, kinds) => readFreshness(db, periodId, kinds),
  }
}

/** The rater of record is the last of a person's supervisions, as in domain/rules/supervision. */
function readPoolSizes(db: ReadableDatabase, periodId: string): ReadonlyMap<string, number> {
  const rows = db.all<{ unitId: string; people: number }>(sql`WITH rater AS (
      SELECT employee_id, supervisor_id, row_number() OVER (PARTITION BY employee_id
        ORDER BY coalesce(to_date, (SELECT ends_on FROM period WHERE id = ${periodId})) DESC,
          coalesce(from_date, (SELECT starts_on FROM period WHERE id = ${periodId})) DESC, rowid DESC) AS place
      FROM supervision WHERE period_id = ${periodId})
    SELECT coalesce(above.unit_id, p.unit_id) AS unitId, count(*) AS people FROM placement p
    LEFT JOIN rater ON rater.employee_id = p.employee_id AND rater.place = 1
    LEFT JOIN placement above ON above.period_id = p.period_id AND above.employee_id = rater.supervisor_id
    WHERE p.period_id = ${periodId} AND p.rated = 1 AND coalesce(above.unit_id, p.unit_id) IS NOT NULL
    GROUP BY coalesce(above.unit_id, p.unit_id)`)
  return new Map(rows.map((row) => [row.unitId, row.people]))
}

/** A qualitative plan carries its realisation beside the result instead of beside an indicator. */
function readGrounds(db: ReadableDatabase, periodId: string) {
  const counted = db.get<{ realisation: number | null; evidence: number | null }>(sql`SELECT
      sum(realised) AS realisation, sum(proved) AS evidence FROM (
        SELECT min(coalesce(i.realisation, '') <> '' OR wr.realisation <> '') AS realised,
          max(coalesce(i.evidence, '') <> '') AS proved
        FROM work_plan wp JOIN work_result wr ON wr.work_plan_id = wp.id
        LEFT JOIN indicator i ON i.work_result_id = wr.id
        WHERE wp.period_id = ${periodId} AND wp.employee_id IN
          (SELECT employee_id FROM placement WHERE period_id = ${periodId} AND rated = 1)
        GROUP BY wp.id)`)
  return { realisation: counted?.realisation ?? 0, evidence: counted?.evidence ?? 0 }
}

/** Entries looked through at most, and the size from which an entry is sampled instead of read. */
const entriesRead = 1_000
const largeEntry = 20_000
const probes = 400

/**
 * Walks the journal backwards until every kind is found. An entry of an import can hold hundreds of thousands of rows:
 * of such a one evenly spaced rows are looked at, which finds every kind that came in with it in any number.
 */
function readFreshness(db: ReadableDatabase, periodId: string, kinds: readonly DataKind[]) {
  const found = new Map<DataKind, string>()
  const wanted = new Set(kinds)
  const entries = db.all<{ seq: number; at: string; changes: number }>(
    sql`SELECT seq, at, change_count AS changes FROM journal ORDER BY seq DESC LIMIT ${entriesRead}`,
  )
  for (const { seq, at, changes } of entries) {
    if (wanted.size === 0) break
    const rows = changes > largeEntry ? sampled(seq, changes) : sql`SELECT * FROM journal_change WHERE seq = ${seq}`
    for (const kind of wanted) {
      if (db.value<number>(sql`WITH c AS (${rows}) SELECT EXISTS (${touched[kind](periodId)})`) !== 1) continue
      found.set(kind, at)
      wanted.delete(kind)
    }
  }
  return found
}

function sampled(seq: number, changes: number): Sql {
  const ordinals = Array.from({ length: probes }, (_, probe) => Math.floor((probe * changes) / probes))
  return sql`SELECT * FROM journal_change WHERE seq = ${seq}
    AND ordinal IN (SELECT value FROM json_each(${JSON.stringify(ordinals)}))`
}

const indicatorChange = (column: '$.realisation' | '$.evidence', periodId: string) => sql`SELECT 1 FROM c
  JOIN indicator i ON i.id = c.row_id JOIN work_result wr ON wr.id = i.work_result_id
  JOIN work_plan wp ON wp.id = wr.work_plan_id
  WHERE c.table_name = 'indicator' AND wp.period_id = ${periodId}
  AND coalesce(json_extract(c.before, ${column}), '') IS NOT coalesce(json_extract(c.after, ${column}), '')`

/** Rows of an entry (`c`) that brought data of a kind to the period. */
const touched: Readonly<Record<DataKind, (periodId: string) => Sql>> = {
  'work-scores': (periodId) => sql`SELECT 1 FROM c JOIN result_score r ON r.id = c.row_id
    JOIN assessment a ON a.id = r.assessment_id WHERE c.table_name = 'resultScore' AND a.period_id = ${periodId}`,
  behaviour: (periodId) => sql`SELECT 1 FROM c JOIN behaviour_score b ON b.id = c.row_id
    JOIN assessment a ON a.id = b.assessment_id WHERE c.table_name = 'behaviourScore' AND a.period_id = ${periodId}`,
  realisation: (periodId) => indicatorChange('$.realisation', periodId),
  evidence: (periodId) => indicatorChange('$.evidence', periodId),
  feedback: (periodId) => sql`SELECT 1 FROM c JOIN feedback f ON f.id = c.row_id
    WHERE c.table_name = 'feedback' AND f.period_id = ${periodId}`,
}
