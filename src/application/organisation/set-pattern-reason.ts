import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { PeriodId, UnitId } from '#domain/model/ids.ts'

/** The written reason of a unit whose distribution departs from the guide (a guide asks, it never blocks); empty removes it. */
export function setPatternReason(
  workspace: Workspace,
  environment: Environment,
  input: { readonly periodId: PeriodId; readonly unitId: UnitId; readonly reason: string },
): void {
  const { periodId, unitId } = input
  const reason = input.reason.trim()
  const period = workspace.tables.period.require(periodId)
  const unit = workspace.tables.unit.require(unitId)
  const meta = { name: 'organisation.setPatternReason', summary: { unit: unit.name, period: period.name }, reason }
  workspace.command(meta, (tables) => {
    const stored = tables.patternReason.where({ periodId, unitId })[0]
    if (reason !== '') tables.patternReason.put({ id: stored?.id ?? environment.newId(), periodId, unitId, reason })
    else if (stored) tables.patternReason.remove(stored.id)
  })
}
