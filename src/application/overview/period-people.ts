import type { StaffReader } from '#application/ports/staff-reader.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { type StaffRow, staffRow } from '#application/staff/staff-row.ts'
import type { Period } from '#domain/model/period.ts'

/** Everyone placed in the period with what their facts amount to: the same figures as in the staff grid. */
export function periodPeople(
  reader: StaffReader,
  period: Period,
  employeeIds: readonly string[] | null = null,
): StaffRow[] {
  const indexOf = indexReader(period.scoring)
  return [...reader.facts(period.id, employeeIds).values()].map((facts) => staffRow(facts, period.scoring, indexOf))
}
