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
 * changes nothing, to the last bit. Fewer than three values: `too-few`, no figure at all.
 * Source: quartiles by linear interpolation (Hyndman and Fan 1996, type 7, as in Excel's QUARTILE.INC).
 * @example spreadOf([70, 80, 90]) // { kind: 'told', n: 3, mean: 80, median: 80, deviation: 10, lowQuartile: 75, … }
 */
export function spreadOf(values: readonly number[]): Spread | TooFew {
  const sorted = values.toSorted((a, b) => a - b)
  const mean = meanOf(sorted)
  if (mean.kind === 'too-few') return mean
  const squares = sorted.reduce((sum, value) => sum + (value - mean.mean) ** 2, 0)
  return {
    ...mean,
    median: quantile(sorted, 0.5),
    deviation: Math.sqrt(squares / (sorted.length - 1)),
    lowQuartile: quantile(sorted, 0.25),
    highQuartile: quantile(sorted, 0.75),
    lowest: quantile(sorted, 0),
    highest: quantile(sorted, 1),
  }
}

/**
 * The mean of a group's values, or `too-few` below three of them. Order-free like `spreadOf`.
 * @example meanOf([80, 90]) // { kind: 'too-few', n: 2, required: 3 }
 */
export function meanOf(values: readonly number[]): Mean | TooFew {
  const n = values.length
  if (n < smallestGroup) return { kind: 'too-few', n, required: smallestGroup }
  const sum = values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
  return { kind: 'told', n, mean: sum / n }
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
