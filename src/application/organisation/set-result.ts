import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { PeriodId, UnitId } from '#domain/model/ids.ts'
import type { OrganisationResult } from '#domain/model/organisation.ts'
import { refuseChangedGround } from './standing-ground.ts'

export interface SetResult {
  readonly periodId: PeriodId
  readonly unitIds: readonly UnitId[]
  /** Null takes the predicate away again. */
  readonly result: Pick<OrganisationResult, 'predicate' | 'source' | 'setBy' | 'setOn' | 'note'> | null
}

/**
 * Capaian kinerja organisasi of one or several units, with its source, who fixed it and when. It comes before the predicates
 * of the staff (art. 24–25), so under final decisions it is not taken away (E-RULE-RESULT-NEEDED), and another predicate is
 * written only while every meeting that made them is open (E-RULE-RESULT-CLOSED): what a closed meeting had before it stays,
 * until that meeting is reopened with a reason. The decisions themselves never move: the pattern is a guide.
 */
export function setResult(workspace: Workspace, environment: Environment, input: SetResult): void {
  const { periodId, unitIds, result } = input
  const period = workspace.tables.period.require(periodId)
  refuseChangedGround(workspace.tables, period, new Map(unitIds.map((id) => [id, result?.predicate ?? null])))
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
