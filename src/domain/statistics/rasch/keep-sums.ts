import type { Matrix } from 'ml-matrix'

/**
 * Adds, for each leading block of these sizes, a weight to all its entries. Raising a whole block (all raters, all items) alike
 * changes nothing else in a Rasch model, so the matrix has no inverse; with the weight it has one, and steps keep the block's
 * sum. Returns the weight of each block: the inverse has 1/(weight · size²) too much within it.
 * @example keepSums(matrix, [7, 5, 3])
 */
export function keepSums(matrix: Matrix, sizes: readonly number[]): readonly number[] {
  let start = 0
  return sizes.map((size) => {
    const end = start + size
    const weight = Math.max(1e-6, matrix.get(start, start))
    for (let row = start; row < end; row += 1) {
      for (let column = start; column < end; column += 1) matrix.set(row, column, matrix.get(row, column) + weight)
    }
    start = end
    return weight
  })
}
