import type { TableName } from '#application/ports/tables.ts'
import type { RecordedChange, RecordedRow } from '#application/trail/name-references.ts'

/** Stands in the place of what only chair and secretary read. */
const withheld = 'withheld'

const privateTables: ReadonlySet<string> = new Set<TableName>(['relation', 'relationStatement', 'recusalWaiver'])

/** Whether rows of this kind are for chair and secretary only. */
export const isPrivateTable = (table: string | null): boolean => table !== null && privateTables.has(table)

/** Recorded rows as anybody may read them: that a relation was recorded or changed is told, what it says is not. */
export function hidePrivateRows<Change extends RecordedChange>(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => (isPrivateTable(change.table) ? { ...change, ...hidden(change) } : change))
}

/** Something differs, without saying what. */
function hidden({ before, after }: RecordedChange): Pick<RecordedChange, 'before' | 'after'> {
  const content: RecordedRow = { content: withheld }
  if (after === null) return { before: content, after }
  return { before: before === null ? null : {}, after: content }
}
