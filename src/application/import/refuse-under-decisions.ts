import { refuseChangedGround, refuseMovedGround } from '#application/organisation/standing-ground.ts'
import { refuseDecided } from '#application/people/final-decisions.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Drafts } from './draft-tables.ts'

/**
 * Refuses an import that would change what a final decision rests on: the person's rater, the rater's unit, or being rated
 * at all (E-RULE-DECIDED), or the organisation predicate (E-RULE-RESULT-CLOSED). The same rules hold on every other way.
 */
export function refuseUnderDecisions(tables: ReadTables, drafts: Drafts): void {
  const raters = drafts.supervision
    .updated()
    .filter((row) => drafts.supervision.stored(row.id)?.supervisorId !== row.supervisorId)
  const excluded = drafts.placement
    .updated()
    .filter((row) => !row.rated && drafts.placement.stored(row.id)?.rated === true)
  for (const [periodId, rows] of byPeriod([...raters, ...excluded])) {
    refuseDecided(tables, { periodId, of: rows.map((row) => row.employeeId) })
  }
  for (const row of drafts.placement.updated()) {
    const units = { from: drafts.placement.stored(row.id)?.unitId ?? null, to: row.unitId }
    if (units.from !== units.to) refuseMovedGround(tables, tables.period.require(row.periodId), row.employeeId, units)
  }
  for (const [periodId, rows] of byPeriod(drafts.organisationResult.updated())) {
    const next = new Map(rows.map((row) => [row.unitId, row.predicate]))
    refuseChangedGround(tables, tables.period.require(periodId), next)
  }
}

const byPeriod = <Row extends { readonly periodId: PeriodId }>(
  rows: readonly Row[],
): readonly (readonly [PeriodId, readonly Row[]])[] =>
  [...new Set(rows.map((row) => row.periodId))].map((id) => [id, rows.filter((row) => row.periodId === id)])
