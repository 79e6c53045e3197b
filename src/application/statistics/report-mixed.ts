import type { ColumnTable } from '#domain/statistics/column-table.ts'
import type { GroupCovariance } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'
import type { ModelRefusal } from '#domain/statistics/model-refusal.ts'
import type { ModelNote } from '#domain/statistics/model-sentences.ts'
import { formulaRefusal } from './formula-refusal.ts'

/**
 * A mixed model of a table in lme4's notation, as lme4 prints it. Rows with an empty named cell are left out and counted in
 * `dropped`. `variance` has a row for every random column and, after them, one for every pair that may correlate, its term
 * joined by a colon (`(Intercept):x`) and its figure the covariance; `covariance` says the same with the correlation.
 * Where the data cannot tell, every figure is null or empty and `refusal` says why.
 */
export function reportMixed(table: ColumnTable, formula: string) {
  const fit = mixedModelOfTable(table, formula)
  if (fit.kind === 'formula-error') throw formulaRefusal(fit)
  if (fit.kind === 'cannot-tell') return { ...nothing, nobs: fit.n, dropped: fit.missing, refusal: fit }
  const notes: readonly ModelNote[] = [...fit.warnings, ...(fit.missing > 0 ? (['rows-left-out'] as const) : [])]
  return {
    nobs: fit.nobs,
    dropped: fit.missing,
    logLik: fit.logLik,
    fixed: fit.fixed,
    variance: [...new Set(fit.variance.map(({ group }) => group))].flatMap((group) => [
      ...fit.variance.filter((one) => one.group === group),
      ...fit.covariance.filter((one) => one.group === group).map(asVariance),
    ]),
    covariance: fit.covariance,
    residualVariance: fit.residualVariance,
    effects: fit.effects,
    droppedColumns: fit.dropped,
    notes,
    refusal: null,
  }
}

const asVariance = ({ group, term, with: other, covariance }: GroupCovariance) => ({
  group,
  term: `${term}:${other}`,
  variance: covariance,
})

interface NoMixedFit {
  readonly logLik: null
  readonly fixed: readonly never[]
  readonly variance: readonly never[]
  readonly covariance: readonly never[]
  readonly residualVariance: null
  readonly effects: readonly never[]
  readonly droppedColumns: readonly string[]
  readonly notes: readonly ModelNote[]
  readonly refusal: ModelRefusal | null
}

const nothing: NoMixedFit = {
  logLik: null,
  fixed: [],
  variance: [],
  covariance: [],
  residualVariance: null,
  effects: [],
  droppedColumns: [],
  notes: [],
  refusal: null,
}
