import type { ReadTables } from '#application/ports/tables.ts'
import type { RecordedChange, RecordedRow } from '#application/trail/name-references.ts'
import { isCommonAtWork } from './common-cases.ts'
import { isComplete, panelOf } from './panel-of.ts'

/** Stands in the place of what nobody may read yet. */
const sealed = 'at-work'

/** What would tell a panelist whose dossier it is, or what others gave. */
const secretColumns: Readonly<Record<string, readonly string[]>> = { panelCase: ['subject_id'], panelScore: ['score'] }

/**
 * Recorded rows without what must stay closed while panel and supervisors are at work: who is behind a code, and what was
 * scored. Once every panel of the workspace is complete its rows may be read, and so the common cases once every supervisor
 * has scored them; what ballots are sealed with never.
 */
export function sealPanel<Change extends RecordedChange>(
  tables: ReadTables,
  changes: readonly Change[],
): readonly Change[] {
  const names = new Set<string>(changes.map(({ table }) => table))
  const columns: Record<string, readonly string[]> = { panelDraw: ['secret'] }
  if (Object.keys(secretColumns).some((name) => names.has(name)) && panelsAtWork(tables))
    Object.assign(columns, secretColumns)
  if (names.has('commonScore') && isCommonAtWork(tables)) columns.commonScore = ['score']
  return changes.map((change) => {
    const closed = columns[change.table]
    if (closed === undefined) return change
    return { ...change, before: without(change.before, closed), after: without(change.after, closed) }
  })
}

const panelsAtWork = (tables: ReadTables): boolean =>
  tables.panelDraw.all().some(({ periodId }) => !isComplete(panelOf(tables, periodId)))

const without = (row: RecordedRow | null, columns: readonly string[]) =>
  row === null ? null : { ...row, ...Object.fromEntries(columns.map((column) => [column, sealed])) }
