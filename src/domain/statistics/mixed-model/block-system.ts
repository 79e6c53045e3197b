import { cholesky, logDeterminant } from '#domain/statistics/numeric/cholesky.ts'
import { addOuter, addScaled } from '#domain/statistics/numeric/vector.ts'
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
  readonly rows: readonly number[]
}

/** Forms the cross products: once per model, one pass over the rows. */
export function blockSystem(design: StandardisedDesign, factors: readonly RandomFactor[]): BlockSystem {
  const [first, ...others] = factors
  if (first === undefined) throw new RangeError('a mixed model has a grouping')
  const otherEffects = others.reduce((sum, factor) => sum + effectsOf(factor), 0)
  const tail = design.names.length + 1
  const width = otherEffects + tail
  const byLevel = Array.from({ length: first.grouping.levels.length }, (): number[] => [])
  first.grouping.codes.forEach((code, i) => {
    byLevel[code]?.push(i)
  })
  const shell = { design, first, others, otherEffects, width }
  const square = new Float64Array(width * width)
  const isConstant = others.length === 0 && first.width === 1 && first.values.every((value) => value === 1)
  const alone = Int32Array.from({ length: tail }, (_, k) => k)
  const levels = byLevel.map((rows) =>
    others.length === 0 ? plainBlock(shell, rows, isConstant ? null : square, alone) : levelBlock(shell, rows, square),
  )
  return { ...shell, square, levels, within: isConstant ? withinLevels(shell, levels) : null }
}

