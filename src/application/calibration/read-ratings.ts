import { periodPeople, rowsOf } from '#application/overview/period-people.ts'
import { type PanelFigure, panelFigures } from '#application/panel/panel-of.ts'
import type { CalibrationReader } from '#application/ports/calibration-reader.ts'
import type { Pause } from '#application/ports/jobs.ts'
import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { StandingReader } from '#application/ports/standing-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { type DeclaredClose, declaredClose } from '#application/relations/known-relations.ts'
import { indexReader } from '#application/staff/achievement.ts'
import type { StaffRow } from '#application/staff/staff-row.ts'
import { formerPeriod } from '#application/supervisors/former-standings.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'

export interface RatingSources {
  readonly workspace: Workspace
  readonly staff: StaffReader
  readonly standings: StandingReader
  readonly calibration: CalibrationReader
  readonly pause: Pause
}

/** Everyone placed in a period, with who rated them. */
export interface RatedPeriod {
  readonly period: Period
  readonly people: readonly StaffRow[]
  readonly giverOf: ReadonlyMap<string, string>
}

/** What a calibration is computed from: the period, and the one of the same kind before it where there is one. */
export interface Ratings extends RatedPeriod {
  readonly former: RatedPeriod | null
  /** Whether a rater and an employee have a declared relation; for what is shown to chair and secretary only. */
  readonly isDeclaredClose: DeclaredClose
  /** What the blind panel of the period said so far, in both dimensions. */
  readonly panel: readonly PanelFigure[]
}

/** Read between two pauses: less than 100 ms, and the first part, whose pages still lie on the disk, less than 300. */
const peopleAtOnce = 500

/** A calibration reads no more of a person than the ratings. */
const ratingsOf = (staff: StaffReader): Pick<StaffReader, 'facts'> => ({ facts: staff.ratingFacts })

/**
 * The ratings of a period and of the one before, as they were at one moment: who writes while others are let in has both
 * read again in one go.
 */
export async function readRatings(
  sources: RatingSources,
  periodId: PeriodId,
  achievementCap: number | null = null,
): Promise<Ratings> {
  const { workspace, calibration, staff, pause } = sources
  const trailLength = workspace.trailLength()
  const period = capped(workspace.tables.period.require(periodId), achievementCap)
  const before = formerPeriod(workspace.tables, period)
  const formerPeople = before === null ? [] : await inParts(sources, onScaleOf(before, period))
  // What is at hand for other screens is under the period's own cap.
  const people =
    achievementCap === null ? await periodPeople(workspace, staff, period, pause) : await inParts(sources, period)
  if (workspace.trailLength() !== trailLength) return readAtOnce(sources, periodId, achievementCap)
  return {
    period,
    people,
    giverOf: calibration.givers(period.id),
    former: before === null ? null : { period: before, people: formerPeople, giverOf: calibration.givers(before.id) },
    isDeclaredClose: declaredClose(workspace.tables),
    panel: panelFigures(workspace.tables, period.id),
  }
}

function readAtOnce(
  { workspace, staff, calibration }: RatingSources,
  periodId: PeriodId,
  achievementCap: number | null,
): Ratings {
  const period = capped(workspace.tables.period.require(periodId), achievementCap)
  const before = formerPeriod(workspace.tables, period)
  const read = (wanted: Period) => ({
    period: wanted,
    people: rowsOf(ratingsOf(staff), wanted, null),
    giverOf: calibration.givers(wanted.id),
  })
  return {
    ...read(period),
    former: before === null ? null : read(onScaleOf(before, period)),
    isDeclaredClose: declaredClose(workspace.tables),
    panel: panelFigures(workspace.tables, period.id),
  }
}

async function inParts({ staff, pause }: RatingSources, period: Period): Promise<readonly StaffRow[]> {
  const ids = staff.people(period.id).map(({ employeeId }) => employeeId)
  const indexOf = indexReader(period.scoring)
  const people: StaffRow[] = []
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    people.push(...rowsOf(ratingsOf(staff), period, ids.slice(from, from + peopleAtOnce), indexOf))
    await pause()
  }
  return people
}

/** The period with the achievement index cut off at another height; null: at its own. */
const capped = (period: Period, cap: number | null): Period =>
  cap === null ? period : { ...period, scoring: { ...period.scoring, indexCap: cap } }

/** Scores are on 0–100 in every period; the achievement index is comparable only when cut off at the same height. */
const onScaleOf = (former: Period, { scoring }: Period): Period => ({
  ...former,
  scoring: { ...former.scoring, indexCap: scoring.indexCap },
})
