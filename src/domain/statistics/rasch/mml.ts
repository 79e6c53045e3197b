import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { newtonAscent } from '#domain/statistics/numeric/newton-ascent.ts'
import { completeInformation, type MarginalPoint, observedInformation } from './information.ts'
import { keepSums } from './keep-sums.ts'
import { type Marginal, marginal, type Nodes, normalNodes, type PopulationMeasures, ratingPairs } from './marginal.ts'
import { startingThresholds } from './measures.ts'
import type { CodedRatings } from './ratings.ts'

export interface MmlFit {
  /** Severities, difficulties and thresholds each sum to 0; persons are normal with this mean and deviation. */
  readonly measures: PopulationMeasures
  readonly logLik: number
  /** Standard errors from the curvature of the likelihood; null where it is flat. */
  readonly raterSe: Float64Array | null
  readonly itemSe: Float64Array | null
  /** Persons × nodes: how likely each place is for each person, given the marks. */
  readonly posterior: Float64Array
  readonly nodes: Nodes
  readonly steps: number
  readonly settled: boolean
}

const nodeCount = 61
const reach = 7
const smallestStep = 1e-8
/** A population deviation below this is none: it is left where it is instead of falling toward zero for ever. */
const noDeviation = 1e-4

/**
 * Severities, difficulties and thresholds that make the marks most likely when persons come from a normal population whose mean
 * and deviation are found as well (marginal maximum likelihood): not stretched as the joint estimates are, and persons with
 * only lowest or highest marks keep a measure.
 * 61 equally spaced nodes out to 7 deviations; Newton steps with the exact gradient and curvature; standard errors from the
 * inverse curvature.
 * Input: connected ratings without raters or items at an end of the scale. `settled` is false when the search did not come to
 * rest.
 * Source: Bock and Aitkin 1981; Louis 1982; Adams, Wilson and Wang 1997.
 * @example fitMml(codeRatings(ratings)).measures.sd
 */
export function fitMml(ratings: CodedRatings): MmlFit {
  const pairs = ratingPairs(ratings)
  const nodes = normalNodes(nodeCount, reach)
  const at = (point: Float64Array): MarginalPoint => {
    const measures = measuresOf(ratings, point)
    return { ratings, pairs, nodes, measures, found: marginal(ratings, pairs, nodes, measures) }
  }
  const best = newtonAscent(
    startingPoint(ratings),
    { valueAt: (point) => at(point).found.logLik, stepAt: (point) => stepFrom(at(point)) },
    smallestStep,
  )
  const top = at(best.point)
  return {
    measures: top.measures,
    logLik: top.found.logLik,
    ...standardErrors(top),
    posterior: top.found.posterior,
    nodes,
    steps: best.steps,
    settled: best.settled,
  }
}

const sizesOf = (ratings: CodedRatings) =>
  [ratings.raters.length, ratings.items.length, ratings.scores.length - 1] as const

/** Raters, items, thresholds, mean, logarithm of the deviation, one after another. */
function measuresOf(ratings: CodedRatings, point: Float64Array): PopulationMeasures {
  const [raters, items, thresholds] = sizesOf(ratings)
  return {
    raters: point.subarray(0, raters),
    items: point.subarray(raters, raters + items),
    thresholds: point.subarray(raters + items, raters + items + thresholds),
    mean: point[point.length - 2] ?? 0,
    sd: Math.exp(point[point.length - 1] ?? 0),
  }
}

function startingPoint(ratings: CodedRatings): Float64Array {
  const [raters, items, thresholds] = sizesOf(ratings)
  const point = new Float64Array(raters + items + thresholds + 2)
  point.set(startingThresholds(ratings), raters + items)
  return point
}

/** The Newton step; far from the top, where the likelihood may bend the wrong way, the step as if persons' places were known. */
function stepFrom(point: MarginalPoint): Float64Array | null {
  const { gradient } = point.found
  const rises = Matrix.columnVector(inOrder(hasDeviation(point) ? gradient : { ...gradient, logSd: 0 }))
  for (const information of [observedInformation, completeInformation]) {
    const { solver } = solverOf(information(point), point)
    if (solver !== null) return Float64Array.from(solver.solve(rises).to1DArray())
  }
  return null
}

const inOrder = ({ raters, items, thresholds, mean, logSd }: Marginal['gradient']): number[] => [
  ...raters,
  ...items,
  ...thresholds,
  mean,
  logSd,
]

const hasDeviation = ({ measures }: MarginalPoint): boolean => measures.sd >= noDeviation

function solverOf(information: Matrix, point: MarginalPoint) {
  if (!hasDeviation(point)) holdStill(information, information.rows - 1)
  const weights = keepSums(information, sizesOf(point.ratings))
  const solver = new CholeskyDecomposition(information)
  return { solver: solver.isPositiveDefinite() ? solver : null, weights }
}

/** Takes one coordinate out of the system: its step is its own rise, and it touches no other. */
function holdStill(information: Matrix, place: number): void {
  for (let other = 0; other < information.rows; other += 1) {
    information.set(place, other, 0)
    information.set(other, place, 0)
  }
  information.set(place, place, 1)
}

function standardErrors(point: MarginalPoint): Pick<MmlFit, 'raterSe' | 'itemSe'> {
  const [raters, items] = sizesOf(point.ratings)
  const { solver, weights } = solverOf(observedInformation(point), point)
  if (solver === null) return { raterSe: null, itemSe: null }
  const covariance = solver.solve(Matrix.eye(solver.lowerTriangularMatrix.rows))
  const errors = (start: number, count: number, weight: number) =>
    Float64Array.from({ length: count }, (_, index) =>
      Math.sqrt(Math.max(0, covariance.get(start + index, start + index) - 1 / (weight * count * count))),
    )
  return { raterSe: errors(0, raters, weights[0] ?? 1), itemSe: errors(raters, items, weights[1] ?? 1) }
}
