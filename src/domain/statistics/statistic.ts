import { AppError } from '#domain/app-error.ts'

/** A figure and the number of values it rests on, or how many more there would have to be. Never NaN. */
export type Statistic =
  | { readonly kind: 'value'; readonly value: number; readonly n: number }
  | { readonly kind: 'insufficient-data'; readonly n: number; readonly required: number }

/** Beyond this, squares would leave the range of numbers; no measure of an office comes near. */
const largestFigure = 1e100

/**
 * The values in rising order, so that the order in which people stand in a list changes no figure, not even in its last
 * bit. Throws E-ARG for a value that is not a finite figure below 1e100: a missing value is left out by the caller.
 * @example risingFigures([3, 1, 2]) // [1, 2, 3]
 */
export function risingFigures(values: readonly number[]): readonly number[] {
  if (!values.every((value) => Math.abs(value) <= largestFigure)) throw new AppError('E-ARG')
  // Minus zero compares equal to zero but is another bit pattern: adding zero makes them one.
  return values.map((value) => value + 0).toSorted((a, b) => a - b)
}
