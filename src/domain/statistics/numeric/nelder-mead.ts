/** The lowest point a search found, and what it cost. */
export interface Minimum {
  readonly at: readonly number[]
  readonly value: number
  readonly evaluations: number
}

export interface SimplexOptions {
  /** First step along every coordinate. */
  readonly step: number
  /** Stop when all corners lie within this of the best value. */
  readonly tolerance: number
  readonly mostEvaluations: number
}

interface Corner {
  readonly at: readonly number[]
  readonly value: number
}

/**
 * Walks downhill with a simplex of corners: reflect the worst one, stretch, pull in, or shrink all (Nelder and Mead 1965,
 * coefficients 1, 2, ½, ½). Needs no slopes and survives infinite values, which it treats as "not there".
 * The result is good to the tolerance only; `newtonPolish` makes it sharp.
 * @example nelderMead(([x = 0]) => (x - 2) ** 2, [0], { step: 1, tolerance: 1e-9, mostEvaluations: 200 }).at // [2.000…]
 */
export function nelderMead(
  goal: (at: readonly number[]) => number,
  start: readonly number[],
  options: SimplexOptions,
): Minimum {
  let evaluations = 0
  const corner = (at: readonly number[]): Corner => {
    evaluations += 1
    return { at, value: goal(at) }
  }
  let corners = [
    corner(start),
    ...start.map((_, k) => corner(start.map((value, i) => (i === k ? value + options.step : value)))),
  ]
  while (evaluations < options.mostEvaluations) {
    corners = corners.toSorted((a, b) => a.value - b.value)
    const [best] = corners
    const worst = corners.at(-1)
    const second = corners.at(-2)
    if (best === undefined || worst === undefined || second === undefined) break
    if (worst.value - best.value <= options.tolerance) break
    corners = moved(corners, best, second, worst, corner)
  }
  const [lowest] = corners.toSorted((a, b) => a.value - b.value)
  return { at: lowest?.at ?? start, value: lowest?.value ?? Number.POSITIVE_INFINITY, evaluations }
}

function moved(
  corners: readonly Corner[],
  best: Corner,
  second: Corner,
  worst: Corner,
  corner: (at: readonly number[]) => Corner,
): Corner[] {
  const others = corners.slice(0, -1)
  const centre = best.at.map((_, k) => others.reduce((sum, one) => sum + (one.at[k] ?? 0), 0) / others.length)
  const along = (factor: number) => corner(centre.map((value, k) => value + factor * (value - (worst.at[k] ?? 0))))
  const reflected = along(1)
  if (reflected.value < best.value) {
    const stretched = along(2)
    return [...others, stretched.value < reflected.value ? stretched : reflected]
  }
  if (reflected.value < second.value) return [...others, reflected]
  const pulled = along(reflected.value < worst.value ? 0.5 : -0.5)
  if (pulled.value < Math.min(reflected.value, worst.value)) return [...others, pulled]
  return [best, ...corners.slice(1).map((one) => corner(one.at.map((value, k) => ((best.at[k] ?? 0) + value) / 2)))]
}
