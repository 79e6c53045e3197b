import type { LedgerReader } from '#application/ports/ledger-reader.ts'
import type { Replay } from '#domain/ledger/replay.ts'
import { parsedRow, type RecordedRow } from './row-differences.ts'

/** The words for a row, taken from the chain: in the file the name itself may have been changed. */
export interface Naming {
  /** The row as the chain has it now; null: it has none. */
  recorded(table: string, rowId: string): RecordedRow | null
  /** The person the row is about, else its own name; null when neither is known. */
  about(table: string, row: RecordedRow | null): string | null
}

/** Their rows are known by their own name. */
const people: ReadonlySet<string> = new Set(['employee', 'user'])

/** Which row each kind of row belongs to, by the column that says so. */
const owners = [
  ['assessment_id', 'assessment'],
  ['work_plan_id', 'workPlan'],
  ['work_result_id', 'workResult'],
] as const

export function createNaming(reader: Pick<LedgerReader, 'change'>, replay: Pick<Replay, 'placeOf'>): Naming {
  function recorded(table: string, rowId: string): RecordedRow | null {
    const place = replay.placeOf(table, rowId)
    return place === null ? null : parsedRow(reader.change(place)?.after ?? null)
  }

  function about(table: string, row: RecordedRow | null): string | null {
    if (row === null) return null
    if (!people.has(table) && typeof row.employee_id === 'string') {
      return about('employee', recorded('employee', row.employee_id))
    }
    for (const [column, owner] of owners) {
      const id = row[column]
      const found = typeof id === 'string' ? about(owner, recorded(owner, id)) : null
      if (found !== null) return found
    }
    const own = row.name ?? row.title ?? row.user_name
    return typeof own === 'string' && own !== '' ? own : null
  }

  return { recorded, about }
}
