import type { OverviewReader } from '#application/ports/overview-reader.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { PolicyPack } from '#domain/rules/policy-pack.ts'
import { indicatorRows } from './indicator-rows.ts'
import { isFrozen } from './period-freeze.ts'
import { mainPack } from './set-period-rules.ts'

/** The organisation's side of a period, for the panels that edit it. */
export function loadOrganisation(
  tables: ReadTables,
  reader: OverviewReader,
  packs: readonly PolicyPack[],
  periodId: PeriodId,
) {
  const period = tables.period.require(periodId)
  const results = new Map(tables.organisationResult.where({ periodId }).map((row) => [row.unitId, row]))
  const reasons = new Map(tables.patternReason.where({ periodId }).map((row) => [row.unitId, row.reason]))
  const people = reader.poolSizes(periodId)
  const units = tables.unit
    .all()
    .toSorted((a, b) => a.position - b.position)
    .map((unit) => {
      const result = results.get(unit.id)
      return {
        unitId: unit.id,
        parentId: unit.parentId,
        name: unit.name,
        people: people.get(unit.id) ?? 0,
        result: result
          ? {
              predicate: result.predicate,
              source: result.source,
              setBy: result.setBy,
              setOn: result.setOn,
              note: result.note,
            }
          : null,
        patternReason: reasons.get(unit.id) ?? '',
      }
    })
  return {
    stage: period.stage,
    frozen: isFrozen(tables, periodId),
    windowStartsOn: period.windowStartsOn,
    windowEndsOn: period.windowEndsOn,
    units,
    indicators: indicatorRows(tables, periodId, period.scoring),
    rulePacks: packs.map((pack) => ({
      id: pack.id,
      title: pack.title,
      legalBasis: pack.legalBasis,
      confidence: pack.confidence,
      hasLimits: pack.limits !== null,
      active: period.rulePacks.includes(pack.id),
      required: pack.id === mainPack,
    })),
    scoring: period.scoring,
  }
}
