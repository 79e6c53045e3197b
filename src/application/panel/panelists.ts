import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type PanelistId, type PeriodId, panelistId } from '#domain/model/ids.ts'
import type { Panelist } from '#domain/model/panel.ts'
import { drawOf, panelistsOf } from './panel-of.ts'

/**
 * Takes a user of the workspace, or a named person, into the panel of a period.
 * Throws E-PANEL-DRAWN after the draw, E-PANEL-NAME for somebody who is in it already.
 */
export function addPanelist(
  workspace: Workspace,
  environment: Environment,
  input: Pick<Panelist, 'periodId' | 'name' | 'userId' | 'employeeId'>,
): PanelistId {
  const { tables } = workspace
  const period = tables.period.require(input.periodId)
  const user = input.userId === null ? null : tables.user.require(input.userId)
  if (user?.active === false) throw new AppError('E-NOT-FOUND', { what: 'user' })
  const employeeId = user === null ? input.employeeId : user.employeeId
  if (employeeId !== null) tables.employee.require(employeeId)
  const name = (user?.name ?? input.name).trim()
  if (name === '') throw new AppError('E-ARG')
  if (drawOf(tables, period.id) !== null) throw new AppError('E-PANEL-DRAWN')
  const known = panelistsOf(tables, period.id)
  const isSame = (other: Panelist) =>
    other.name.toLowerCase() === name.toLowerCase() ||
    (user !== null && other.userId === user.id) ||
    (employeeId !== null && other.employeeId === employeeId)
  if (known.some(isSame)) throw new AppError('E-PANEL-NAME', { name })
  const id = panelistId.parse(environment.newId())
  workspace.command({ name: 'panel.addPanelist', summary: { panelist: name, period: period.name } }, (write) =>
    write.panelist.put({
      id,
      periodId: period.id,
      userId: user?.id ?? null,
      employeeId,
      name,
      position: (known.at(-1)?.position ?? -1) + 1,
    }),
  )
  return id
}

/** Throws E-PANEL-USED after the draw: dossiers have been dealt. */
export function removePanelist(workspace: Workspace, periodId: PeriodId, id: PanelistId): void {
  const { tables } = workspace
  const period = tables.period.require(periodId)
  const { name, ...panelist } = tables.panelist.require(id)
  if (panelist.periodId !== periodId) throw new AppError('E-NOT-FOUND', { what: 'panelist' })
  if (drawOf(tables, periodId) !== null) throw new AppError('E-PANEL-USED', { name })
  workspace.command({ name: 'panel.removePanelist', summary: { panelist: name, period: period.name } }, (write) =>
    write.panelist.remove(id),
  )
}
