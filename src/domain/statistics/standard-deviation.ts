import { mean } from './mean.ts'
import { risingFigures, type Statistic } from './statistic.ts'

/**
 * How far the values typically lie from their mean: the root of the mean squared distance.
 * Input: figures of one unit in any order. Output: the same unit, 0 when all are equal.
 * Convention: the sample figure, divisor n − 1 (R's `sd`, Excel's STDEV.S), from two passes over the values.
 * Too little: fewer than 2 values → insufficient-data. Throws E-ARG for a value that is not a figure.
 * @example standardDeviation([70, 80, 90]) // { kind: 'value', value: 10, n: 3 }
 */
export function standardDeviation(values: readonly number[]): Statistic {
  const rising = risingFigures(values)
  const centre = mean(rising)
  if (centre.kind !== 'value' || rising.length < 2) return { kind: 'insufficient-data', n: rising.length, required: 2 }
  const squares = rising.reduce((sum, value) => sum + (value - centre.value) ** 2, 0)
  return { kind: 'value', value: Math.sqrt(squares / (rising.length - 1)), n: rising.length }
}
