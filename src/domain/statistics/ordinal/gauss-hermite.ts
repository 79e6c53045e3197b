import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

export interface QuadratureNode {
  readonly place: number
  readonly weight: number
}

/**
 * Places and weights that integrate exp(−x²) times any polynomial up to degree 2 · count − 1 exactly (Gauss–Hermite). One node
 * is the Laplace approximation.
 * Source: Golub and Welsch 1969.
 * @example gaussHermite(1) // [{ place: 0, weight: 1.772… }]
 */
export function gaussHermite(count: number): readonly QuadratureNode[] {
  const matrix = Matrix.zeros(count, count)
  for (let row = 1; row < count; row += 1) {
    matrix.set(row, row - 1, Math.sqrt(row / 2))
    matrix.set(row - 1, row, Math.sqrt(row / 2))
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true })
  return realEigenvalues
    .map((place, column) => ({ place, weight: Math.sqrt(Math.PI) * eigenvectorMatrix.get(0, column) ** 2 }))
    .toSorted((a, b) => a.place - b.place)
}
