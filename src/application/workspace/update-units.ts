import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type UnitId, unitId } from '#domain/model/ids.ts'

export interface EditedUnit {
  readonly id: UnitId | null
  readonly name: string
  readonly parent: number | null
}

/** The unit tree as edited on one form. A unit left out is removed, unless people or results belong to it (E-RULE-UNIT-USED). */
export function updateUnits(workspace: Workspace, environment: Environment, edited: readonly EditedUnit[]): void {
  const ids = edited.map((unit) => unit.id ?? unitId.parse(environment.newId()))
  const kept = new Set<string>(ids)
  workspace.command({ name: 'workspace.updateUnits', summary: { units: edited.length } }, (tables) => {
    edited.forEach((unit, position) => {
      const id = ids[position]
      if (id === undefined || (unit.parent !== null && unit.parent >= position)) throw new AppError('E-ARG')
      const parentId = unit.parent === null ? null : (ids[unit.parent] ?? null)
      const shortName = tables.unit.get(id)?.shortName ?? ''
      tables.unit.put({ id, parentId, name: unit.name, shortName, position })
    })
    for (const unit of tables.unit
      .all()
      .filter((candidate) => !kept.has(candidate.id))
      // A unit stands below its parent in the list, so the last one goes first.
      .toSorted((a, b) => b.position - a.position)) {
      const unitId = unit.id
      const used =
        tables.placement.count({ unitId }) +
        tables.organisationResult.count({ unitId }) +
        tables.organisationIndicator.count({ unitId }) +
        tables.patternReason.count({ unitId })
      if (used > 0) throw new AppError('E-RULE-UNIT-USED', { unit: unit.name })
      tables.unit.remove(unit.id)
    }
  })
}
