import type { Pause } from '#application/ports/jobs.ts'
import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { indexReader } from '#application/staff/achievement.ts'
import { type StaffRow, staffRow } from '#application/staff/staff-row.ts'
import type { Period } from '#domain/model/period.ts'

interface Read<People> {
  readonly periodId: string
  /** Length of the trail when these were read: any command since makes them stale. */
  readonly trailLength: number
  readonly people: People
}

/** The last period read of each open workspace: overview, comparison and a supervisor's panel ask for the same people. */
const kept = new WeakMap<Workspace, Read<readonly StaffRow[]>>()
/** The reading under way, for everybody who asks meanwhile. */
const underWay = new WeakMap<Workspace, Read<Promise<readonly StaffRow[]>>>()

/** Read between two pauses: some 100 ms. Fewer at once would make the whole dearer. */
const peopleAtOnce = 1_000

/**
 * Everyone placed in the period with what their facts amount to: the same figures as in the staff grid. Ten thousand
 * people take a second, so others are let in meanwhile; who writes meanwhile has the reading begin anew.
 */
export async function periodPeople(
  workspace: Workspace,
  reader: StaffReader,
  period: Period,
  pause: Pause,
): Promise<readonly StaffRow[]> {
  const atHand = peopleAtHand(workspace, period)
  if (atHand !== null) return atHand
  const trailLength = workspace.trailLength()
  const known = underWay.get(workspace)
  if (known?.periodId === period.id && known.trailLength === trailLength) return known.people
  const people = readPeople(workspace, reader, period, pause).finally(() => {
    if (underWay.get(workspace)?.people === people) underWay.delete(workspace)
  })
  underWay.set(workspace, { periodId: period.id, trailLength, people })
  return people
}

async function readPeople(workspace: Workspace, reader: StaffReader, period: Period, pause: Pause) {
  const trailLength = workspace.trailLength()
  const ids = reader.people(period.id).map((person) => person.employeeId)
  const indexOf = indexReader(period.scoring)
  const people: StaffRow[] = []
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    people.push(...rowsOf(reader, period, ids.slice(from, from + peopleAtOnce), indexOf))
    await pause()
  }
  const unchanged = workspace.trailLength() === trailLength
  // Somebody wrote meanwhile, perhaps the rules of the period itself: read again in one go, so that it ends.
  const rows = unchanged ? people : rowsOf(reader, workspace.tables.period.require(period.id), null)
  kept.set(workspace, { periodId: period.id, trailLength: workspace.trailLength(), people: rows })
  return rows
}

/** Those people when they are at hand, or null: for a first page that must not wait for everybody. */
export function peopleAtHand(workspace: Workspace, period: Period): readonly StaffRow[] | null {
  const known = kept.get(workspace)
  if (known?.periodId !== period.id || known.trailLength !== workspace.trailLength()) return null
  return known.people
}

/** The same for some people only (null: everyone), read anew; parts of one reading share their reader of indices. */
export function rowsOf(
  reader: Pick<StaffReader, 'facts'>,
  period: Period,
  employeeIds: readonly string[] | null,
  indexOf = indexReader(period.scoring),
): StaffRow[] {
  return [...reader.facts(period.id, employeeIds).values()].map((facts) => staffRow(facts, period.scoring, indexOf))
}
