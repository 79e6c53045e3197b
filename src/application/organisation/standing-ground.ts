import { finalDecisions, refuseDecided } from '#application/people/final-decisions.ts'
import { loadPeople } from '#application/people/load-people.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId, MeetingId, UnitId } from '#domain/model/ids.ts'
import type { OrganisationPredicate } from '#domain/model/levels.ts'
import type { Period } from '#domain/model/period.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'

/**
 * Refuses new organisation predicates (null: none any more) that would change the ground under final decisions: taking one
 * away (E-RULE-RESULT-NEEDED), or another one while a meeting that decided is closed (E-RULE-RESULT-CLOSED). A unit without
 * a predicate so far may always get one.
 */
export function refuseChangedGround(
  tables: ReadTables,
  period: Period,
  next: ReadonlyMap<UnitId, OrganisationPredicate | null>,
): void {
  const changed = [...next].filter(([unitId, predicate]) => {
    const [stored] = tables.organisationResult.where({ periodId: period.id, unitId })
    return stored !== undefined && stored.predicate !== predicate
  })
  if (changed.length === 0) return
  const decided = finalDecisions(tables, { periodId: period.id })
  if (decided.size === 0) return
  const people = loadPeople(tables, period).filter((person) => decided.has(person.employee.id))
  const isClosed = (id: MeetingId) => tables.meeting.require(id).state === 'closed'
  for (const [unitId, predicate] of changed) {
    const resting = people.filter((person) => person.supervisorUnitId === unitId)
    const held =
      predicate === null ? resting : resting.filter(({ employee }) => decided.get(employee.id)?.some(isClosed) === true)
    if (held.length === 0) continue
    const code = predicate === null ? 'E-RULE-RESULT-NEEDED' : 'E-RULE-RESULT-CLOSED'
    throw new AppError(code, { unit: tables.unit.require(unitId).name, count: held.length })
  }
}

/**
 * Refuses (E-RULE-DECIDED, naming one of the people) to move a rater to a unit with another organisation predicate while
 * final decisions on the rater's people rest on the present one.
 */
export function refuseMovedGround(
  tables: ReadTables,
  period: Period,
  rater: EmployeeId,
  units: { readonly from: UnitId | null; readonly to: UnitId | null },
): void {
  const predicateOf = (unitId: UnitId | null) =>
    unitId === null ? undefined : tables.organisationResult.where({ periodId: period.id, unitId })[0]?.predicate
  const before = predicateOf(units.from)
  if (before === undefined || before === predicateOf(units.to)) return
  const rows = tables.supervision.where({ periodId: period.id, supervisorId: rater })
  const people = [...new Set(rows.map((row) => row.employeeId))].filter(
    (employeeId) =>
      raterOfRecord(tables.supervision.where({ periodId: period.id, employeeId }), period)?.supervisorId === rater,
  )
  refuseDecided(tables, { periodId: period.id, of: people })
}
