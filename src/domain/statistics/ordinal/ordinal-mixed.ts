import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { AppError } from '#domain/app-error.ts'
import { groupCodes, sortedLabels } from '#domain/statistics/column-table.ts'
import { newtonAscent } from '#domain/statistics/numeric/newton-ascent.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { categoryLikelihood } from './cumulative-logit.ts'
import { gaussHermite, type QuadratureNode } from './gauss-hermite.ts'

export interface OrdinalInput {
  /** The mark of each row: its label; labels in their order are the categories. */
  readonly response: readonly string[]
  /** Covariates, each with one figure per row. */
  readonly covariates: readonly { readonly name: string; readonly values: readonly number[] }[]
  readonly group: readonly string[]
  /** Nodes per group: 1 is the Laplace approximation; 15 leaves no visible error. */
  readonly nodes: number
}

export interface OrdinalFigure {
  readonly logLik: number
  readonly thresholds: readonly { readonly between: string; readonly estimate: number }[]
  readonly coefficients: readonly { readonly name: string; readonly estimate: number; readonly se: number | null }[]
  readonly groupVariance: number
  /** The most likely effect of each group; higher = higher marks. */
  readonly groups: readonly { readonly group: string; readonly mode: number }[]
  readonly nobs: number
}

interface Model {
  readonly category: Int32Array
  readonly categories: readonly string[]
  readonly columns: readonly (readonly number[])[]
  readonly rowsOf: readonly (readonly number[])[]
  readonly nodes: readonly QuadratureNode[]
}

interface Parts {
  readonly thresholds: Float64Array
  readonly slopes: Float64Array
  readonly sd: number
}

const rest = 1e-7
/** A deviation this small between groups is none. */
const smallestLogSd = -7

/**
 * A second opinion on ordered marks, without interval scale: P(mark ≤ k) = logistic(threshold k − covariates − group effect),
 * group effects normal (cumulative-logit mixed model). Compares raters on marks in categories when they share persons or
 * covariates tell the persons apart.
 * Group effects are integrated out by adaptive Gauss–Hermite quadrature around each group's most likely effect. Standard errors
 * from the curvature; null where it is flat.
 * Too little: fewer than 2 groups → insufficient-data; one category → cannot-tell no-variation; covariates that separate the
 * categories perfectly or repeat one another → not-settled. Throws E-ARG for lists of unequal length.
 * Source: McCullagh 1980; Hedeker and Gibbons 1994; as R `ordinal::clmm`.
 * @example ordinalMixed({ response, covariates: [{ name: 'warm', values }], group: judges, nodes: 1 })
 */
export function ordinalMixed(input: OrdinalInput): Outcome<OrdinalFigure> {
  checkLengths(input)
  const { levels, codes } = groupCodes(input.group)
  if (levels.length < 2) return tooFew(levels.length, 2)
  const model = modelOf(input, levels.length, codes)
  if (model.categories.length < 2) return cannotTell('no-variation')
  const valueAt = (point: Float64Array) => logLikelihood(model, partsOf(model, point))
  const found = newtonAscent(startingPoint(model), { valueAt, stepAt: (point) => bendOf(point, valueAt).step }, rest)
  if (!found.settled) return cannotTell('not-settled')
  const parts = partsOf(model, found.point)
  const { covariance } = bendOf(found.point, valueAt)
  const firstSlope = parts.thresholds.length
  return {
    kind: 'value',
    logLik: found.value,
    thresholds: Array.from(parts.thresholds, (estimate, index) => ({
      between: `${model.categories[index]}|${model.categories[index + 1]}`,
      estimate,
    })),
    coefficients: input.covariates.map(({ name }, index) => ({
      name,
      estimate: parts.slopes[index] ?? 0,
      se: covariance ? Math.sqrt(Math.max(0, covariance.get(firstSlope + index, firstSlope + index))) : null,
    })),
    groupVariance: parts.sd ** 2,
    groups: levels.map((group, index) => ({
      group,
      mode: parts.sd * modeOf(model, parts, linearOf(model, parts), model.rowsOf[index] ?? []).place,
    })),
    nobs: input.response.length,
  }
}

function checkLengths({ response, covariates, group, nodes }: OrdinalInput): void {
  const lengths = [group.length, ...covariates.map(({ values }) => values.length)]
  const figures = covariates.every(({ values }) => values.every(Number.isFinite))
  if (!lengths.every((length) => length === response.length) || !figures || !(nodes >= 1)) throw new AppError('E-ARG')
}

function modelOf({ response, covariates, nodes }: OrdinalInput, groups: number, codes: Int32Array): Model {
  const categories = sortedLabels(response)
  const places = new Map(categories.map((category, index) => [category, index]))
  const rowsOf: number[][] = Array.from({ length: groups }, () => [])
  for (const [row, code] of codes.entries()) rowsOf[code]?.push(row)
  return {
    category: Int32Array.from(response, (label) => places.get(label) ?? 0),
    categories,
    columns: covariates.map(({ values }) => values),
    rowsOf,
    nodes: gaussHermite(nodes),
  }
}

