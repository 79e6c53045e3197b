import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { allEqual, checkTable, type RatingTable } from './rating-table.ts'

/** How a difference between two ratings counts: as any other, by rank, by distance, or by proportion. */
export const alphaMetrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type AlphaMetric = (typeof alphaMetrics)[number]

/**
 * What "chance" counts in a table without gaps. `irr` as the R package of that name, which for a full table of m raters uses
 * N − 1/(m − 1) where the published formula has N − 1; `published` as the article. The two are one with two raters or with
 * any gap, and differ by less than 1/N otherwise.
 */
export type AlphaConvention = 'irr' | 'published'

export interface AlphaFigure {
  readonly value: number
  /** Persons with at least two ratings. */
  readonly units: number
  /** Ratings of those persons. */
  readonly ratings: number
}

/**
 * How far raters agree beyond chance, also when not every rater rated everyone (Krippendorff's alpha): 1 is full agreement,
 * 0 what chance alone gives, below 0 systematic disagreement.
 * Input: one row per person, one column per rater, null for a missing rating; persons with a single rating say nothing and
 * are left out. Differences: `nominal` equal or not; `ordinal` the number of ratings that lie between (half of both ends);
 * `interval` the squared distance; `ratio` the squared distance as a share of the sum, for scales with a true zero.
 * Convention: `irr` unless asked otherwise, so that an auditor with R reads the same digits (see {@link AlphaConvention}).
 * Too little: no person with two ratings → insufficient-data. All ratings equal → cannot-tell no-variation. Ratio with a
 * negative rating → negative-values.
 * Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; as R `irr::kripp.alpha`.
 * @example krippendorffAlpha([[1, 1], [2, 2], [3, 4]], 'interval') // { kind: 'value', value: 0.86…, units: 3, ratings: 6 }
 */
export function krippendorffAlpha(
  table: RatingTable,
  metric: AlphaMetric,
  convention: AlphaConvention = 'irr',
): Outcome<AlphaFigure> {
  checkTable(table)
  const units = table
    .map((row) => row.filter((cell): cell is number => cell !== null).map((cell) => cell + 0))
    .filter((unit) => unit.length > 1)
  if (units.length === 0) return tooFew(0, 1)
  const all = units.flat()
  if (allEqual(all)) return cannotTell('no-variation')
  if (metric === 'ratio' && all.some((value) => value < 0)) return cannotTell('negative-values')
  const { observed, expected } = disagreement(units, all, metric)
  const raters = table[0]?.length ?? 0
  const full = table.every((row) => row.every((cell) => cell !== null))
  const chance = all.length - (convention === 'irr' && full ? 1 / (raters - 1) : 1)
  return { kind: 'value', value: 1 - (chance * observed) / expected, units: units.length, ratings: all.length }
}

/** Observed: within persons, each weighted by 1/(ratings − 1). Expected: over all pairs of ratings, ends in any order. */
function disagreement(units: readonly (readonly number[])[], all: readonly number[], metric: AlphaMetric) {
  const counts = countValues(all)
  if (metric === 'nominal' || metric === 'ratio') {
    const distance = metric === 'nominal' ? differ : ratioDistance
    const within = units.map((unit) => pairSum(countValues(unit), distance) / (unit.length - 1))
    return { observed: total(within), expected: pairSum(counts, distance) }
  }
  const place = metric === 'ordinal' ? middlePlaces(counts) : scaledValues(counts)
  const places = units.map((unit) => unit.map((value) => place.get(value) ?? 0))
  return {
    observed: total(places.map((unit) => squaredPairs(unit) / (unit.length - 1))),
    expected: squaredPairs(places.flat()),
  }
}

const differ = (): number => 1
const ratioDistance = (first: number, second: number): number => ((first - second) / (first + second)) ** 2
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function countValues(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const value of values.toSorted((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Sum of a distance over all ordered pairs of ratings with different values. */
function pairSum(counts: ReadonlyMap<number, number>, distance: (first: number, second: number) => number): number {
  const entries = [...counts]
  let sum = 0
  for (const [index, [value, count]] of entries.entries()) {
    for (const [other, otherCount] of entries.slice(index + 1)) sum += 2 * count * otherCount * distance(value, other)
  }
  return sum
}

/** Sum of squared differences over all ordered pairs: 2 m times the squares around the mean. */
function squaredPairs(values: readonly number[]): number {
  const centre = total(values) / values.length
  return 2 * values.length * values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}

/** Where each value stands in the queue of all ratings: the ratings below it and half of its own. */
function middlePlaces(counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  let below = 0
  const places = new Map<number, number>()
  for (const [value, count] of counts) {
    places.set(value, below + count / 2)
    below += count
  }
  return places
}

/** The values on a scale from 0 to 1, so that squares of very large or small figures keep their digits. */
function scaledValues(counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const values = [...counts.keys()]
  const lowest = values[0] ?? 0
  const range = (values.at(-1) ?? 0) - lowest
  return new Map(values.map((value) => [value, (value - lowest) / range]))
}
