import { dot } from '#domain/statistics/numeric/vector.ts'
import { effectsOf, type RandomFactor } from './random-effects.ts'

/** Predicted effects of one grouping: levels × columns, in the user's columns and the response's unit. */
export interface FactorEffects {
  readonly factor: RandomFactor
  readonly estimate: Float64Array
  /** Given the coefficients: what lme4 prints as conditional variance. */
  readonly conditionalVariance: Float64Array
  /** With the uncertainty of the coefficients: the one for intervals. */
  readonly predictionVariance: Float64Array
}

/** Room for the effects of a grouping, all zero. */
export function emptyEffects(factor: RandomFactor): FactorEffects {
  const cells = effectsOf(factor)
  return {
    factor,
    estimate: new Float64Array(cells),
    conditionalVariance: new Float64Array(cells),
    predictionVariance: new Float64Array(cells),
  }
}

/** B M B' for a square B and a symmetric M given by its entries. */
export function sandwich(back: Float64Array, size: number, entry: (i: number, j: number) => number): Float64Array {
  const half = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      let sum = 0
      for (let k = 0; k < size; k += 1) sum += (back[i * size + k] as number) * entry(k, j)
      half[i * size + j] = sum
    }
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) result[i * size + j] = dot(half, i * size, back, j * size, size)
  return result
}

/** B Λ: from the scaled effects of the computation to the user's columns. */
export function toUser(factor: RandomFactor, lower: Float64Array, unit: number): Float64Array {
  const { width, back } = factor
  const result = new Float64Array(width * width)
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < width; j += 1)
      for (let k = j; k < width; k += 1)
        result[i * width + j] =
          (result[i * width + j] as number) + unit * (back[i * width + k] as number) * (lower[k * width + j] as number)
  return result
}

/** Writes the effect of one level and both its variances, from the scaled figures of the computation. */
export function writeEffects(
  into: FactorEffects,
  level: number,
  transform: Float64Array,
  effect: Float64Array,
  conditional: (i: number, j: number) => number,
  prediction: (i: number, j: number) => number,
): void {
  const { width } = into.factor
  const conditionals = sandwich(transform, width, conditional)
  const predictions = sandwich(transform, width, prediction)
  for (let k = 0; k < width; k += 1) {
    into.estimate[level * width + k] = dot(transform, k * width, effect, 0, width)
    into.conditionalVariance[level * width + k] = Math.max(0, conditionals[k * width + k] as number)
    into.predictionVariance[level * width + k] = Math.max(0, predictions[k * width + k] as number)
  }
}
