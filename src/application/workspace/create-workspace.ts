import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type Agency, agency } from '#domain/model/agency.ts'
import { type PeriodId, periodId, type UnitId, unitId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { periodCalendar } from '#domain/rules/period-calendar.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'

export interface NewUnit {
  readonly name: string
  /** Index in the same list of the unit above it; null at the top. It must stand earlier in the list. */
  readonly parent: number | null
}

export type NewPeriod = Pick<Period, 'kind' | 'year' | 'ordinal' | 'rulePacks' | 'windowStartsOn' | 'windowEndsOn'>

export interface NewWorkspace {
  readonly agency: Omit<Agency, 'id'>
  readonly units: readonly NewUnit[]
  readonly period: NewPeriod
}

/** Fills a just created workspace file: the agency, its units and the first period, as one command. */
export function createWorkspace(workspace: Workspace, environment: Environment, input: NewWorkspace): void {
  const summary = { agency: input.agency.name, units: input.units.length }
  workspace.command({ name: 'workspace.create', summary }, (tables) => {
    tables.agency.put(agency.parse({ ...input.agency, id: 'agency' }))
    const ids: UnitId[] = []
    input.units.forEach((unit, position) => {
      const id = unitId.parse(environment.newId())
      tables.unit.put({ id, parentId: parentOf(unit, ids), name: unit.name, shortName: '', position })
      ids.push(id)
    })
    tables.period.put(periodOf(periodId.parse(environment.newId()), input.period))
  })
}

function parentOf(unit: NewUnit, ids: readonly UnitId[]): UnitId | null {
  if (unit.parent === null) return null
  const parent = ids[unit.parent]
  if (parent === undefined) throw new AppError('E-ARG')
  return parent
}

/** A new period with the agency's scoring conventions frozen into it. */
export function periodOf(id: PeriodId, input: NewPeriod, scoring = defaultScoringPolicy): Period {
  return { id, ...input, ...periodCalendar(input.kind, input.year, input.ordinal), stage: 'evaluation', scoring }
}
