import {
  cholesky,
  inverseFromFactor,
  invertFactor,
  logDeterminant,
  solveTransposed,
} from '#domain/statistics/numeric/cholesky.ts'
import { addOuter, addScaled, dot } from '#domain/statistics/numeric/vector.ts'
import type { BlockSystem } from './block-system.ts'

export type Estimation = 'reml' | 'ml'

/** What of all rows the search needs: nothing here grows with the number of rows or of groups of the same size. */
interface InterceptSums {
  readonly width: number
  readonly degrees: number
  /** Cross products of what each row deviates from the mean of its group (lower). */
  readonly within: Float64Array
  /** For each size of group: how many there are, and the cross products of their means, times the size (lower). */
  readonly between: readonly { readonly size: number; readonly groups: number; readonly products: Float64Array }[]
}

/** The search found the deviation, or the scatter within groups is nothing but rounding. */
export type InterceptSearch =
  | { readonly kind: 'found'; readonly ratio: number }
  | { readonly kind: 'no-scatter-within' }

/**
 * How far groups differ, as a multiple of the scatter within them (sb/s): the ratio at which the profiled likelihood is
 * highest, from the cross products within levels and of their sums; p² per size of group for every ratio tried (calibration guide
 * 2.1: log grid 1e-4 … 1e4 in quarter decades, best bracket, then zero). The between part is written as a sum of positive
 * terms, so no digits cancel; inside the bracket the slope of the likelihood is followed to its zero, golden section
 * where it has none. Zero is kept when no ratio does better: then groups do not differ beyond chance.
 * @example searchIntercept(system, within, 'reml') // { kind: 'found', ratio: 0.848… } on dyestuff
 */
export function searchIntercept(system: BlockSystem, within: Float64Array, estimation: Estimation): InterceptSearch {
  const sums = interceptSums(system, within, estimation)
  if (hasNoScatterWithin(sums, system.design.rows)) return { kind: 'no-scatter-within' }
  const cost = (ratio: number) => costAt(sums, ratio, estimation)
  const grid = Array.from({ length: 33 }, (_, k) => -4 + k / 4)
  const costs = grid.map((log) => cost(10 ** log))
  // Groups may differ more than the usual grid allows for: it goes on as long as the likelihood rises.
  while (grid.length < 57 && Math.min(...costs) === costs.at(-1)) {
    grid.push(-4 + grid.length / 4)
    costs.push(cost(10 ** (grid.at(-1) ?? 4)))
  }
  const best = costs.indexOf(Math.min(...costs))
  const low = Math.LN10 * (grid[Math.max(0, best - 1)] ?? -4)
  const high = Math.LN10 * (grid[Math.min(grid.length - 1, best + 1)] ?? 4)
  const ratio = Math.exp(bracketMinimum((log) => evaluate(sums, Math.exp(log), estimation), low, high))
  const zero = cost(0)
  // Where the columns say all that groups could, the likelihood is flat but for rounding, which grows with the ratio.
  const rounding = Math.min(1e-6, 1e-12 * Math.abs(zero) * Math.max(1, ratio ** 2))
  return { kind: 'found', ratio: zero <= cost(ratio) + rounding ? 0 : ratio }
}

function interceptSums(system: BlockSystem, within: Float64Array, estimation: Estimation): InterceptSums {
  const { width, levels, design } = system
  const bySize = new Map<number, { size: number; groups: number; products: Float64Array }>()
  for (const { rows, cross } of levels) {
    const size = rows.length
    const entry = bySize.get(size) ?? { size, groups: 0, products: new Float64Array(width * width) }
    entry.groups += 1
    // The sum of a group times itself over its size: its mean times itself, times the size.
    addOuter(entry.products, width, cross, 0, 1 / size)
    bySize.set(size, entry)
  }
  const between = [...bySize.values()].toSorted((a, b) => a.size - b.size)
  return { width, degrees: design.rows - (estimation === 'reml' ? width - 1 : 0), within, between }
}

/** Whether the response has nothing left inside groups once the columns are taken out there. */
function hasNoScatterWithin(sums: InterceptSums, rows: number): boolean {
  const { width, within } = sums
  const last = width - 1
  const left = within[last * width + last] as number
  if (left <= rows * 1e-24) return true
  const factor = within.slice()
  // Columns that are constant inside groups have no within part: a grain on their diagonal keeps the factor defined.
  for (let k = 0; k < last; k += 1) factor[k * width + k] = (factor[k * width + k] as number) * (1 + 1e-12) + 1e-12
  return !cholesky(factor, width) || (factor[last * width + last] as number) ** 2 <= 1e-10 * left
}

/** −2 log likelihood without its constant, for the grid: no slope is needed there. */
function costAt(sums: InterceptSums, ratio: number, estimation: Estimation): number {
  const { width, degrees } = sums
  const matrix = sums.within.slice()
  let spread = 0
  for (const { size, groups, products } of sums.between) {
    const load = size * ratio ** 2
    addScaled(matrix, 0, products, 0, width * width, 1 / (1 + load))
    spread += groups * Math.log1p(load)
  }
  return cholesky(matrix, width) ? spread + costOf(matrix, width, degrees, estimation) : Number.POSITIVE_INFINITY
}

