import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { type StaffRow, staffRow } from '#application/staff/staff-row.ts'
import type { Period } from '#domain/model/period.ts'

interface Kept {
  readonly periodId: string
  /** Length of the trail when these were read: any command since makes them stale. */
  readonly trailLength: number
  readonly people: readonly StaffRow[]
}

/** The last period read of each open workspace: overview, comparison and a supervisor's panel ask for the same people. */
const kept = new WeakMap<Workspace, Kept>()

/** Everyone placed in the period with what their facts amount to: the same figures as in the staff grid. */
export function periodPeople(workspace: Workspace, reader: StaffReader, period: Period): readonly StaffRow[] {
  const known = peopleAtHand(workspace, period)
  if (known !== null) return known
  const people = rowsOf(reader, period, null)
  kept.set(workspace, { periodId: period.id, trailLength: workspace.trailLength(), people })
  return people
}

/** Those people when they are at hand, or null: for a first page that must not wait for everybody. */
export function peopleAtHand(workspace: Workspace, period: Period): readonly StaffRow[] | null {
  const known = kept.get(workspace)
  if (known?.periodId !== period.id || known.trailLength !== workspace.trailLength()) return null
  return known.people
}

/** The same for some people only, read anew. */
export function rowsOf(reader: StaffReader, period: Period, employeeIds: readonly string[] | null): StaffRow[] {
  const indexOf = indexReader(period.scoring)
  return [...reader.facts(period.id, employeeIds).values()].map((facts) => staffRow(facts, period.scoring, indexOf))
}
