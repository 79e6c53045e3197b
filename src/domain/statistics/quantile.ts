import { AppError } from '#domain/app-error.ts'
import { risingFigures, type Statistic } from './statistic.ts'

/**
 * The value below which a share of the values lies: 0,25 is the lower quartile, 0,5 the median.
 * Input: figures of one unit in any order, and a share from 0 to 1. Output: the same unit.
 * Convention: type 7 of Hyndman and Fan 1996 (the default of R's `quantile`, Excel's QUARTILE.INC): the n values stand
 * at the shares 0, 1/(n−1), …, 1, and between two of them the line is straight.
 * Too little: no value → insufficient-data; one value is every quantile of itself. Throws E-ARG for a share outside 0…1
 * or a value that is not a figure.
 * @example quantile([10, 20, 30, 40], 0.25) // { kind: 'value', value: 17.5, n: 4 }
 */
export function quantile(values: readonly number[], share: number): Statistic {
  if (!(share >= 0 && share <= 1)) throw new AppError('E-ARG')
  const rising = risingFigures(values)
  const place = (rising.length - 1) * share
  const below = rising[Math.floor(place)]
  if (below === undefined) return { kind: 'insufficient-data', n: 0, required: 1 }
  const above = rising[Math.ceil(place)] ?? below
  // Both neighbours alike leave nothing to interpolate; `min` keeps rounding from stepping past the upper one.
  const value = above === below ? below : Math.min(above, below + (above - below) * (place - Math.floor(place)))
  return { kind: 'value', value, n: rising.length }
}
