import { addOuter, addOuters, addScaled } from '#domain/statistics/numeric/vector.ts'
import type { RandomFactor } from './random-effects.ts'
import { effectsOf } from './random-effects.ts'
import type { StandardisedDesign } from './standardised-design.ts'

/**
 * The cross products of a mixed model, laid out for elimination. The first grouping is eliminated level by level; what is
 * left is one square block: effects of all other groupings, then the columns, then the response. Nothing is as wide as
 * there are rows.
 */
export interface BlockSystem {
  readonly design: StandardisedDesign
  readonly first: RandomFactor
  readonly others: readonly RandomFactor[]
  /** Effects of the other groupings. */
  readonly otherEffects: number
  /** Width of the square block: other effects + columns + 1. */
  readonly width: number
  /** Cross products of everything in the square block (lower); not formed where `within` takes its place. */
  readonly square: Float64Array
  /** Per level of the first grouping. */
  readonly levels: readonly LevelBlock[]
  /**
   * With a single grouping and nothing but its constant: cross products of what rows deviate from the mean of their level
   * (lower). Elimination then adds the rest instead of taking it off, and no digits cancel however far levels differ.
   */
  readonly within: Float64Array | null
}

/** Cross products of one level of the first grouping with itself and with what it meets in the square block. */
export interface LevelBlock {
  /** Places in the square block, rising; columns and response are always among them. */
  readonly places: Int32Array
  /** Z'Z of the level, full, `first.width` wide. */
  readonly own: Float64Array
  /** One row per column of the first grouping, `places.length` wide. */
  readonly cross: Float64Array
  /** Rows of the level. */
  readonly rows: Int32Array
}

/** Forms the cross products: once per model, one pass over the rows. */
export function blockSystem(design: StandardisedDesign, factors: readonly RandomFactor[]): BlockSystem {
  const [first, ...others] = factors
  if (first === undefined) throw new RangeError('a mixed model has a grouping')
  const otherEffects = others.reduce((sum, factor) => sum + effectsOf(factor), 0)
  const tail = design.names.length + 1
  const width = otherEffects + tail
  const shell = { design, first, others, otherEffects, width }
  const byLevel = rowsByLevel(first)
  const square = new Float64Array(width * width)
  const isConstant = others.length === 0 && first.width === 1 && first.values.every((value) => value === 1)
  const alone = Int32Array.from({ length: tail }, (_, k) => k)
  const levels = byLevel.map((rows) => {
    if (isConstant) return constantBlock(shell, rows, alone)
    return others.length === 0 ? plainBlock(shell, rows, square, alone) : levelBlock(shell, rows, square)
  })
  return { ...shell, square, levels, within: isConstant ? withinLevels(shell, levels) : null }
}

/** The rows of every level, in the order of the table: one sorted list, cut into pieces. */
function rowsByLevel({ grouping }: RandomFactor): readonly Int32Array[] {
  const { codes, levels } = grouping
  const starts = new Int32Array(levels.length + 1)
  for (let i = 0; i < codes.length; i += 1) {
    const next = (codes[i] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let j = 0; j < levels.length; j += 1) starts[j + 1] = (starts[j + 1] as number) + (starts[j] as number)
  const filled = starts.slice()
  const sorted = new Int32Array(codes.length)
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number
    sorted[filled[code] as number] = i
    filled[code] = (filled[code] as number) + 1
  }
  return levels.map((_, j) => sorted.subarray(starts[j], starts[j + 1]))
}

/** A level whose only random column is the constant: its cross products are plain sums. */
function constantBlock({ design, width }: Shell, rows: Int32Array, places: Int32Array): LevelBlock {
  const cross = new Float64Array(width)
  for (let k = 0; k < width; k += 1) {
    let sum = 0
    for (let i = 0; i < rows.length; i += 1) sum += design.values[(rows[i] as number) * width + k] as number
    cross[k] = sum
  }
  return { places, own: new Float64Array(1).fill(rows.length), cross, rows }
}

