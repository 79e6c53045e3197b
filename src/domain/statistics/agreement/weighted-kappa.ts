import { AppError } from '#domain/app-error.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { twoSidedNormal } from '#domain/statistics/tail-probability.ts'
import { allEqual } from './rating-table.ts'

/** How much a disagreement counts: always in full, by the distance of the categories, or by its square. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic'

export interface KappaFigure {
  readonly value: number
  readonly n: number
  /** z and p of "no more agreement than chance"; null where every weight agrees by chance alone. */
  readonly test: { readonly z: number; readonly p: number } | null
  /** False: one rater gave everyone the same, so the value 0 says nothing about agreement; say so beside it. */
  readonly informative: boolean
}

/**
 * How far two raters agree beyond chance on ordered categories, near misses counting less than far ones (Cohen's weighted
 * kappa): 1 full agreement, 0 chance, below 0 worse than chance.
 * Input: the two raters' categories of the same persons, and the declared categories in rising order (evenly spaced by their
 * place, whatever their names); ratings outside them throw E-ARG, as do lists of unequal length.
 * Weights: quadratic 1 − (i − j)²/(K − 1)², linear 1 − |i − j|/(K − 1), unweighted 1 or 0.
 * Too little: no person → insufficient-data. Both raters constant → cannot-tell both-raters-constant. One constant rater
 * gives 0 and `informative: false`.
 * Source: Cohen 1968; z by Fleiss, Cohen and Everitt 1969; as R `irr::kappa2`.
 * @example weightedKappa([1, 2, 3], [1, 2, 2], [1, 2, 3], 'quadratic') // value 0.666…
 */
export function weightedKappa(
  first: readonly number[],
  second: readonly number[],
  categories: readonly number[],
  weights: KappaWeights,
): Outcome<KappaFigure> {
  if (first.length !== second.length) throw new AppError('E-ARG')
  const n = first.length
  if (n === 0) return tooFew(0, 1)
  const places = new Map(categories.map((category, index) => [category, index]))
  const [a, b] = [placesOf(first, places), placesOf(second, places)]
  if (allEqual(a) && allEqual(b)) return cannotTell('both-raters-constant')
  const span = Math.max(1, categories.length - 1)
  const weight = weightings[weights](span)
  if (allEqual(a) || allEqual(b)) return { kind: 'value', value: 0, n, test: null, informative: false }
  const shares = [sharesOf(a, categories.length), sharesOf(b, categories.length)] as const
  const agreed = a.reduce((sum, i, index) => sum + weight(i, b[index] ?? 0), 0) / n
  const chance = overPairs(shares, (i, j) => weight(i, j))
  const value = (agreed - chance) / (1 - chance)
  return { kind: 'value', value, n, test: testOf(value, chance, shares, weight, n), informative: true }
}

const weightings = {
  unweighted: () => (i: number, j: number) => (i === j ? 1 : 0),
  linear: (span: number) => (i: number, j: number) => 1 - Math.abs(i - j) / span,
  quadratic: (span: number) => (i: number, j: number) => 1 - ((i - j) / span) ** 2,
} as const satisfies Record<KappaWeights, (span: number) => (i: number, j: number) => number>

function placesOf(values: readonly number[], places: ReadonlyMap<number, number>): readonly number[] {
  return values.map((value) => {
    const place = places.get(value)
    if (place === undefined) throw new AppError('E-ARG')
    return place
  })
}

function sharesOf(places: readonly number[], count: number): readonly number[] {
  const shares = new Array<number>(count).fill(0)
  for (const place of places) shares[place] = (shares[place] ?? 0) + 1 / places.length
  return shares
}

/** Mean of a quantity when the two raters choose independently, each with their own shares. */
function overPairs(
  [first, second]: readonly [readonly number[], readonly number[]],
  quantity: (i: number, j: number) => number,
): number {
  let sum = 0
  for (const [i, share] of first.entries()) {
    if (share === 0) continue
    for (const [j, other] of second.entries()) if (other > 0) sum += share * other * quantity(i, j)
  }
  return sum
}

function testOf(
  value: number,
  chance: number,
  shares: readonly [readonly number[], readonly number[]],
  weight: (i: number, j: number) => number,
  n: number,
): KappaFigure['test'] {
  const ofFirst = shares[0].map((_, i) => shares[1].reduce((sum, share, j) => sum + share * weight(i, j), 0))
  const ofSecond = shares[1].map((_, j) => shares[0].reduce((sum, share, i) => sum + share * weight(i, j), 0))
  const square = (i: number, j: number) => (weight(i, j) - (ofFirst[i] ?? 0) - (ofSecond[j] ?? 0)) ** 2
  const variance = (overPairs(shares, square) - chance ** 2) / (n * (1 - chance) ** 2)
  if (!(variance > 1e-15)) return null
  const z = value / Math.sqrt(variance)
  return { z, p: twoSidedNormal(z) }
}
