/** So many people whose figure lies from `from` up to, and not, `to`. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Figures counted in bins of equal width around zero, from the lowest to the highest one that is not empty.
 * @example changeBins([-0.5, 0.5, 3], 2) // [{ from: -2, to: 0, count: 1 }, { from: 0, to: 2, count: 1 }, { from: 2, to: 4, count: 1 }]
 */
export function changeBins(values: readonly number[], width: number): readonly Bin[] {
  if (values.length === 0) return []
  const places = values.map((value) => placeOf(value, width))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const place = first + step
    return {
      from: place * width,
      to: (place + 1) * width,
      count: places.filter((one) => one === place).length,
    }
  })
}

/** The quotient of a figure next to an edge may round up to that edge, which the figure is still below. */
function placeOf(value: number, width: number): number {
  const place = Math.floor(value / width)
  return value < place * width ? place - 1 : place
}
