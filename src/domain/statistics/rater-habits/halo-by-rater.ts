import { allEqual, type CompleteTable, checkTable } from '#domain/statistics/agreement/rating-table.ts'
import { element } from '#domain/statistics/element.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { twoSidedNormal } from '#domain/statistics/tail-probability.ts'
import { correlation } from './correlation.ts'
import { deviationOf, meanOf } from './criteria-summary.ts'

/** The marks one rater gave: one row per person, one column per criterion. */
export interface RaterMarks {
  readonly rater: string
  readonly marks: CompleteTable
}

export interface HaloFigure {
  readonly n: number
  /** Mean distance between one person's criteria, over that of all raters: well below 1 means criteria were not told apart. */
  readonly spreadRatio: number
  /** Mean correlation between criteria against that of all raters; needs 10 persons. */
  readonly correlation: Outcome<{ value: number; z: number; p: number }>
}

export interface RaterHalo {
  readonly rater: string
  readonly halo: Outcome<HaloFigure>
}

const fewestCriteria = 3
const fewestPersons = 4
const fewestForCorrelation = 10
/** Keeps Fisher's transformation finite where criteria are copies of one another. */
const nearlyOne = 1 - 1e-12

/**
 * Whether a rater marks every criterion by one overall impression (halo), for each rater of a group. The spread of a person's
 * criteria is the better detector, but it also falls when a rater gives everyone nearly the same: read it beside
 * `spreadByRater`.
 * Input: marks per rater on one scale, every rater with the same criteria. Criterion means over all persons are taken out
 * first, so that a hard criterion is not mistaken for spread. Correlation: Fisher's z against the mean correlation over all
 * persons, descriptive.
 * Too little: fewer than 3 criteria or, per rater, fewer than 4 persons → insufficient-data. No rater tells criteria apart →
 * cannot-tell no-variation. A criterion on which all of a rater's persons are equal leaves that rater's correlation
 * undefined (one-side-constant), not 0. Throws E-ARG for rows of unequal length.
 * Source: Cooper 1981; Fisher 1921 (z).
 * @example haloByRater([{ rater: 'A', marks: [[80, 81, 80], …] }, …])[0] // halo.spreadRatio 0.3
 */
export function haloByRater(raters: readonly RaterMarks[]): readonly RaterHalo[] {
  const all = raters.flatMap(({ marks }) => marks)
  checkTable(all)
  const k = all[0]?.length ?? 0
  const outcome = k < fewestCriteria ? tooFew(k, fewestCriteria) : null
  if (outcome) return raters.map(({ rater }) => ({ rater, halo: outcome }))
  const criterionMeans = columnsOf(all).map(meanOf)
  const spread = (rows: CompleteTable) =>
    meanOf(rows.map((row) => deviationOf(row.map((mark, column) => mark - element(criterionMeans, column)))))
  const pooled = { spread: spread(all), correlation: meanCorrelation(all) }
  return raters.map(({ rater, marks }) => ({ rater, halo: haloOf(marks, pooled, spread) }))
}

function haloOf(
  marks: CompleteTable,
  pooled: { readonly spread: number; readonly correlation: number | null },
  spread: (rows: CompleteTable) => number,
): Outcome<HaloFigure> {
  const n = marks.length
  if (n < fewestPersons) return tooFew(n, fewestPersons)
  if (pooled.spread === 0) return cannotTell('no-variation')
  return {
    kind: 'value',
    n,
    spreadRatio: spread(marks) / pooled.spread,
    correlation: against(marks, pooled.correlation),
  }
}

function against(marks: CompleteTable, pooled: number | null): HaloFigure['correlation'] {
  if (marks.length < fewestForCorrelation) return tooFew(marks.length, fewestForCorrelation)
  const value = meanCorrelation(marks)
  if (value === null || pooled === null) return cannotTell('one-side-constant')
  const fisher = (r: number) => Math.atanh(Math.max(-nearlyOne, Math.min(nearlyOne, r)))
  const z = (fisher(value) - fisher(pooled)) * Math.sqrt(marks.length - 3)
  return { kind: 'value', value, z, p: twoSidedNormal(z) }
}

const columnsOf = (rows: CompleteTable): CompleteTable =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => element(row, column)))

function meanCorrelation(rows: CompleteTable): number | null {
  const columns = columnsOf(rows)
  if (columns.some(allEqual)) return null
  const found = columns.flatMap((first, index) => columns.slice(index + 1).map((second) => correlation(first, second)))
  const values = found.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []))
  return values.length === found.length && values.length > 0 ? meanOf(values) : null
}
