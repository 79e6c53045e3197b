import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { type RaschMethod, type RaschOutcome, rasch } from '#domain/statistics/rasch/rasch.ts'
import type { RaschRating } from '#domain/statistics/rasch/ratings.ts'
import { type MissingReason, reasonOf } from './reasons.ts'
import { labelColumn, numberColumn } from './statistics-table.ts'

export interface RaschColumns {
  readonly person: string
  readonly rater: string
  readonly item: string
  readonly score: string
}

/**
 * Severity, difficulty and measures of a table with one mark per row. Rows in which one of the four columns is empty are left
 * out and counted. Where no common scale exists everything is null and `reason` (with `groups`, when raters are unconnected)
 * says why.
 */
export function reportRasch(table: ColumnTable, columns: RaschColumns, method: RaschMethod) {
  const [persons, raters, items] = [columns.person, columns.rater, columns.item].map((name) => labelColumn(table, name))
  const scores = numberColumn(table, columns.score)
  const ratings = scores.flatMap((score, row): readonly RaschRating[] => {
    const [person, rater, item] = [persons?.[row] ?? null, raters?.[row] ?? null, items?.[row] ?? null]
    return score === null || person === null || rater === null || item === null ? [] : [{ person, rater, item, score }]
  })
  return { method, nobs: ratings.length, dropped: table.rows - ratings.length, ...describe(rasch(ratings, method)) }
}

function describe(outcome: RaschOutcome) {
  if (outcome.kind !== 'value') return { ...nothing, ...refusalOf(outcome) }
  const fitOf = <One extends { infit: number | null; outfit: number | null; marks: number; extreme: string | null }>(
    one: One,
  ) => ({ infit: one.infit, outfit: one.outfit, marks: one.marks, extreme: one.extreme })
  return {
    logLik: outcome.logLik,
    raters: outcome.raters.map((one) => ({ rater: one.name, severity: one.measure, se: one.se, ...fitOf(one) })),
    items: outcome.items.map((one) => ({ item: one.name, difficulty: one.measure, se: one.se, ...fitOf(one) })),
    thresholds: outcome.thresholds,
    scores: outcome.scores,
    persons: outcome.persons.map((one) => ({
      person: one.name,
      measure: one.measure,
      se: one.se,
      ...fitOf(one),
      fairAverage: one.fairAverage,
    })),
    population: outcome.population,
    rounds: outcome.rounds,
    reason: null,
    groups: null,
  }
}

const nothing = {
  logLik: null,
  raters: [],
  items: [],
  thresholds: [],
  scores: [],
  persons: [],
  population: null,
  rounds: null,
}

interface Refusal {
  readonly reason: MissingReason
  readonly groups: readonly { readonly raters: readonly string[]; readonly persons: readonly string[] }[] | null
}

function refusalOf(outcome: Exclude<RaschOutcome, { kind: 'value' }>): Refusal {
  if (outcome.kind === 'unconnected') {
    const groups = outcome.groups.map(({ from, to }) => ({ raters: to.toSorted(), persons: from.toSorted() }))
    return { reason: { because: 'unconnected' }, groups }
  }
  if (outcome.kind === 'confounded') return { reason: { because: 'confounded' }, groups: null }
  return { reason: reasonOf(outcome), groups: null }
}
