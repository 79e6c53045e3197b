import type { ReadTables, TableName } from '#application/ports/tables.ts'

/** A recorded row: its columns by name. */
export type RecordedRow = Readonly<Record<string, unknown>>

export interface RecordedChange {
  readonly table: TableName
  readonly rowId: string
  readonly before: RecordedRow | null
  readonly after: RecordedRow | null
}

/** Which row each kind of row belongs to: the way from a score to its person. */
const owners: Readonly<
  Partial<Record<TableName, readonly [column: string, table: 'assessment' | 'workResult' | 'workPlan']>>
> = {
  resultScore: ['assessment_id', 'assessment'],
  behaviourScore: ['assessment_id', 'assessment'],
  indicator: ['work_result_id', 'workResult'],
  workResult: ['work_plan_id', 'workPlan'],
}

/**
 * The words behind the ids in recorded rows, so that a person can read them: names of people, units, periods, meetings
 * and participants. An id whose row is gone stays without a word.
 */
export function nameReferences(tables: ReadTables, changes: readonly RecordedChange[]): Record<string, string> {
  const ids = new Set<string>()
  for (const { rowId, before, after } of changes) {
    ids.add(rowId)
    for (const row of [before, after]) {
      for (const value of Object.values(row ?? {})) if (typeof value === 'string' && value.length <= 64) ids.add(value)
    }
  }
  const asked = [...ids]
  const found = [
    ...tables.employee.whereIn('id', asked).map((row) => [row.id, row.name]),
    ...tables.unit.whereIn('id', asked).map((row) => [row.id, row.name]),
    ...tables.period.whereIn('id', asked).map((row) => [row.id, row.name]),
    ...tables.meeting.whereIn('id', asked).map((row) => [row.id, row.title]),
    ...tables.participant.whereIn('id', asked).map((row) => [row.id, row.name]),
    ...tables.workResult.whereIn('id', asked).map((row) => [row.id, row.statement]),
    ...tables.user.whereIn('id', asked).map((row) => [row.id, row.name]),
  ]
  return Object.fromEntries(found) as Record<string, string>
}

/** Whom or what one change is about: the person of a score or plan, else the row's own name; null when neither is known. */
export function subjectOf(tables: ReadTables, change: RecordedChange): string | null {
  const row = change.after ?? change.before ?? {}
  const personId = row.employee_id ?? personBehind(tables, change.table, row)
  if (typeof personId === 'string') {
    const person = tables.employee.get(personId)
    if (person !== undefined) return person.name
  }
  const own = row.name ?? row.title ?? row.user_name
  return typeof own === 'string' && own !== '' ? own : null
}

function personBehind(tables: ReadTables, table: TableName, row: RecordedRow): string | null {
  const owner = owners[table]
  if (owner === undefined) return null
  const [column, next] = owner
  const id = row[column]
  if (typeof id !== 'string') return null
  if (next === 'workResult') {
    const result = tables.workResult.get(id)
    return result === undefined ? null : (tables.workPlan.get(result.workPlanId)?.employeeId ?? null)
  }
  return tables[next].get(id)?.employeeId ?? null
}
