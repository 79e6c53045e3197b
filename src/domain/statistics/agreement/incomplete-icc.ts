import { columnTable } from '#domain/statistics/column-table.ts'
import { mixedModelOfTable } from '#domain/statistics/mixed-model-of-table.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import type { IccFamily, IccFigure, IccForm } from './intraclass-correlation.ts'
import { allEqual, checkTable, type RatingTable } from './rating-table.ts'

/**
 * The intraclass correlations of a table with gaps: every rating counts, not only the persons everyone rated. From the variances
 * of persons and raters in a mixed model (REML) instead of mean squares; a variance never falls below zero, so neither does the
 * coefficient. No F interval exists for such a table: `interval` and `test` are cannot-tell incomplete-table.
 * Input: one row per person, one column per rater, null for a missing rating. The `…k` forms are for the mean of all k raters.
 * Too little: fewer than 2 persons or raters with ratings; all ratings equal → no-variation; gaps so many that the parts cannot
 * be told apart → not-settled.
 * Source: McGraw and Wong 1996; calibration guide 5.
 * @example incompleteIcc([[1, 1, null], [2, 3, 2], …]).icc21
 */
export function incompleteIcc(table: RatingTable): IccFamily {
  checkTable(table)
  const ratings = table.flatMap((row, person) =>
    row.flatMap((score, rater) => (score === null ? [] : [{ person: `p${person}`, rater: `r${rater}`, score }])),
  )
  const persons = new Set(ratings.map(({ person }) => person)).size
  const k = new Set(ratings.map(({ rater }) => rater)).size
  if (persons < 2) return everyForm(() => tooFew(persons, 2))
  if (k < 2) return everyForm(() => cannotTell('two-raters-needed'))
  if (allEqual(ratings.map(({ score }) => score))) return everyForm(() => cannotTell('no-variation'))
  const long = columnTable(
    ['person', 'rater', 'score'],
    ratings.map(({ person, rater, score }) => [person, rater, score]),
  )
  const oneWay = variancesOf(mixedModelOfTable(long, 'score ~ 1 + (1 | person)'))
  const twoWay = variancesOf(mixedModelOfTable(long, 'score ~ 1 + (1 | person) + (1 | rater)'))
  return everyForm((form) => {
    const parts = form.startsWith('icc1') ? oneWay : twoWay
    if (parts === null) return cannotTell('not-settled')
    const error = parts.residual + (form.startsWith('icc2') ? parts.rater : 0)
    const value = parts.person / (parts.person + (form.endsWith('k') ? error / k : error))
    return Number.isFinite(value) ? figure(value, persons, k) : cannotTell('parts-cancel')
  })
}

function variancesOf(fit: ReturnType<typeof mixedModelOfTable>) {
  if (fit.kind !== 'fitted') return null
  const of = (group: string) => fit.variance.find((part) => part.group === group)?.variance ?? 0
  return { person: of('person'), rater: of('rater'), residual: fit.residualVariance }
}

const figure = (value: number, n: number, k: number): Outcome<IccFigure> => ({
  kind: 'value',
  value,
  n,
  k,
  interval: cannotTell('incomplete-table'),
  test: cannotTell('incomplete-table'),
})

const everyForm = (of: (form: IccForm) => Outcome<IccFigure>): IccFamily => ({
  icc11: of('icc11'),
  icc21: of('icc21'),
  icc31: of('icc31'),
  icc1k: of('icc1k'),
  icc2k: of('icc2k'),
  icc3k: of('icc3k'),
})
