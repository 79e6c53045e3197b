import { AppError } from '#domain/app-error.ts'
import { type ColumnTable, sortedLabels } from '#domain/statistics/column-table.ts'
import { type GroupImpact, type GroupSelection, impactRatios } from '#domain/statistics/selection/impact-ratio.ts'
import { mantelHaenszel } from '#domain/statistics/selection/mantel-haenszel.ts'
import { figureOr, type MissingReason, type Reasons, reasonOf } from './reasons.ts'
import { labelColumn, numberColumn } from './statistics-table.ts'

export interface ImpactColumns {
  readonly group: string
  readonly selected: string
  readonly total: string
  readonly stratum: string | null
}

interface Count extends GroupSelection {
  readonly stratum: string
}

/** Below this many persons a rate says little, and on a screen it could name someone; an auditor is told. */
const smallGroup = 10

/**
 * Selection rates of groups, each as a share of the highest, over the whole table and, with a stratum column, inside each stratum
 * and with the strata held apart (Mantel–Haenszel). Rows of one group and stratum are added up; rows with an empty cell are left
 * out and counted.
 * `mantelHaenszelCommonOdds`: odds of the group that stands first in the table over the other, for two groups; for any number of
 * groups `mantelHaenszelByGroup` has each against the group with the highest rate.
 */
export function reportImpact(table: ColumnTable, columns: ImpactColumns) {
  const counts = countsOf(table, columns)
  const groups = [...new Set(counts.map(({ group }) => group))]
  const reasons: Reasons = {}
  const overall = impactsOf(counts)
  const strata = columns.stratum === null ? [] : sortedLabels(counts.map(({ stratum }) => stratum))
  const reference = overall.find(({ impact }) => impact.kind === 'value' && impact.comparison === null)?.group
  const odds = (first: string, second: string, path: string) =>
    columns.stratum === null ? null : commonOdds(counts, strata, { first, second, path }, reasons)
  const [first, second, third] = groups
  const two = first !== undefined && second !== undefined && third === undefined
  if (columns.stratum !== null && !two) reasons.mantelHaenszelCommonOdds = { because: 'two-groups-needed' }
  return {
    dropped: table.rows - counts.length,
    overall: overall.map(line),
    perStratum: Object.fromEntries(
      strata.map((stratum) => [stratum, impactsOf(counts.filter((count) => count.stratum === stratum)).map(line)]),
    ),
    mantelHaenszelCommonOdds: two ? odds(first, second, 'mantelHaenszelCommonOdds') : null,
    mantelHaenszelByGroup:
      columns.stratum === null || reference === undefined
        ? []
        : groups.flatMap((group) => {
            const found = group === reference ? null : odds(group, reference, `mantelHaenszelByGroup.${group}`)
            return found ? [found] : []
          }),
    reasons,
  }
}

function countsOf(table: ColumnTable, columns: ImpactColumns): readonly Count[] {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
  const groups = labelColumn(table, columns.group)
  const selected = numberColumn(table, columns.selected, isCount)
  const totals = numberColumn(table, columns.total, isCount)
  const strata = columns.stratum === null ? null : labelColumn(table, columns.stratum)
  return groups.flatMap((group, row) => {
    const [chosen, total] = [selected[row] ?? null, totals[row] ?? null]
    const stratum = strata === null ? '' : (strata[row] ?? null)
    if (group === null || chosen === null || total === null || stratum === null) return []
    if (chosen > total) throw new AppError('E-STATS-NUMBER', { column: columns.selected, row: row + 1, value: chosen })
    return [{ group, stratum, selected: chosen, total }]
  })
}

function added(counts: readonly Count[]): ReadonlyMap<string, GroupSelection> {
  const sums = new Map<string, GroupSelection>()
  for (const { group, selected, total } of counts) {
    const before = sums.get(group) ?? { group, selected: 0, total: 0 }
    sums.set(group, { group, selected: before.selected + selected, total: before.total + total })
  }
  return sums
}

function impactsOf(counts: readonly Count[]): readonly GroupImpact[] {
  const sums = added(counts)
  return impactRatios(
    sortedLabels([...sums.keys()]).flatMap((group) => sums.get(group) ?? []),
    1,
  )
}

function line({ group, selected, total, impact }: GroupImpact) {
  const figure = impact.kind === 'value' ? impact : null
  const comparison = figure?.comparison ?? null
  const test = comparison?.normal.kind === 'value' ? comparison.normal : null
  const interval = comparison?.interval.kind === 'value' ? comparison.interval : null
  return {
    group,
    selected,
    total,
    rate: figure?.rate ?? (total > 0 ? selected / total : null),
    impactRatio: figure?.ratio ?? null,
    reference: comparison?.reference ?? null,
    zTwoProportion: test?.z ?? null,
    p: test?.p ?? null,
    fisherP: comparison?.exactP ?? null,
    ratioCi95Low: interval?.low ?? null,
    ratioCi95High: interval?.high ?? null,
    flagged: comparison?.flagged ?? false,
    belowSmallestGroup: total < smallGroup,
    reason: lineReason(impact, comparison),
  }
}

function lineReason(
  impact: GroupImpact['impact'],
  comparison: Extract<GroupImpact['impact'], { kind: 'value' }>['comparison'] | null,
): MissingReason | null {
  if (impact.kind !== 'value') return reasonOf(impact)
  if (comparison && comparison.normal.kind !== 'value') return reasonOf(comparison.normal)
  return comparison && comparison.interval.kind !== 'value' ? reasonOf(comparison.interval) : null
}

function commonOdds(
  counts: readonly Count[],
  strata: readonly string[],
  { first, second, path }: { readonly first: string; readonly second: string; readonly path: string },
  reasons: Reasons,
) {
  const nobody = { selected: 0, total: 0 }
  const tables = strata.map((stratum) => {
    const sums = added(counts.filter((count) => count.stratum === stratum))
    return { first: sums.get(first) ?? nobody, second: sums.get(second) ?? nobody }
  })
  const found = figureOr(mantelHaenszel(tables), path, reasons)
  if (found === null) return null
  return {
    group: first,
    reference: second,
    estimate: found.estimate,
    ci95Low: found.interval.low,
    ci95High: found.interval.high,
    chisq: found.chiSquare,
    p: found.p,
    strata: found.strata,
  }
}