/** What the factored cross products add to −2 log likelihood. */
function costOf(factor: Float64Array, width: number, degrees: number, estimation: Estimation): number {
  const last = width - 1
  const rss = (factor[last * width + last] as number) ** 2
  const fixed = estimation === 'reml' ? logDeterminant(factor, width, 0, last) : 0
  return fixed + degrees * (1 + Math.log((2 * Math.PI * rss) / degrees))
}

interface Evaluation {
  /** −2 log likelihood without its constant. */
  readonly cost: number
  /** Its slope in ln(ratio). */
  readonly slope: number
}

function evaluate(sums: InterceptSums, ratio: number, estimation: Estimation): Evaluation {
  const { width, degrees } = sums
  const last = width - 1
  const matrix = sums.within.slice()
  const change = new Float64Array(width * width)
  let spread = 0
  let spreadSlope = 0
  for (const { size, groups, products } of sums.between) {
    const load = size * ratio ** 2
    addScaled(matrix, 0, products, 0, width * width, 1 / (1 + load))
    addScaled(change, 0, products, 0, width * width, (-2 * load) / (1 + load) ** 2)
    spread += groups * Math.log1p(load)
    spreadSlope += (groups * 2 * load) / (1 + load)
  }
  if (!cholesky(matrix, width)) return { cost: Number.POSITIVE_INFINITY, slope: 0 }
  const rss = (matrix[last * width + last] as number) ** 2
  const coefficients = solveTransposed(matrix, width, last, matrix, last * width)
  const direction = Float64Array.from({ length: width }, (_, k) => (k === last ? 1 : -(coefficients[k] as number)))
  const rssSlope = lowerForm(change, width, direction)
  const fixedSlope = estimation === 'reml' ? traceOfProduct(matrix, change, width) : 0
  return {
    cost: spread + costOf(matrix, width, degrees, estimation),
    slope: spreadSlope + fixedSlope + (degrees * rssSlope) / rss,
  }
}

/** v'Mv of a lower matrix. */
function lowerForm(lower: Float64Array, width: number, vector: Float64Array): number {
  let sum = 0
  for (let i = 0; i < width; i += 1) {
    const below = dot(lower, i * width, vector, 0, i)
    sum += (vector[i] as number) * (2 * below + (lower[i * width + i] as number) * (vector[i] as number))
  }
  return sum
}

/** tr(A⁻¹ C) over the columns, from A's factor and C's lower triangle. */
function traceOfProduct(factor: Float64Array, change: Float64Array, width: number): number {
  const last = width - 1
  const inverse = inverseFromFactor(invertFactor(factor, width, last), last, last)
  let sum = 0
  for (let i = 0; i < last; i += 1) {
    sum += 2 * dot(inverse, i * last, change, i * width, i)
    sum += (inverse[i * last + i] as number) * (change[i * width + i] as number)
  }
  return sum
}

const golden = (Math.sqrt(5) - 1) / 2

/** The lowest point between two ends: by the slope's zero where it goes from down to up, else by golden section. */
function bracketMinimum(at: (x: number) => Evaluation, low: number, high: number): number {
  if (at(low).slope < 0 && at(high).slope > 0) return slopeZero(at, low, high)
  let from = low
  let to = high
  let left = to - golden * (to - from)
  let right = from + golden * (to - from)
  let leftCost = at(left).cost
  let rightCost = at(right).cost
  while (to - from > 1e-9) {
    if (leftCost < rightCost) {
      to = right
      right = left
      rightCost = leftCost
      left = to - golden * (to - from)
      leftCost = at(left).cost
    } else {
      from = left
      left = right
      leftCost = rightCost
      right = from + golden * (to - from)
      rightCost = at(right).cost
    }
  }
  return (from + to) / 2
}

/** Zero of the slope by false position with the Illinois correction, halving when that stalls. */
function slopeZero(at: (x: number) => Evaluation, low: number, high: number): number {
  let from = low
  let to = high
  let fromSlope = at(from).slope
  let toSlope = at(to).slope
  let side = 0
  for (let round = 0; round < 200 && to - from > 1e-13; round += 1) {
    const guess = round % 8 === 7 ? (from + to) / 2 : (from * toSlope - to * fromSlope) / (toSlope - fromSlope)
    const slope = at(guess).slope
    if (slope === 0 || guess <= from || guess >= to) return guess
    if (slope < 0) {
      from = guess
      fromSlope = slope
      if (side < 0) toSlope /= 2
      side = -1
    } else {
      to = guess
      toSlope = slope
      if (side > 0) fromSlope /= 2
      side = 1
    }
    if (Math.abs(slope) < 1e-10) return guess
  }
  return (from + to) / 2
}
