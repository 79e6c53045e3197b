import type { ReadTables } from '#application/ports/tables.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { OrganisationIndicator } from '#domain/model/organisation.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { achievementIndex } from '#domain/scoring/achievement-index.ts'

/** IKU of the period with the index of each, in the order of the units and of each unit's list. Advisory, like every index. */
export function indicatorRows(tables: ReadTables, periodId: PeriodId, policy: ScoringPolicy) {
  const place = new Map(tables.unit.all().map((unit) => [unit.id, unit.position]))
  return tables.organisationIndicator
    .where({ periodId })
    .toSorted((a, b) => (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0) || a.position - b.position)
    .map(({ periodId: _, ...row }) => ({ ...row, index: indexOf(row, policy) }))
}

function indexOf(
  row: Pick<OrganisationIndicator, 'target' | 'realisation' | 'direction' | 'name'>,
  policy: ScoringPolicy,
) {
  const { target, realisation, direction, name } = row
  const index = achievementIndex(
    { target, realisation, direction, statement: name, aspect: 'none', indexOverride: null },
    policy.indexCap,
  )
  return index.kind === 'index'
    ? { kind: 'index' as const, value: index.value }
    : { kind: 'none' as const, because: index.because }
}
