import type { ChangeNotice, RowChange } from '#application/ports/workspace.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { type Sql, sql } from '#data/store/sql.ts'

/** More rows than this are not traced to people one by one: the grid asks for everything again. */
const traceLimit = 400

/** What a command touched, in the words windows need: kinds of rows, and the people behind them. */
export function noticeOf(db: ReadableDatabase, changes: readonly RowChange[]): ChangeNotice {
  const tables = [...new Set(changes.map((change) => change.table))]
  if (changes.length > traceLimit) return { tables, employeeIds: null }
  const employeeIds = new Set<string>()
  for (const change of changes) {
    const employeeId = employeeOf(db, change)
    if (employeeId === 'everyone') return { tables, employeeIds: null }
    if (employeeId !== null) employeeIds.add(employeeId)
  }
  return { tables, employeeIds: [...employeeIds] }
}

function employeeOf(db: ReadableDatabase, change: RowChange): string | 'everyone' | null {
  const row = JSON.parse(change.after ?? change.before ?? '{}') as Record<string, unknown>
  if (change.table === 'employee') return change.rowId
  if (typeof row.employee_id === 'string') return row.employee_id
  const trace = traces[change.table]?.(row)
  if (!trace) return change.table === 'unit' || change.table === 'period' ? 'everyone' : null
  return db.value<string>(trace) ?? 'everyone'
}

const traces: Partial<Record<RowChange['table'], (row: Record<string, unknown>) => Sql>> = {
  resultScore: (row) => sql`SELECT employee_id FROM assessment WHERE id = ${String(row.assessment_id)}`,
  behaviourScore: (row) => sql`SELECT employee_id FROM assessment WHERE id = ${String(row.assessment_id)}`,
  workResult: (row) => sql`SELECT employee_id FROM work_plan WHERE id = ${String(row.work_plan_id)}`,
  indicator: (
    row,
  ) => sql`SELECT work_plan.employee_id FROM work_result JOIN work_plan ON work_plan.id = work_result.work_plan_id
    WHERE work_result.id = ${String(row.work_result_id)}`,
}
