import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { allEqual, checkTable } from '#domain/statistics/agreement/rating-table.ts'
import { element } from '#domain/statistics/element.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { normalQuantile, twoSidedNormal } from '#domain/statistics/tail-probability.ts'
import { deviationOf, meanOf } from './criteria-summary.ts'

export interface RaterScores {
  readonly rater: string
  readonly scores: readonly number[]
}

export interface SpreadFigure {
  readonly n: number
  /** The rater's own deviation over the usual one. */
  readonly rawRatio: number
  /** The same drawn toward 1 as far as so few persons demand, with its 90 % interval. */
  readonly ratio: number
  readonly low: number
  readonly high: number
  /** Test of "spreads as the others do", and p corrected for testing all raters (Benjamini–Hochberg). */
  readonly z: number
  readonly p: number
  readonly q: number
}

/** A rater who gives everyone the same needs no test: `no-differentiation`. */
export type SpreadOutcome = Outcome<SpreadFigure> | { readonly kind: 'no-differentiation'; readonly n: number }

export interface RaterSpread {
  readonly rater: string
  readonly spread: SpreadOutcome
}

const fewestPersons = 5

/**
 * Whether a rater uses a narrower or wider part of the scale than the others (central tendency, range restriction): the
 * rater's deviation over the deviation within all teams, on the logarithm, drawn toward 1 by the share of the differences
 * that is chance.
 * L = ln(s/s_pooled), variance 1/(2(n − 1)), true variance between raters = max(0, var(L) − mean variance).
 * Input: scores per rater, any one unit. Too little: fewer than 5 scores → insufficient-data. All scores of a rater equal →
 * no-differentiation. Nobody differentiates → cannot-tell no-variation for those who could be tested. Throws E-ARG for a score
 * that is not a figure.
 * Source: empirical Bayes on log deviations (Efron and Morris 1975); Benjamini and Hochberg 1995.
 * @example spreadByRater([{ rater: 'A', scores: [80, 80, 81, 80, 81] }, …])[0] // spread.ratio 0.4
 */
export function spreadByRater(raters: readonly RaterScores[]): readonly RaterSpread[] {
  for (const { scores } of raters) checkTable([scores])
  const pooled = pooledDeviation(raters)
  const tested = raters.flatMap(({ scores }, index) =>
    scores.length >= fewestPersons && !allEqual(scores)
      ? [
          {
            index,
            n: scores.length,
            log: Math.log(deviationOf(scores) / pooled),
            variance: 1 / (2 * (scores.length - 1)),
          },
        ]
      : [],
  )
  const between = betweenVariance(tested)
  const figures = tested.map((one) => ({ ...one, z: one.log / Math.sqrt(one.variance) }))
  const q = adjustPValues(
    figures.map(({ z }) => twoSidedNormal(z)),
    'bh',
  )
  const told = new Map(figures.map((one, place) => [one.index, { ...one, q: element(q, place) ?? 1 }]))
  return raters.map(({ rater, scores }, index) => {
    const found = told.get(index)
    return { rater, spread: found ? figureOf(found, between) : withoutFigure(scores, pooled) }
  })
}

function withoutFigure(scores: readonly number[], pooled: number): SpreadOutcome {
  if (scores.length < fewestPersons) return tooFew(scores.length, fewestPersons)
  return pooled === 0 ? cannotTell('no-variation') : { kind: 'no-differentiation', n: scores.length }
}

interface Tested {
  readonly n: number
  readonly log: number
  readonly variance: number
  readonly z: number
  readonly q: number
}

function figureOf({ n, log, variance, z, q }: Tested, between: number): SpreadFigure & { readonly kind: 'value' } {
  const trust = between / (between + variance)
  const reach = normalQuantile(0.95) * Math.sqrt(trust * variance)
  const ratio = Math.exp(trust * log)
  return {
    kind: 'value',
    n,
    rawRatio: Math.exp(log),
    ratio,
    low: ratio * Math.exp(-reach),
    high: ratio * Math.exp(reach),
    z,
    p: twoSidedNormal(z),
    q,
  }
}

/** The deviation of scores around their own rater's mean, over all raters. */
function pooledDeviation(raters: readonly RaterScores[]): number {
  let [squares, df] = [0, 0]
  for (const { scores } of raters) {
    if (scores.length < 2) continue
    if (!allEqual(scores)) squares += deviationOf(scores) ** 2 * (scores.length - 1)
    df += scores.length - 1
  }
  return df === 0 ? 0 : Math.sqrt(squares / df)
}

/** True variance between raters on the log scale: what is seen minus what chance adds. */
function betweenVariance(tested: readonly { readonly log: number; readonly variance: number }[]): number {
  if (tested.length < 2) return 0
  const seen = deviationOf(tested.map(({ log }) => log)) ** 2
  return Math.max(0, seen - meanOf(tested.map(({ variance }) => variance)))
}