function withinLevels({ design, width }: Shell, levels: readonly LevelBlock[]): Float64Array {
  const within = new Float64Array(width * width)
  const mean = new Float64Array(width)
  const apart = new Float64Array(width * levels.reduce((most, { rows }) => Math.max(most, rows.length), 0))
  const { values } = design
  for (const { rows, cross } of levels) {
    for (let k = 0; k < width; k += 1) mean[k] = (cross[k] as number) / rows.length
    for (let i = 0; i < rows.length; i += 1) {
      const at = (rows[i] as number) * width
      for (let k = 0; k < width; k += 1) apart[i * width + k] = (values[at + k] as number) - (mean[k] as number)
    }
    addOuters(within, width, apart, 0, rows.length)
  }
  return within
}

type Shell = Pick<BlockSystem, 'design' | 'first' | 'others' | 'otherEffects' | 'width'>

/** Where a row's effects of the other groupings lie in the square block, and its figures there. */
export function otherEntries(shell: Shell, row: number): { readonly places: number[]; readonly values: number[] } {
  const places: number[] = []
  const values: number[] = []
  let from = 0
  for (const factor of shell.others) {
    const at = from + (factor.grouping.codes[row] as number) * factor.width
    for (let k = 0; k < factor.width; k += 1) {
      places.push(at + k)
      values.push(factor.values[row * factor.width + k] as number)
    }
    from += effectsOf(factor)
  }
  return { places, values }
}

/** A level where the first grouping is the only one: it meets the columns and the response, nothing else. */
function plainBlock(shell: Shell, rows: Int32Array, square: Float64Array, places: Int32Array): LevelBlock {
  const { design, first, width } = shell
  const own = new Float64Array(first.width * first.width)
  const cross = new Float64Array(first.width * width)
  for (const row of rows) {
    addOuter(square, width, design.values, row * width, 1)
    for (let r = 0; r < first.width; r += 1) {
      const value = first.values[row * first.width + r] as number
      addScaled(cross, r * width, design.values, row * width, width, value)
      addScaled(own, r * first.width, first.values, row * first.width, first.width, value)
    }
  }
  return { places, own, cross, rows }
}

function levelBlock(shell: Shell, rows: Int32Array, square: Float64Array): LevelBlock {
  const { design, first, otherEffects, width } = shell
  const tail = width - otherEffects
  const entries = Array.from(rows, (row) => otherEntries(shell, row))
  const met = [...new Set(entries.flatMap((entry) => entry.places))].toSorted((a, b) => a - b)
  const places = Int32Array.from([...met, ...Array.from({ length: tail }, (_, k) => otherEffects + k)])
  const local = new Map(met.map((place, index) => [place, index]))
  const own = new Float64Array(first.width * first.width)
  const cross = new Float64Array(first.width * places.length)
  const figures = new Float64Array(places.length)
  rows.forEach((row, index) => {
    figures.fill(0)
    entries[index]?.places.forEach((place, k) => {
      figures[local.get(place) ?? 0] = entries[index]?.values[k] ?? 0
    })
    figures.set(design.values.subarray(row * tail, row * tail + tail), met.length)
    scatterOuter(square, width, places, figures, 1)
    for (let r = 0; r < first.width; r += 1) {
      const value = first.values[row * first.width + r] as number
      addScaled(cross, r * places.length, figures, 0, places.length, value)
      addScaled(own, r * first.width, first.values, row * first.width, first.width, value)
    }
  })
  return { places, own, cross, rows }
}

/** lower += factor × v v' at the given rising places. */
export function scatterOuter(
  lower: Float64Array,
  width: number,
  places: Int32Array,
  vector: Float64Array,
  factor: number,
  at = 0,
): void {
  const size = places.length
  if (size === width) {
    addOuter(lower, width, vector, at, factor)
    return
  }
  for (let i = 0; i < size; i += 1) {
    const scaled = factor * (vector[at + i] as number)
    if (scaled === 0) continue
    const row = (places[i] as number) * width
    for (let j = 0; j <= i; j += 1) {
      const place = row + (places[j] as number)
      lower[place] = (lower[place] as number) + scaled * (vector[at + j] as number)
    }
  }
}
