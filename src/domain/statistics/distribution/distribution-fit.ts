import { AppError } from '#domain/app-error.ts'
import { element, sumOver } from '#domain/statistics/element.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { type Chance, seededChance } from '#domain/statistics/seeded-chance.ts'
import { chiSquareUpperTail } from '#domain/statistics/tail-probability.ts'

export interface DistributionFit {
  /** Pearson's chi-square and its p. */
  readonly chiSquare: number
  readonly pChiSquare: number
  /** The likelihood ratio G = 2 Σ O ln(O/E) and its p. */
  readonly g: number
  readonly pG: number
  readonly df: number
  readonly n: number
  /** Where some category expects fewer than five the two p above mislead: use these, from seeded draws. Else null. */
  readonly drawn: { readonly pChiSquare: number; readonly pG: number } | null
}

export interface FitOptions {
  /** Fewer persons than this say nothing about a distribution. */
  readonly smallest: number
  /** Drawn agencies when a category expects fewer than five. */
  readonly draws: number
  readonly seed: number
}

const standard: FitOptions = { smallest: 20, draws: 10_000, seed: 1 }
/** Below this expected count chi-square is no longer a good description of chance. */
const smallestExpected = 5
/** A smaller share of the whole is as good as none. */
const smallestShare = 1e-9

/**
 * How far the counts per category lie from a recommended distribution, and how often chance alone would take persons as far
 * from it (a recommended distribution is advice, never a quota).
 * Input: counts per category, and the recommended share of each category (any positive unit; only proportions matter).
 * p: chi-square with categories − 1 degrees of freedom; where a category expects fewer than 5 persons also `drawn`: (1 + draws
 * at least as far)/(1 + draws) over seeded draws, so that it can be computed again to the last digit.
 * A category expected to stay empty and empty is left out; one expected to stay empty and not empty → cannot-tell
 * impossible-category. Fewer than two categories left → no-variation.
 * Too little: fewer than `smallest` persons (20) → insufficient-data. Throws E-ARG for negative or unequal lists.
 * Source: Pearson 1900; Wilks 1938; Hope 1968 (Monte Carlo p), as R `chisq.test(simulate.p.value = TRUE)`.
 * @example distributionFit([10, 16, 18, 8, 4, 4], [5, 15, 30, 30, 15, 5]) // chiSquare 30.44, g 25.33, df 5
 */
export function distributionFit(
  counts: readonly number[],
  shares: readonly number[],
  options: Partial<FitOptions> = {},
): Outcome<DistributionFit> {
  const { smallest, draws, seed } = { ...standard, ...options }
  checkLists(counts, shares)
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n < smallest || n === 0) return tooFew(n, Math.max(1, smallest))
  const nothing = smallestShare * shares.reduce((sum, share) => sum + share, 0)
  if (counts.some((count, index) => count > 0 && element(shares, index) <= nothing))
    return cannotTell('impossible-category')
  const kept = shares.flatMap((share, index) => (share > nothing ? [{ share, count: element(counts, index) }] : []))
  if (kept.length < 2) return cannotTell('no-variation')
  const whole = kept.reduce((sum, { share }) => sum + share, 0)
  const observed = kept.map(({ count }) => count)
  const expected = kept.map(({ share }) => (n * share) / whole)
  const found = { chiSquare: chiSquareOf(observed, expected), g: gOf(observed, expected) }
  const df = kept.length - 1
  const p = { pChiSquare: chiSquareUpperTail(found.chiSquare, df), pG: chiSquareUpperTail(found.g, df) }
  const enough = expected.every((figure) => figure >= smallestExpected)
  return { kind: 'value', ...found, ...p, df, n, drawn: enough ? null : drawn(found, expected, n, draws, seed) }
}

function checkLists(counts: readonly number[], shares: readonly number[]): void {
  const fits =
    counts.length === shares.length && [...counts, ...shares].every((figure) => figure >= 0 && figure <= 1e12)
  if (!fits || !counts.every(Number.isInteger)) throw new AppError('E-ARG')
}

const chiSquareOf = (observed: ArrayLike<number>, expected: readonly number[]): number =>
  sumOver(
    expected.length,
    (index) => (element(observed, index) - element(expected, index)) ** 2 / element(expected, index),
  )

function gOf(observed: ArrayLike<number>, expected: readonly number[]): number {
  const term = (count: number, figure: number) => (count === 0 ? 0 : count * Math.log(count / figure))
  // All counts as expected: rounding must not make the sum negative.
  return Math.max(0, 2 * sumOver(expected.length, (index) => term(element(observed, index), element(expected, index))))
}

function drawn(
  found: { readonly chiSquare: number; readonly g: number },
  expected: readonly number[],
  n: number,
  draws: number,
  seed: number,
): { readonly pChiSquare: number; readonly pG: number } {
  const chance = seededChance(seed)
  // A draw equal to what was found counts as "as far", whatever the order of its sums.
  const [chiSquare, g] = [found.chiSquare * (1 - 1e-12), found.g * (1 - 1e-12)]
  let [farChiSquare, farG] = [0, 0]
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = drawCounts(expected, n, chance)
    if (chiSquareOf(counts, expected) >= chiSquare) farChiSquare += 1
    if (gOf(counts, expected) >= g) farG += 1
  }
  return { pChiSquare: (1 + farChiSquare) / (1 + draws), pG: (1 + farG) / (1 + draws) }
}

/** Puts n persons into the categories by chance, each category with its expected share. */
function drawCounts(expected: readonly number[], n: number, chance: Chance): Float64Array {
  const counts = new Float64Array(expected.length)
  for (let person = 0; person < n; person += 1) {
    let rest = chance() * n
    let place = 0
    while (place < expected.length - 1 && rest >= element(expected, place)) {
      rest -= element(expected, place)
      place += 1
    }
    counts[place] = element(counts, place) + 1
  }
  return counts
}
