import { quantile } from './quantile.ts'
import type { Statistic } from './statistic.ts'

/**
 * The middle value: half of the values lie on each side; of an even number the mean of the two in the middle. A single
 * outlier does not move it, which the mean cannot say.
 * Input, output, errors: as `quantile` at the share 0,5.
 * @example median([70, 80, 91, 100]) // { kind: 'value', value: 85.5, n: 4 }
 */
export function median(values: readonly number[]): Statistic {
  return quantile(values, 0.5)
}
