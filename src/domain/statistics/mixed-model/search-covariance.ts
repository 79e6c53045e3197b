import { type Minimum, nelderMead } from '#domain/statistics/numeric/nelder-mead.ts'
import { newtonPolish } from '#domain/statistics/numeric/newton-polish.ts'
import type { RandomFactor } from './random-effects.ts'

export interface CovarianceSearch {
  readonly at: readonly number[]
  readonly value: number
  /** Whether the starts ended within 0.01 in log likelihood. */
  readonly agreed: boolean
}

/**
 * The covariance factors at which the likelihood is highest: Nelder–Mead from several starts, then sharpened. The cost is
 * the same for a factor column and its negative, so zero is an ordinary point of the search; a diagonal that does no
 * better than zero is set to zero (calibration guide 2.1). Null where no start has a finite cost.
 * @example searchCovariance(cost, factors)?.at // sleepstudy: three entries of the 2 × 2 factor
 */
export function searchCovariance(
  cost: (at: readonly number[]) => number,
  factors: readonly RandomFactor[],
): CovarianceSearch | null {
  const diagonal = factors.flatMap((factor) => factor.free.map(([row, column]) => row === column))
  const size = diagonal.length
  const options = { step: 0.3, tolerance: 1e-3, mostEvaluations: 120 * size + 120 }
  const ends = [1, 0.2].map((level) =>
    nelderMead(
      cost,
      diagonal.map((isDiagonal) => (isDiagonal ? level : 0)),
      options,
    ),
  )
  const first = lowest(ends)
  if (!Number.isFinite(first.value)) return null
  // Correlated columns may have a hill on either side of zero: one more start on the far side of the one found.
  const turned = first.at.map((x, k) => (diagonal[k] === true ? x : -1.5 * x))
  const best = diagonal.every(Boolean) ? first : lowest([first, nelderMead(cost, turned, { ...options, step: 1 })])
  const sharp = sharpened(cost, best, factors)
  const agreed = ends.every((end) => Math.abs(end.value - sharp.value) <= 0.02) || closeFromAfar(cost, ends, sharp)
  const { at, value } = withZeros(cost, sharp, diagonal)
  return { at: withSigns(at, factors), value, agreed }
}

/** How often a point is looked at afresh before it is left as it is. */
const mostRounds = 4

/**
 * The point made sharp by Newton steps, in coordinates in which effects differ by about one. Where the ground is too flat
 * or too narrow for those, a small simplex goes first, and the coordinates follow it.
 */
function sharpened(cost: (at: readonly number[]) => number, from: Minimum, factors: readonly RandomFactor[]): Minimum {
  let best = from
  for (let round = 0; round < mostRounds; round += 1) {
    const origin = best
    const place = (steps: readonly number[]) => stepped(origin.at, steps, factors)
    const goal = (steps: readonly number[]) => cost(place(steps))
    const here = { at: origin.at.map(() => 1), value: origin.value, evaluations: 0 }
    const polished = newtonPolish(goal, here)
    best = { ...polished, at: place(polished.at) }
    if (polished.isSharp) return best
    const mostEvaluations = 120 * here.at.length + 120
    const again = nelderMead(goal, polished.at, { step: 0.1, tolerance: 1e-7, mostEvaluations })
    if (again.value < best.value) best = { ...again, at: place(again.at) }
  }
  return best
}

/** A deviation smaller than this, over the residual one, is stepped from as if it were this large. */
const smallestUnit = 0.05

/**
 * The factor entries after steps in units of the covariance at hand: L + T (steps − 1), where T is L with diagonals not too
 * near zero. Steps of one size are then worth about the same in every direction, however different the deviations and
 * however close a correlation is to one (a slope of something that lies far from zero).
 */
function stepped(at: readonly number[], steps: readonly number[], factors: readonly RandomFactor[]): number[] {
  let from = 0
  return factors.flatMap(({ free, width }) => {
    const unit = new Float64Array(width * width)
    const moved = new Float64Array(width * width)
    free.forEach(([row, column], k) => {
      const own = at[from + k] ?? 0
      const floored = Math.abs(own) < smallestUnit ? smallestUnit : own
      unit[row * width + column] = row === column ? floored : own
      moved[row * width + column] = (steps[from + k] ?? 1) - 1
    })
    const entries = free.map(([row, column], index) => {
      let entry = at[from + index] ?? 0
      for (let k = column; k <= row; k += 1)
        entry += (unit[row * width + k] as number) * (moved[k * width + column] as number)
      return entry
    })
    from += free.length
    return entries
  })
}

function lowest(ends: readonly Minimum[]): Minimum {
  return ends.reduce((best, end) => (end.value < best.value ? end : best))
}

/** A start that stopped early is taken further before it counts as disagreement. */
function closeFromAfar(cost: (at: readonly number[]) => number, ends: readonly Minimum[], sharp: Minimum): boolean {
  return ends.every((end) => {
    if (end.value - sharp.value <= 0.02) return true
    const further = nelderMead(cost, end.at, { step: 0.2, tolerance: 1e-6, mostEvaluations: 200 * end.at.length })
    return further.value - sharp.value <= 0.02
  })
}

/** Sets diagonals to zero, one after the other, wherever that costs nothing. */
function withZeros(cost: (at: readonly number[]) => number, from: Minimum, diagonal: readonly boolean[]): Minimum {
  let best = from
  diagonal.forEach((isDiagonal, place) => {
    if (!isDiagonal || Math.abs(best.at[place] ?? 0) > 0.02) return
    const at = best.at.map((x, k) => (k === place ? 0 : x))
    const value = cost(at)
    if (value <= best.value + 1e-9) best = { ...best, at, value }
  })
  return best
}

/** The same covariance with diagonals that are not negative: a column may be turned round. */
function withSigns(at: readonly number[], factors: readonly RandomFactor[]): number[] {
  let from = 0
  return factors.flatMap((factor) => {
    const entries = factor.free.map(([row, column], k) => ({ row, column, x: at[from + k] ?? 0 }))
    from += factor.free.length
    const turned = new Set(entries.filter(({ row, column, x }) => row === column && x < 0).map(({ column }) => column))
    return entries.map(({ column, x }) => (turned.has(column) ? -x : x))
  })
}
