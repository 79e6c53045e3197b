import type { ApprovalReader } from '#application/ports/approval-reader.ts'
import type { TableName } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { sql } from '#data/store/sql.ts'

/** Rows a rating or a decision rests on. Of the meeting itself only its state counts: its number is written afterwards. */
const ratingTables = [
  'placement',
  'supervision',
  'workPlan',
  'workResult',
  'indicator',
  'assessment',
  'resultScore',
  'behaviourScore',
  'organisationResult',
  'agendaItem',
  'recusal',
  'opinion',
  'decision',
  'participant',
] satisfies readonly TableName[]

/** The part of the journal that approvals rest on. */
export function approvalReader(db: ReadableDatabase): ApprovalReader {
  return {
    hashAt: (seq) => db.value<string>(sql`SELECT lower(hex(hash)) FROM journal WHERE seq = ${seq}`) ?? null,
    ratingsChangedAfter(seq, periodId) {
      const tables = sql.join(ratingTables.map((name) => sql`${name}`))
      const row = sql`coalesce(c.after, c.before)`
      const found = db.get<{ entries: number; first: number | null }>(sql`
        SELECT count(DISTINCT c.seq) AS entries, min(c.seq) AS first FROM journal_change c
        WHERE c.seq > ${seq} AND (c.table_name IN (${tables}) OR (c.table_name = 'meeting'
            AND json_extract(c.before, '$.state') IS NOT json_extract(c.after, '$.state')
            AND (json_extract(c.before, '$.state') = 'closed' OR json_extract(c.after, '$.state') = 'closed')))
          AND coalesce(json_extract(${row}, '$.period_id'),
            (SELECT period_id FROM meeting WHERE id = json_extract(${row}, '$.meeting_id')),
            (SELECT period_id FROM assessment WHERE id = json_extract(${row}, '$.assessment_id')),
            (SELECT period_id FROM work_plan WHERE id = json_extract(${row}, '$.work_plan_id')),
            (SELECT period_id FROM work_plan WHERE id =
              (SELECT work_plan_id FROM work_result WHERE id = json_extract(${row}, '$.work_result_id'))),
            ${periodId}) = ${periodId}`)
      return { entries: Number(found?.entries ?? 0), first: found?.first ?? null }
    },
  }
}
