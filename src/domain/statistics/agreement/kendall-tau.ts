import { AppError } from '#domain/app-error.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { twoSidedNormal } from '#domain/statistics/tail-probability.ts'
import { allEqual, completeRows } from './rating-table.ts'
import { tieSizes } from './tied-ranks.ts'

export interface RankAgreementFigure {
  readonly value: number
  readonly n: number
  readonly z: number
  readonly p: number
}

/**
 * How far two rankings agree (Kendall's tau-b): agreeing minus disagreeing pairs, as a share of the pairs that are not tied.
 * Input: two lists of equal length, any unit, no missing values. Output: −1…1, no unit; z and two-sided p of "no agreement"
 * by the normal approximation with ties and without continuity correction. The order of people never matters.
 * Too little: fewer than 2 persons → insufficient-data (the test needs about five to mean anything: the caller decides). One
 * list holds a single value → cannot-tell one-side-constant. Lists of unequal length: throws E-ARG.
 * Source: Kendall 1945; as R `cor.test(method = "kendall", exact = FALSE)`.
 * @example kendallTau([1, 2, 3], [1, 3, 2]) // { kind: 'value', value: 0.333…, n: 3, z: 0.52…, p: 0.60… }
 */
export function kendallTau(first: readonly number[], second: readonly number[]): Outcome<RankAgreementFigure> {
  if (first.length !== second.length) throw new AppError('E-ARG')
  completeRows([first, second])
  const n = first.length
  if (n < 2) return tooFew(n, 2)
  if (allEqual(first) || allEqual(second)) return cannotTell('one-side-constant')
  const pairs = (n * (n - 1)) / 2
  const ties = [tieSizes(first), tieSizes(second)] as const
  const tied = ties.map((sizes) => sumOf(sizes, (t) => (t * (t - 1)) / 2))
  const surplus = agreeingMinusDisagreeing(first, second)
  const value = surplus / Math.sqrt((pairs - (tied[0] ?? 0)) * (pairs - (tied[1] ?? 0)))
  const z = surplus / Math.sqrt(surplusVariance(n, ties))
  return { kind: 'value', value: Math.max(-1, Math.min(1, value)), n, z, p: twoSidedNormal(z) }
}

const sumOf = (sizes: readonly number[], term: (size: number) => number): number =>
  sizes.reduce((sum, size) => sum + term(size), 0)

function surplusVariance(n: number, [first, second]: readonly [readonly number[], readonly number[]]): number {
  const plain = (t: number) => t * (t - 1) * (2 * t + 5)
  const two = (t: number) => t * (t - 1)
  const three = (t: number) => t * (t - 1) * (t - 2)
  const base = (plain(n) - sumOf(first, plain) - sumOf(second, plain)) / 18
  const pairs = (sumOf(first, two) * sumOf(second, two)) / (2 * n * (n - 1))
  // Of two persons no three can tie.
  const triples = n > 2 ? (sumOf(first, three) * sumOf(second, three)) / (9 * n * (n - 1) * (n - 2)) : 0
  return base + pairs + triples
}

/**
 * Agreeing minus disagreeing pairs without looking at every pair (Knight 1966): in the order of the first list (ties by the
 * second) the disagreeing pairs are the exchanges a merge sort by the second list makes.
 */
function agreeingMinusDisagreeing(first: readonly number[], second: readonly number[]): number {
  const order = first.map((value, index) => [value, second[index] ?? 0] as const)
  const sorted = order.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const n = first.length
  const tiedFirst = sumOf(tieSizes(first), (t) => (t * (t - 1)) / 2)
  const tiedSecond = sumOf(tieSizes(second), (t) => (t * (t - 1)) / 2)
  const tiedBoth = sumOf(sizesOfRuns(sorted), (t) => (t * (t - 1)) / 2)
  const disagreeing = exchanges(sorted.map((pair) => pair[1])).count
  return (n * (n - 1)) / 2 - tiedFirst - tiedSecond + tiedBoth - 2 * disagreeing
}

function sizesOfRuns(sorted: readonly (readonly [number, number])[]): readonly number[] {
  const sizes: number[] = []
  for (const [index, pair] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && before[0] === pair[0] && before[1] === pair[1]) sizes.push((sizes.pop() ?? 0) + 1)
    else sizes.push(1)
  }
  return sizes
}

/** Sorts by halves and counts how many pairs stood in falling order. */
function exchanges(values: readonly number[]): { readonly sorted: readonly number[]; readonly count: number } {
  if (values.length < 2) return { sorted: values, count: 0 }
  const middle = values.length >> 1
  const left = exchanges(values.slice(0, middle))
  const right = exchanges(values.slice(middle))
  const sorted: number[] = []
  let count = left.count + right.count
  let [l, r] = [0, 0]
  while (l < left.sorted.length || r < right.sorted.length) {
    const fromLeft = left.sorted[l] ?? Number.POSITIVE_INFINITY
    const fromRight = right.sorted[r] ?? Number.POSITIVE_INFINITY
    if (fromLeft <= fromRight) {
      sorted.push(fromLeft)
      l += 1
    } else {
      sorted.push(fromRight)
      r += 1
      count += left.sorted.length - l
    }
  }
  return { sorted, count }
}
