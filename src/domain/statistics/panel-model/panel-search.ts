import { type Minimum, nelderMead } from '#domain/statistics/numeric/nelder-mead.ts'
import { newtonPolish } from '#domain/statistics/numeric/newton-polish.ts'
import { panelCost } from './panel-likelihood.ts'
import type { PanelSums } from './panel-sums.ts'

export interface PanelSearch {
  /** Leniency, team and employee deviation relative to the residuals, and the balance of the residuals. */
  readonly at: readonly number[]
  readonly value: number
  /** Whether all starts ended within 0.01 in log likelihood. */
  readonly agreed: boolean
}

/** Everything alike, and mostly people. */
const starts = [
  [0.8, 0.5, 0.9, 0.2],
  [0.3, 1.2, 1.5, -0.8],
] as const

/**
 * The variances at which Model B's likelihood is highest: Nelder–Mead from two starts, the better one sharpened by Newton
 * steps, or by a finer simplex where the ground is too flat for those; a deviation that does no better than zero becomes
 * zero. Null where no start has a finite likelihood.
 */
export function searchPanel(sums: PanelSums): PanelSearch | null {
  const cost = (at: readonly number[]) => panelCost(sums, at)
  const ends = starts.map((start) => nelderMead(cost, start, { step: 0.4, tolerance: 0.01, mostEvaluations: 150 }))
  const best = ends.reduce((lowest, end) => (end.value < lowest.value ? end : lowest))
  if (!Number.isFinite(best.value)) return null
  const sharp = sharpened(cost, best)
  const agreed = ends.every((end) => reaches(cost, end, sharp.value + 0.02))
  const zeroed = withZeros(cost, sharp)
  return { at: zeroed.at, value: zeroed.value, agreed }
}

function sharpened(cost: (at: readonly number[]) => number, from: Minimum): Minimum {
  const first = newtonPolish(cost, from)
  if (first.isSharp) return first
  const finer = nelderMead(cost, first.at, { step: 0.1, tolerance: 1e-7, mostEvaluations: 400 })
  return newtonPolish(cost, finer)
}

/** Whether a start gets within reach of a value, if need be with a second simplex and a second polish. */
function reaches(cost: (at: readonly number[]) => number, end: Minimum, value: number): boolean {
  if (end.value <= value) return true
  const further = nelderMead(cost, end.at, { step: 0.3, tolerance: 1e-5, mostEvaluations: 400 })
  return further.value <= value || sharpened(cost, further).value <= value
}

function withZeros(cost: (at: readonly number[]) => number, from: Minimum): Minimum {
  let best = from
  for (const place of [0, 1, 2]) {
    if (Math.abs(best.at[place] ?? 0) > 0.02) continue
    const at = best.at.map((x, k) => (k === place ? 0 : x))
    const value = cost(at)
    if (value <= best.value + 1e-8) best = { ...best, at, value }
  }
  return best
}
