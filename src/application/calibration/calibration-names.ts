import type { StaffReader } from '#application/ports/staff-reader.ts'
import type { StandingReader } from '#application/ports/standing-reader.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { byText } from '#domain/calibration/calibration-input.ts'
import type { PeriodId } from '#domain/model/ids.ts'

export interface NameSources {
  readonly workspace: Workspace
  readonly staff: StaffReader
  readonly standings: StandingReader
}

/** Who stands behind the ids of a result, as they are placed in its period. */
export function calibrationNames(
  { workspace, staff, standings }: NameSources,
  periodId: PeriodId,
  ids: { readonly employees: Iterable<string>; readonly supervisors: Iterable<string> },
) {
  const { tables } = workspace
  const units = new Map<string, string>(tables.unit.all().map((unit) => [unit.id, unit.shortName || unit.name]))
  const unitName = (id: string | null | undefined) => units.get(id ?? '') ?? ''
  const people = [...new Set(ids.employees)]
  const unitOf = new Map(
    tables.placement
      .pickIn('periodId', [periodId], ['employeeId', 'unitId'])
      .map((row) => [row.employeeId as string, row.unitId]),
  )
  const known = new Map(standings.supervisors(periodId).map((row) => [row.id, row]))
  return {
    employees: staff
      .names(people)
      .map(({ id, name }) => ({ id, name, unitName: unitName(unitOf.get(id)) }))
      .toSorted((a, b) => byText(a.id, b.id)),
    supervisors: staff
      .names([...new Set(ids.supervisors)])
      .map(({ id, name }) => {
        const placed = known.get(id)
        return { id, name, post: placed?.post ?? '', unitName: unitName(placed?.unitId) }
      })
      .toSorted((a, b) => byText(a.id, b.id)),
  }
}
