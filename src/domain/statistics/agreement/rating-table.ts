import { AppError } from '#domain/app-error.ts'

/** One row per rated person, one column per rater; null where a rater did not rate the person. */
export type RatingTable = readonly (readonly (number | null)[])[]
export type CompleteTable = readonly (readonly number[])[]

/** Beyond this, squares would leave the range of numbers; no measure of an office comes near. */
const largestFigure = 1e100

/**
 * The rows every rater filled, in their order. Throws E-ARG when the rows differ in length or a cell is not a finite
 * figure (a missing rating is null).
 * @example completeRows([[3, 4], [5, null]]) // [[3, 4]]
 */
export function completeRows(table: RatingTable): CompleteTable {
  checkTable(table)
  return table.filter((row): row is readonly number[] => row.every((cell) => cell !== null))
}

/** Throws E-ARG for rows of different length and for cells that are neither null nor a figure below 1e100. */
export function checkTable(table: RatingTable): void {
  const width = table[0]?.length ?? 0
  for (const row of table) {
    if (row.length !== width) throw new AppError('E-ARG')
    if (row.some((cell) => cell !== null && !(Math.abs(cell) <= largestFigure))) throw new AppError('E-ARG')
  }
}

/**
 * Whether all figures of the list are one and the same; also true of an empty list.
 * @example allEqual([3, 3, 3]) // true
 */
export function allEqual(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
