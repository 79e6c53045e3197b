import { AppError } from '#domain/app-error.ts'
import { mean } from '#domain/statistics/mean.ts'
import { median } from '#domain/statistics/median.ts'
import { quantile } from '#domain/statistics/quantile.ts'
import { standardDeviation } from '#domain/statistics/standard-deviation.ts'
import type { Statistic } from '#domain/statistics/statistic.ts'

/** Figures of a group from so many values; below three, a mean says more about the persons than about the group. */
export const smallestGroup = 3

export interface TooFew {
  readonly kind: 'too-few'
  readonly n: number
  readonly required: number
}

export interface Spread {
  readonly kind: 'told'
  readonly n: number
  readonly mean: number
  readonly median: number
  /** Sample standard deviation (divisor n − 1). */
  readonly deviation: number
  readonly lowQuartile: number
  readonly highQuartile: number
  readonly lowest: number
  readonly highest: number
}

export interface Mean {
  readonly kind: 'told'
  readonly n: number
  readonly mean: number
}

/**
 * Mean, median, standard deviation and quartiles of a group's values, in the values' own unit; the order of the values
 * changes nothing, to the last bit. Fewer than three values: `too-few`, no figure at all. Throws E-ARG for a value that is
 * not a figure.
 * Conventions: those of `mean`, `standardDeviation` and `quantile` (Hyndman and Fan 1996, type 7, as Excel's QUARTILE.INC).
 * @example spreadOf([70, 80, 90]) // { kind: 'told', n: 3, mean: 80, median: 80, deviation: 10, lowQuartile: 75, … }
 */
export function spreadOf(values: readonly number[]): Spread | TooFew {
  const centre = meanOf(values)
  if (centre.kind === 'too-few') return centre
  return {
    ...centre,
    median: figureOf(median(values)),
    deviation: figureOf(standardDeviation(values)),
    lowQuartile: figureOf(quantile(values, 0.25)),
    highQuartile: figureOf(quantile(values, 0.75)),
    lowest: figureOf(quantile(values, 0)),
    highest: figureOf(quantile(values, 1)),
  }
}

/**
 * The mean of a group's values, or `too-few` below three of them. Order-free like `spreadOf`.
 * @example meanOf([80, 90]) // { kind: 'too-few', n: 2, required: 3 }
 */
export function meanOf(values: readonly number[]): Mean | TooFew {
  const n = values.length
  if (n < smallestGroup) return { kind: 'too-few', n, required: smallestGroup }
  return { kind: 'told', n, mean: figureOf(mean(values)) }
}

/** The figure of a group that is large enough to have one: no statistic here asks for more than three values. */
function figureOf(statistic: Statistic): number {
  if (statistic.kind === 'value') return statistic.value
  throw new AppError('E-ARG')
}
