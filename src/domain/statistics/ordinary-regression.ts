import type { FixedEffect } from './mixed-model/fit-mixed-model.ts'
import type { DesignMatrix } from './mixed-model/model-input.ts'
import type { DeletionResidual } from './mixed-model/solve.ts'
import { standardiseDesign } from './mixed-model/standardised-design.ts'
import type { ModelRefusal } from './model-refusal.ts'
import { modelRefusal } from './model-refusal.ts'
import { cholesky, inverseFromFactor, invertFactor } from './numeric/cholesky.ts'
import { addOuter, dot } from './numeric/vector.ts'

export interface OrdinaryFit {
  readonly kind: 'fitted'
  readonly nobs: number
  readonly fixed: readonly FixedEffect[]
  readonly residualVariance: number
  /** One per row, in the order given. */
  readonly deletion: readonly DeletionResidual[]
  readonly dropped: readonly string[]
}

/**
 * Ordinary least squares with deletion residuals: what is left when there is a single supervisor and Model A has nothing
 * to compare (calibration guide, 5.1). Residual, sd and z of a row with that row left out of the coefficients; the
 * variance is that of all rows, as in the mixed models.
 * Cannot tell: as `standardiseDesign`; fewer rows than coefficients plus one.
 * @example fitOrdinary(response, { names: ['(Intercept)'], rows: 3, values: Float64Array.of(1, 1, 1) }) // fixed: the mean
 */
export function fitOrdinary(response: Float64Array, fixed: DesignMatrix): OrdinaryFit | ModelRefusal {
  const design = standardiseDesign(response, fixed)
  if (design.kind === 'cannot-tell') return design
  const columns = design.names.length
  const width = columns + 1
  const gram = new Float64Array(width * width)
  for (let i = 0; i < design.rows; i += 1) addOuter(gram, width, design.values, i * width, 1)
  const block = new Float64Array(columns * columns)
  for (let k = 0; k < columns; k += 1) block.set(gram.subarray(k * width, k * width + k + 1), k * columns)
  if (!cholesky(block, columns)) return modelRefusal('not-converged', design.rows)
  const inverse = inverseFromFactor(invertFactor(block, columns, columns), columns, columns)
  const variance = (gram[width * width - 1] as number) / (design.rows - columns)
  const unit = design.responseUnit
  const half = (row: number) =>
    Float64Array.from({ length: columns }, (_, k) => dot(design.back, row * columns, inverse, k * columns, columns))
  return {
    kind: 'fitted',
    nobs: design.rows,
    fixed: design.names.map((term, k) => ({
      term,
      estimate: dot(design.back, k * columns, design.ordinary, 0, columns),
      se: Math.sqrt(variance * dot(half(k), 0, design.back, k * columns, columns)),
    })),
    residualVariance: variance * unit ** 2,
    deletion: Array.from({ length: design.rows }, (_, i) => {
      const row = design.values.subarray(i * width, i * width + columns)
      let leverage = 0
      for (let k = 0; k < columns; k += 1) leverage += (row[k] as number) * dot(inverse, k * columns, row, 0, columns)
      const free = 1 - leverage
      if (free <= 1e-10) return null
      const residual = (design.values[i * width + columns] as number) / free
      const sd = Math.sqrt(variance / free)
      return { residual: unit * residual, sd: unit * sd, z: residual / sd }
    }),
    dropped: design.dropped,
  }
}
