import { risingFigures, type Statistic } from './statistic.ts'

/**
 * The arithmetic mean: the sum of the values divided by their number.
 * Input: figures of one unit, no missing values, in any order. Output: the same unit; never outside the smallest and the
 * largest value. Too little: no value at all → insufficient-data. Throws E-ARG for a value that is not a figure.
 * Convention: sums in rising order, so the order of people never matters.
 * @example mean([70, 80, 91]) // { kind: 'value', value: 80.33…, n: 3 }
 */
export function mean(values: readonly number[]): Statistic {
  const rising = risingFigures(values)
  const [smallest] = rising
  const largest = rising.at(-1)
  if (smallest === undefined || largest === undefined) return { kind: 'insufficient-data', n: 0, required: 1 }
  const raw = rising.reduce((sum, value) => sum + value, 0) / rising.length
  // Three times 0,1 sums to a hair above 0,3: rounding must not carry the mean out of the values.
  return { kind: 'value', value: Math.min(largest, Math.max(smallest, raw)), n: rising.length }
}
