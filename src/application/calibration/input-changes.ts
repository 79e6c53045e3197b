import type { CalibrationTrail } from '#application/ports/calibration-store.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { formerPeriod } from '#application/supervisors/former-standings.ts'
import type { InputChange } from '#domain/calibration/input-change.ts'
import type { PeriodId } from '#domain/model/ids.ts'

/** What a calibration of the period reads that differs from what it was at an earlier length of the trail. */
export function inputChanges(
  { workspace, trail }: { readonly workspace: Workspace; readonly trail: CalibrationTrail },
  periodId: PeriodId,
  trailLength: number,
): readonly InputChange[] {
  if (trailLength === workspace.trailLength()) return []
  const period = workspace.tables.period.require(periodId)
  const former = formerPeriod(workspace.tables, period)
  return trail.changedSince(trailLength, former === null ? [period.id] : [period.id, former.id])
}
