import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { PeriodId, UnitId } from '#domain/model/ids.ts'
import type { OrganisationResult } from '#domain/model/organisation.ts'

export interface SetResult {
  readonly periodId: PeriodId
  readonly unitIds: readonly UnitId[]
  /** Null takes the predicate away again. */
  readonly result: Pick<OrganisationResult, 'predicate' | 'source' | 'setBy' | 'setOn' | 'note'> | null
}

/** Capaian kinerja organisasi of one or several units, with its source, who fixed it and when (art. 24–25). */
export function setResult(workspace: Workspace, environment: Environment, input: SetResult): void {
  const { periodId, unitIds, result } = input
  const period = workspace.tables.period.require(periodId)
  const names = unitIds.map((id) => workspace.tables.unit.require(id).name)
  const summary = {
    period: period.name,
    unit: names[0] ?? '',
    units: unitIds.length,
    predicate: result?.predicate ?? '',
  }
  workspace.command({ name: 'organisation.setResult', summary }, (tables) => {
    for (const unitId of unitIds) {
      const stored = tables.organisationResult.where({ periodId, unitId })[0]
      if (result !== null) {
        tables.organisationResult.put({ id: stored?.id ?? environment.newId(), periodId, unitId, ...result })
      } else if (stored) {
        tables.organisationResult.remove(stored.id)
      }
    }
  })
}
