import { participantsOf } from '#application/meetings/meeting-facts.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { countOpinions, takingPart } from '#domain/meeting/attendance.ts'
import type { EmployeeId, MeetingId } from '#domain/model/ids.ts'
import type { RecordedChange, RecordedRow } from './name-references.ts'

/** Stands in the place of an opinion nobody may read yet. */
const sealedOpinion = 'sealed'

/**
 * Recorded rows without the opinions of a case whose count is not open yet: who gave one is told, what it says is not,
 * as in the meeting room. Otherwise whoever comes last would read in the trail what the others said.
 */
export function sealOpinions<Change extends RecordedChange>(
  tables: ReadTables,
  changes: readonly Change[],
): readonly Change[] {
  const isOpen = openCases(tables)
  const seal = (row: RecordedRow | null) => (row === null || isOpen(row) ? row : { ...row, opinion: sealedOpinion })
  return changes.map((change) =>
    change.table === 'opinion' ? { ...change, before: seal(change.before), after: seal(change.after) } : change,
  )
}

/** Whether the opinions of a row's case may be read: all asked have given theirs, or the case is decided. */
function openCases(tables: ReadTables): (row: RecordedRow) => boolean {
  const known = new Map<string, boolean>()
  return ({ meeting_id, employee_id }) => {
    const key = `${meeting_id} ${employee_id}`
    const open = known.get(key) ?? isOpenCase(tables, meeting_id as MeetingId, employee_id as EmployeeId)
    known.set(key, open)
    return open
  }
}

function isOpenCase(tables: ReadTables, meetingId: MeetingId, employeeId: EmployeeId): boolean {
  if (tables.decision.count({ meetingId, employeeId }) > 0) return true
  const recusals = tables.recusal.where({ meetingId, employeeId })
  const taking = takingPart(participantsOf(tables, meetingId), recusals, employeeId)
  return countOpinions(tables.opinion.where({ meetingId, employeeId }), taking).counts !== null
}
