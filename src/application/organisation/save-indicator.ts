import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { OrganisationIndicator } from '#domain/model/organisation.ts'

export type SavedIndicator = Omit<OrganisationIndicator, 'id' | 'position'> & { readonly id: string | null }

/** One IKU; a new one goes to the end of its unit's list. Wording of target and realisation is kept as written. */
export function saveIndicator(workspace: Workspace, environment: Environment, input: SavedIndicator): { id: string } {
  const { periodId, unitId } = input
  const period = workspace.tables.period.require(periodId)
  const unit = workspace.tables.unit.require(unitId)
  const summary = { indicator: input.name, unit: unit.name, period: period.name }
  return workspace.command({ name: 'organisation.saveIndicator', summary }, (tables) => {
    const stored = input.id === null ? null : tables.organisationIndicator.require(input.id)
    if (stored !== null && stored.periodId !== periodId)
      throw new AppError('E-NOT-FOUND', { what: 'organisationIndicator' })
    const list = tables.organisationIndicator.where({ periodId, unitId })
    const stays = stored !== null && stored.unitId === unitId
    const position = stays ? stored.position : Math.max(-1, ...list.map((row) => row.position)) + 1
    const id = stored?.id ?? environment.newId()
    tables.organisationIndicator.put({ ...input, id, position })
    return { id }
  })
}

export function removeIndicator(workspace: Workspace, id: string): void {
  const { name, unitId } = workspace.tables.organisationIndicator.require(id)
  const unit = workspace.tables.unit.require(unitId)
  const summary = { indicator: name, unit: unit.name }
  workspace.command({ name: 'organisation.removeIndicator', summary }, (tables) =>
    tables.organisationIndicator.remove(id),
  )
}