function withinLevels({ design, width }: Shell, levels: readonly LevelBlock[]): Float64Array {
  const within = new Float64Array(width * width)
  const apart = new Float64Array(width)
  for (const { rows, cross } of levels)
    for (const row of rows) {
      for (let k = 0; k < width; k += 1)
        apart[k] = (design.values[row * width + k] as number) - (cross[k] as number) / rows.length
      addOuter(within, width, apart, 0, 1)
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
function plainBlock(
  shell: Shell,
  rows: readonly number[],
  square: Float64Array | null,
  places: Int32Array,
): LevelBlock {
  const { design, first, width } = shell
  const own = new Float64Array(first.width * first.width)
  const cross = new Float64Array(first.width * width)
  for (const row of rows) {
    if (square !== null) addOuter(square, width, design.values, row * width, 1)
    for (let r = 0; r < first.width; r += 1) {
      const value = first.values[row * first.width + r] as number
      addScaled(cross, r * width, design.values, row * width, width, value)
      addScaled(own, r * first.width, first.values, row * first.width, first.width, value)
    }
  }
  return { places, own, cross, rows }
}

function levelBlock(shell: Shell, rows: readonly number[], square: Float64Array): LevelBlock {
  const { design, first, otherEffects, width } = shell
  const tail = width - otherEffects
  const entries = rows.map((row) => otherEntries(shell, row))
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

/** Room for one level's work, used over and over. */
export interface LevelRoom {
  readonly half: Float64Array
  /** Factor of I + L'Z'ZL (lower), `first.width` wide. */
  readonly factor: Float64Array
  /** Factor⁻¹ L' cross, one row per column of the grouping, as wide as the level's places. */
  readonly reduced: Float64Array
}

/** Room enough for any level of a system. */
export function levelRoom(system: BlockSystem): LevelRoom {
  const { width } = system.first
  const most = system.levels.reduce((largest, level) => Math.max(largest, level.places.length), 0)
  return {
    half: new Float64Array(width * width),
    factor: new Float64Array(width * width),
    reduced: new Float64Array(width * most),
  }
}

/**
 * Writes the factor of I + L'Z'ZL of one level and its reduced cross products into the room; false where the figures are
 * not finite. `lower` is the factor of the grouping's covariance relative to the residual variance.
 */
export function reduceLevel(
  level: Pick<LevelBlock, 'own'>,
  cross: Float64Array,
  columns: number,
  lower: Float64Array,
  width: number,
  room: LevelRoom,
): boolean {
  writeLevelMatrix(level.own, lower, width, room)
  const { factor } = room
  // One column is the usual case, and its root needs no arrays.
  if (width === 1) factor[0] = Math.sqrt(factor[0] as number)
  const isFactored = width === 1 ? (factor[0] as number) < Number.POSITIVE_INFINITY : cholesky(factor, width)
  if (isFactored) reduceCross(cross, columns, lower, width, room)
  return isFactored
}

/** I + L'Z'ZL into `room.factor`, lower triangle. */
function writeLevelMatrix(own: Float64Array, lower: Float64Array, width: number, { half, factor }: LevelRoom): void {
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < width; j += 1) {
      let sum = 0
      for (let k = j; k < width; k += 1) sum += (own[i * width + k] as number) * (lower[k * width + j] as number)
      half[i * width + j] = sum
    }
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = i === j ? 1 : 0
      for (let k = i; k < width; k += 1) sum += (lower[k * width + i] as number) * (half[k * width + j] as number)
      factor[i * width + j] = sum
    }
}

function reduceCross(
  cross: Float64Array,
  columns: number,
  lower: Float64Array,
  width: number,
  { factor, reduced }: LevelRoom,
): void {
  reduced.fill(0, 0, width * columns)
  for (let r = 0; r < width; r += 1) {
    for (let k = r; k < width; k += 1) {
      const value = lower[k * width + r] as number
      if (value !== 0) addScaled(reduced, r * columns, cross, k * columns, columns, value)
    }
    for (let k = 0; k < r; k += 1)
      addScaled(reduced, r * columns, reduced, k * columns, columns, -(factor[r * width + k] as number))
    const pivot = factor[r * width + r] as number
    for (let c = 0; c < columns; c += 1) reduced[r * columns + c] = (reduced[r * columns + c] as number) / pivot
  }
}

/** The square block after elimination and factoring, at one setting of the covariance factors. */
export interface FactoredSystem {
  /** Lower factor, `system.width` wide. */
  readonly factor: Float64Array
  /** ln|V| of the random part, relative to the residual variance. */
  readonly logSpread: number
}

/** Eliminates the first grouping and factors the rest; null where the figures leave the range of numbers. */
export function factorSystem(system: BlockSystem, lowers: readonly Float64Array[]): FactoredSystem | null {
  const { first, width, otherEffects } = system
  const [lower] = lowers
  if (lower === undefined) return null
  if (system.within !== null) return factorConstant(system, system.within, (lower[0] as number) ** 2)
  const square = system.square.slice()
  let logSpread = 0
  const room = levelRoom(system)
  for (const level of system.levels) {
    const columns = level.places.length
    if (!reduceLevel(level, level.cross, columns, lower, first.width, room)) return null
    logSpread += logDeterminant(room.factor, first.width, 0, first.width)
    for (let r = 0; r < first.width; r += 1) scatterOuter(square, width, level.places, room.reduced, -1, r * columns)
  }
  scaleOthers(system, square, lowers)
  for (let k = 0; k < otherEffects; k += 1) square[k * width + k] = (square[k * width + k] as number) + 1
  if (!cholesky(square, width)) return null
  return { factor: square, logSpread: logSpread + logDeterminant(square, width, 0, otherEffects) }
}

/** The same where the only random column is the constant of one grouping; `load` is its variance over the residual one. */
function factorConstant(system: BlockSystem, within: Float64Array, load: number): FactoredSystem | null {
  const square = within.slice()
  let logSpread = 0
  for (const { rows, cross } of system.levels) {
    const count = rows.length
    addOuter(square, system.width, cross, 0, 1 / (count * (1 + count * load)))
    logSpread += Math.log1p(count * load)
  }
  return cholesky(square, system.width) ? { factor: square, logSpread } : null
}

/** Λ'TΛ on the effects of the other groupings, block by block; lower triangle. */
function scaleOthers(system: BlockSystem, square: Float64Array, lowers: readonly Float64Array[]): void {
  let from = 0
  system.others.forEach((other, index) => {
    const lower = lowers[index + 1]
    const size = other.width
    for (let level = 0; lower !== undefined && level < other.grouping.levels.length; level += 1) {
      const at = from + level * size
      scaleRows(square, system.width, at, size, lower)
      scaleColumns(square, system.width, at, size, lower)
    }
    from += effectsOf(other)
  })
}

function scaleRows(square: Float64Array, width: number, at: number, size: number, lower: Float64Array): void {
  for (let r = 0; r < size; r += 1)
    for (let c = 0; c < r; c += 1) square[(at + c) * width + at + r] = square[(at + r) * width + at + c] as number
  for (let column = 0; column < at + size; column += 1)
    for (let r = 0; r < size; r += 1) {
      let sum = 0
      for (let k = r; k < size; k += 1)
        sum += (lower[k * size + r] as number) * (square[(at + k) * width + column] as number)
      square[(at + r) * width + column] = sum
    }
}

function scaleColumns(square: Float64Array, width: number, at: number, size: number, lower: Float64Array): void {
  for (let row = at; row < width; row += 1)
    for (let c = 0; c < size; c += 1) {
      let sum = 0
      for (let k = c; k < size; k += 1)
        sum += (square[row * width + at + k] as number) * (lower[k * size + c] as number)
      square[row * width + at + c] = sum
    }
  // Above the diagonal stands a copy from `scaleRows`; the factoring never reads it.
}

/** Sum of squares left at a setting: the last pivot, squared. */
export function leftover(system: BlockSystem, factored: FactoredSystem): number {
  return (factored.factor[system.width * system.width - 1] as number) ** 2
}