/** Thresholds, slopes, logarithm of the deviation, one after another. */
function partsOf(model: Model, point: Float64Array): Parts {
  const thresholds = model.categories.length - 1
  return {
    thresholds: point.subarray(0, thresholds),
    slopes: point.subarray(thresholds, point.length - 1),
    sd: Math.exp(Math.max(smallestLogSd, point[point.length - 1] ?? 0)),
  }
}

/** Thresholds as the shares of the categories alone would put them. */
function startingPoint(model: Model): Float64Array {
  const counts = new Float64Array(model.categories.length)
  for (const category of model.category) counts[category] = (counts[category] ?? 0) + 1
  const point = new Float64Array(counts.length + model.columns.length)
  let below = 0
  for (let index = 0; index < counts.length - 1; index += 1) {
    below += counts[index] ?? 0
    point[index] = Math.log(below / (model.category.length - below))
  }
  return point
}

function logLikelihood(model: Model, parts: Parts): number {
  for (let index = 1; index < parts.thresholds.length; index += 1) {
    if (!((parts.thresholds[index] ?? 0) > (parts.thresholds[index - 1] ?? 0))) return Number.NEGATIVE_INFINITY
  }
  const linear = linearOf(model, parts)
  return model.rowsOf.reduce((sum, rows) => sum + groupLikelihood(model, parts, linear, rows), 0)
}

function linearOf({ columns, category }: Model, { slopes }: Parts): Float64Array {
  const linear = new Float64Array(category.length)
  for (const [index, column] of columns.entries()) {
    for (const [row, value] of column.entries()) linear[row] = (linear[row] ?? 0) + value * (slopes[index] ?? 0)
  }
  return linear
}

/** Height, slope and bend of a group's log-likelihood at an effect of so many deviations, prior included. */
function heightAt(model: Model, parts: Parts, linear: Float64Array, rows: readonly number[], place: number) {
  let [height, slope, bend] = [(-place * place) / 2, -place, -1]
  for (const row of rows) {
    const mark = categoryLikelihood(model.category[row] ?? 0, parts.thresholds, (linear[row] ?? 0) + parts.sd * place)
    height += mark.log
    slope += parts.sd * mark.first
    bend += parts.sd ** 2 * mark.second
  }
  return { height, slope, bend }
}

function modeOf(model: Model, parts: Parts, linear: Float64Array, rows: readonly number[]) {
  let place = 0
  let here = heightAt(model, parts, linear, rows, place)
  for (let step = 0; step < 100 && Math.abs(here.slope) > 1e-12; step += 1) {
    const move = Math.max(-1, Math.min(1, -here.slope / here.bend))
    place += move
    here = heightAt(model, parts, linear, rows, place)
    if (Math.abs(move) < 1e-13) break
  }
  return { place, bend: here.bend }
}

function groupLikelihood(model: Model, parts: Parts, linear: Float64Array, rows: readonly number[]): number {
  const { place, bend } = modeOf(model, parts, linear, rows)
  const width = Math.sqrt(2 / -bend)
  const logs = model.nodes.map((node) => {
    const { height } = heightAt(model, parts, linear, rows, place + width * node.place)
    return Math.log(node.weight) + node.place ** 2 + height
  })
  const largest = Math.max(...logs)
  const sum = logs.reduce((total, log) => total + Math.exp(log - largest), 0)
  return largest + Math.log(sum) + Math.log(width) - Math.log(2 * Math.PI) / 2
}

/** Half the width over which slope and bend are measured: their errors are its square and the digits lost. */
const slopeMove = 1e-5
const bendMove = 1e-3

/** Newton step and covariance from numeric slope and bend. */
function bendOf(point: Float64Array, valueAt: (point: Float64Array) => number) {
  const size = point.length
  const at = (...moves: readonly (readonly [number, number])[]) => {
    const next = point.slice()
    for (const [place, amount] of moves) next[place] = (next[place] ?? 0) + amount
    return valueAt(next)
  }
  const here = valueAt(point)
  const slope = Array.from({ length: size }, (_, i) => (at([i, slopeMove]) - at([i, -slopeMove])) / (2 * slopeMove))
  const bend = Matrix.zeros(size, size)
  for (let i = 0; i < size; i += 1) {
    bend.set(i, i, -(at([i, bendMove]) - 2 * here + at([i, -bendMove])) / bendMove ** 2 + 1e-8)
    for (let j = 0; j < i; j += 1) {
      const same = at([i, bendMove], [j, bendMove]) + at([i, -bendMove], [j, -bendMove])
      const cross = at([i, bendMove], [j, -bendMove]) + at([i, -bendMove], [j, bendMove])
      bend.set(i, j, -(same - cross) / (4 * bendMove ** 2))
      bend.set(j, i, bend.get(i, j))
    }
  }
  const solver = new CholeskyDecomposition(bend)
  // Where the height bends the wrong way, as far as it is steep.
  if (!solver.isPositiveDefinite()) return { step: Float64Array.from(slope), covariance: null }
  const step = Float64Array.from(solver.solve(Matrix.columnVector(slope)).to1DArray())
  return { step, covariance: solver.solve(Matrix.eye(size)) }
}
