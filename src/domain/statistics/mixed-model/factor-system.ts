import { cholesky, logDeterminant } from '#domain/statistics/numeric/cholesky.ts'
import { addOuter, addScaled } from '#domain/statistics/numeric/vector.ts'
import { type BlockSystem, type LevelBlock, scatterOuter } from './block-system.ts'
import { effectsOf } from './random-effects.ts'

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
