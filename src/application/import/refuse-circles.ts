import { type EmployeeId, employeeId, type PeriodId } from '#domain/model/ids.ts'
import { findCycles } from '#domain/rules/supervision.ts'
import { type Planning, placeIn, type RowRef } from './planning.ts'

/** Circles over what is stored and what the import brings; refused on every row of the import that takes part. */
export function refuseCircles(planning: Planning, rows: readonly RowRef[], people: ReadonlyMap<RowRef, EmployeeId>) {
  const byPeriod = new Map<PeriodId, [string, string][]>()
  for (const link of planning.drafts.supervision.all()) {
    const links = byPeriod.get(link.periodId) ?? []
    links.push([link.employeeId, link.supervisorId])
    byPeriod.set(link.periodId, links)
  }
  const inCircle = new Map<string, string>()
  for (const links of byPeriod.values()) {
    for (const circle of findCycles(links)) {
      const names = [...circle, circle[0] ?? '']
        .map((id) => planning.directory.nameOf(employeeId.parse(id)))
        .join(' → ')
      for (const id of circle) inCircle.set(id, names)
    }
  }
  if (inCircle.size === 0) return
  for (const ref of rows) {
    const person = people.get(ref)
    const names = person === undefined ? undefined : inCircle.get(person)
    const field = (['supervisorNip', 'supervisorOfficeId', 'supervisorName'] as const).find((column) =>
      ref.row.cells.has(column),
    )
    if (names !== undefined && field !== undefined)
      planning.findings.refuse(placeIn(ref, field), 'supervision-cycle', { names })
  }
}
