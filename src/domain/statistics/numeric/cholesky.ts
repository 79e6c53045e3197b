import { dot } from './vector.ts'

/**
 * Turns the lower triangle of a symmetric positive definite matrix into its Cholesky factor, in place. Leading zeros of a
 * row stay zeros and cost nothing, so nested groups (a diagonal block) stay as cheap as they are sparse.
 * Returns false, with the matrix half done, when a pivot is not positive: the matrix is singular or not finite.
 * @example cholesky(Float64Array.of(4, 0, 2, 5), 2) // true; the array is now 2, 0, 1, 2
 */
export function cholesky(matrix: Float64Array, size: number): boolean {
  const first = new Int32Array(size)
  for (let i = 0; i < size; i += 1) {
    const row = i * size
    let from = 0
    while (from < i && matrix[row + from] === 0) from += 1
    first[i] = from
    for (let j = from; j <= i; j += 1) {
      const shared = Math.max(from, first[j] as number)
      const rest = (matrix[row + j] as number) - dot(matrix, row + shared, matrix, j * size + shared, j - shared)
      if (j < i) matrix[row + j] = rest / (matrix[j * size + j] as number)
      else if (rest > 0 && rest < Number.POSITIVE_INFINITY) matrix[row + i] = Math.sqrt(rest)
      else return false
    }
  }
  return true
}

/** Twice the sum of the logarithms of the pivots `from` … `to` − 1: the log determinant of that block. */
export function logDeterminant(factor: Float64Array, size: number, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k += 1) sum += Math.log(factor[k * size + k] as number)
  return 2 * sum
}

/** The inverse of the leading `count` × `count` block of a Cholesky factor, as a lower matrix `count` wide. */
export function invertFactor(factor: Float64Array, size: number, count: number): Float64Array {
  // Written transposed, so that the products below run along rows.
  const columns = new Float64Array(count * count)
  for (let j = 0; j < count; j += 1) {
    columns[j * count + j] = 1 / (factor[j * size + j] as number)
    for (let i = j + 1; i < count; i += 1) {
      const sum = dot(factor, i * size + j, columns, j * count + j, i - j)
      if (sum !== 0) columns[j * count + i] = -sum / (factor[i * size + i] as number)
    }
  }
  const inverse = new Float64Array(count * count)
  for (let i = 0; i < count; i += 1)
    for (let j = 0; j <= i; j += 1) inverse[i * count + j] = columns[j * count + i] as number
  return inverse
}

/**
 * The full symmetric matrix R'R of an inverted factor R (lower, `size` wide), using its first `rows` rows only: with all
 * of them the inverse of the whole matrix, with fewer that of the leading block.
 */
export function inverseFromFactor(inverted: Float64Array, size: number, rows: number): Float64Array {
  const result = new Float64Array(rows * rows)
  for (let k = 0; k < rows; k += 1)
    for (let i = 0; i <= k; i += 1) {
      const scaled = inverted[k * size + i] as number
      if (scaled === 0) continue
      for (let j = 0; j <= i; j += 1)
        result[i * rows + j] = (result[i * rows + j] as number) + scaled * (inverted[k * size + j] as number)
    }
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < i; j += 1) result[j * rows + i] = result[i * rows + j] as number
  return result
}

/** Solves L'x = b for the leading `count` rows of a Cholesky factor; `b` starts at `at` of `rightSide`. */
export function solveTransposed(
  factor: Float64Array,
  size: number,
  count: number,
  rightSide: Float64Array,
  at: number,
): Float64Array {
  const solution = rightSide.slice(at, at + count)
  for (let i = count - 1; i >= 0; i -= 1) {
    const value = (solution[i] as number) / (factor[i * size + i] as number)
    solution[i] = value
    for (let j = 0; j < i; j += 1) solution[j] = (solution[j] as number) - value * (factor[i * size + j] as number)
  }
  return solution
}

/**
 * Which columns carry something of their own, from their cross products (lower matrix): a column whose pivot falls below
 * `tolerance` times its own diagonal is a combination of the ones before it and is stepped over (calibration guide, 5.1:
 * 1e-10). The first of a set of dependent columns stays, as in R. An empty column is never kept.
 * @example independentColumns(Float64Array.of(1, 0, 1, 1), 2) // [0]
 */
export function independentColumns(gram: Float64Array, size: number, tolerance = 1e-10): number[] {
  const kept: number[] = []
  const factor = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    const row = kept.length * size
    kept.forEach((column, k) => {
      const sum = dot(factor, row, factor, k * size, k)
      factor[row + k] = ((gram[i * size + column] as number) - sum) / (factor[k * size + k] as number)
    })
    const own = gram[i * size + i] as number
    const rest = own - dot(factor, row, factor, row, kept.length)
    if (own > 0 && rest > tolerance * own) {
      factor[row + kept.length] = Math.sqrt(rest)
      kept.push(i)
    } else factor.fill(0, row, row + size)
  }
  return kept
}
