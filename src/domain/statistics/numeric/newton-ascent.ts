/** The height at a point, and the Newton step from there (null where no step can be computed). */
export interface Ascent {
  readonly valueAt: (point: Float64Array) => number
  readonly stepAt: (point: Float64Array) => Float64Array | null
}

export interface Highest {
  readonly point: Float64Array
  readonly value: number
  readonly steps: number
  /** False: the point ran away or did not come to rest. */
  readonly settled: boolean
}

const mostSteps = 300
const mostHalvings = 30
/** The longest move of one coordinate in one step, in its own unit (logits). */
const longestMove = 1
/** Beyond this no measure of an office lies. */
const farthest = 40

/**
 * Climbs to the highest point of a smooth function by Newton steps: none moves a coordinate by more than 1, and a step that
 * would lead down is halved. Rests when a full step would move nothing by `rest`.
 * Source: Nocedal and Wright 2006, 3.3.
 * @example newtonAscent(Float64Array.of(3), { valueAt: ([x = 0]) => -x * x, stepAt: ([x = 0]) => Float64Array.of(-x) }, 1e-9)
 */
export function newtonAscent(start: Float64Array, { valueAt, stepAt }: Ascent, rest: number): Highest {
  let point = start
  let value = valueAt(point)
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const step = stepAt(point)
    const length = step === null ? Number.NaN : largest(step)
    if (step === null || !Number.isFinite(length)) return { point, value, steps, settled: false }
    const next = notDown(point, value, step, Math.min(1, longestMove / length), valueAt)
    if (next === null) return { point, value, steps, settled: length < Math.sqrt(rest) }
    point = next.point
    value = next.value
    if (length < rest) return { point, value, steps: steps + 1, settled: true }
    if (largest(point) > farthest) return { point, value, steps, settled: false }
  }
  return { point, value, steps: mostSteps, settled: false }
}

function notDown(
  point: Float64Array,
  value: number,
  step: Float64Array,
  length: number,
  valueAt: (point: Float64Array) => number,
): { readonly point: Float64Array; readonly value: number } | null {
  // Near the top the last digits of the height are rounding.
  const allowed = value - 1e-11 * Math.max(1, Math.abs(value))
  let share = length
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    const next = point.map((coordinate, index) => coordinate + share * (step[index] ?? 0))
    const there = valueAt(next)
    if (there >= allowed) return { point: next, value: there }
    share /= 2
  }
  return null
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
