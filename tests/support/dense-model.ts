import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'

/**
 * A linear model with any covariance, by the textbook: matrices as wide as there are rows. For tests only; what the
 * engine computes by elimination has to come out the same.
 */
export interface DenseModel {
  /** Restricted log likelihood. */
  readonly logLik: number
  readonly coefficients: readonly number[]
  readonly covariance: Matrix
  /** V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹. */
  readonly projection: Matrix
  readonly inverse: Matrix
  /** P y. */
  readonly projected: Matrix
}

export function denseModel(
  response: readonly number[],
  columns: readonly (readonly number[])[],
  covariance: Matrix,
): DenseModel {
  const y = Matrix.columnVector([...response])
  const x = new Matrix(columns.map((row) => [...row]))
  const own = inverse(covariance)
  const xv = x.transpose().mmul(own)
  const information = xv.mmul(x)
  const spread = inverse(information)
  const beta = spread.mmul(xv.mmul(y))
  const projection = Matrix.sub(own, xv.transpose().mmul(spread).mmul(xv))
  const projected = projection.mmul(y)
  const degrees = x.rows - x.columns
  const square = y.transpose().mmul(projected).get(0, 0)
  const logLik =
    -(logDeterminant(covariance) + logDeterminant(information) + square + degrees * Math.log(2 * Math.PI)) / 2
  return { logLik, coefficients: beta.to1DArray(), covariance: spread, projection, inverse: own, projected }
}

function logDeterminant(matrix: Matrix): number {
  // Products come out a hair asymmetric, which the decomposition refuses.
  const factor = new CholeskyDecomposition(Matrix.add(matrix, matrix.transpose()).div(2))
  if (!factor.isPositiveDefinite()) throw new RangeError('not positive definite')
  return 2 * factor.lowerTriangularMatrix.diagonal().reduce((sum, value) => sum + Math.log(value), 0)
}

/** Estimate, conditional and prediction variance of an effect whose covariance with every row is given. */
export function densePrediction(model: DenseModel, withRows: readonly number[], variance: number) {
  const c = Matrix.rowVector([...withRows])
  return {
    estimate: c.mmul(model.projected).get(0, 0),
    conditionalVariance: variance - c.mmul(model.inverse).mmul(c.transpose()).get(0, 0),
    predictionVariance: variance - c.mmul(model.projection).mmul(c.transpose()).get(0, 0),
  }
}

/** The deletion residual of a row: [Py]_i / P_ii, and its standard deviation. */
export function denseDeletion(model: DenseModel, row: number): { readonly residual: number; readonly sd: number } {
  const own = model.projection.get(row, row)
  return { residual: model.projected.get(row, 0) / own, sd: 1 / Math.sqrt(own) }
}
