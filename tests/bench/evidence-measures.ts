/** A sum over agencies with the weight it is divided by, and its scatter between agencies. */
export interface Measure {
  readonly value: number
  /** Standard error of the value over the agencies. */
  readonly se: number
  readonly agencies: number
}

/** What one agency adds to a measure: for shares the count and what it is counted among, for means the figure and 1. */
export interface Part {
  readonly sum: number
  readonly weight: number
}

/** The parts of all agencies put together: Σ sum / Σ weight, with the standard error of a ratio. */
export function measureOf(parts: readonly Part[]): Measure {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  const value = parts.reduce((sum, part) => sum + part.sum, 0) / weight
  const squares = parts.reduce((sum, part) => sum + (part.sum - value * part.weight) ** 2, 0)
  const se = Math.sqrt((squares * parts.length) / Math.max(1, parts.length - 1)) / weight
  return { value, se, agencies: parts.length }
}

export const meanPart = (value: number): Part => ({ sum: value, weight: 1 })

export const sharePart = (flags: readonly boolean[]): Part => ({
  sum: flags.filter(Boolean).length,
  weight: flags.length,
})

/** Root mean squared distance from the truth, the overall level taken out. */
export function distanceFromTruth(scores: readonly number[], truth: readonly number[]): number {
  const apart = scores.map((score, index) => score - (truth[index] ?? 0))
  return Math.sqrt(apart.reduce((sum, value) => sum + (value - meanOf(apart)) ** 2 / apart.length, 0))
}

/** How often one of those meant stands before one of the others (area under the curve); no part where a side is empty. */
export function areaPart(figures: readonly number[], isMeant: readonly boolean[]): Part {
  const order = figures.map((figure, index) => ({ figure, meant: isMeant[index] === true }))
  const sorted = order.toSorted((a, b) => a.figure - b.figure)
  let ranks = 0
  for (let from = 0; from < sorted.length; ) {
    let until = from
    while (until < sorted.length && sorted[until]?.figure === sorted[from]?.figure) until += 1
    const rank = (from + 1 + until) / 2
    for (let place = from; place < until; place += 1) if (sorted[place]?.meant === true) ranks += rank
    from = until
  }
  const meant = order.filter((one) => one.meant).length
  const others = order.length - meant
  if (meant === 0 || others === 0) return { sum: 0, weight: 0 }
  return meanPart((ranks - (meant * (meant + 1)) / 2) / (meant * others))
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0)

export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1))
}
