import { inverseFromFactor, invertFactor, solveTransposed } from '#domain/statistics/numeric/cholesky.ts'
import { dot, placedForm } from '#domain/statistics/numeric/vector.ts'
import { type BlockSystem, type LevelBlock, otherEntries } from './block-system.ts'
import { writeConstantDeletion } from './constant-deletion.ts'
import { type FactoredSystem, type LevelRoom, levelRoom, reduceLevel } from './factor-system.ts'
import { emptyEffects, type FactorEffects, sandwich, toUser, writeEffects } from './group-effects.ts'
import { effectsOf, type RandomFactor } from './random-effects.ts'

/**
 * How far a row lies from what all other rows say about it: the residual, its standard deviation and their ratio, with the
 * row itself left out (calibration guide 2.4). Null where the row alone determines a coefficient: there is nothing to
 * compare it with.
 */
export type DeletionResidual = { readonly residual: number; readonly sd: number; readonly z: number } | null

export interface Solution {
  /** Residual variance in the response's unit. */
  readonly residualVariance: number
  readonly coefficients: Float64Array
  /** Covariance of the coefficients, row by row. */
  readonly covariance: Float64Array
  readonly effects: readonly FactorEffects[]
  /** One per row, computed when asked for: few questions need them, and there are as many as rows. */
  readonly deletion: () => readonly DeletionResidual[]
}

interface Parts {
  readonly system: BlockSystem
  readonly lowers: readonly Float64Array[]
  /** Residual variance, standardised. */
  readonly variance: number
  /** Other effects (scaled), then coefficients. */
  readonly solved: Float64Array
  /** Inverse of the square block without the response; full. */
  readonly inverse: Float64Array
  /** The same with the coefficients taken as known: the block of the other effects. */
  readonly conditional: Float64Array
  /** Room for the figures of one row, used over and over: rows are many and their arrays would be too. */
  readonly mine: Float64Array
  readonly met: Float64Array
  readonly room: LevelRoom
  /** What a level meets, solved: as large as `room.reduced`. */
  readonly solvedCross: Float64Array
  /** Scaled effects of the first grouping to the user's columns. */
  readonly toUser: Float64Array
}

/**
 * Everything that follows from a fitted setting: coefficients with their covariance, predicted effects with both kinds of
 * variance, and on demand the deletion residuals of every row. Costs once what one evaluation of the likelihood costs,
 * and a product as wide as what each level meets.
 */
export function solveModel(
  system: BlockSystem,
  lowers: readonly Float64Array[],
  factored: FactoredSystem,
  variance: number,
): Solution {
  const { width, otherEffects, design } = system
  const size = width - 1
  const inverted = invertFactor(factored.factor, width, size)
  const room = levelRoom(system)
  const parts: Parts = {
    system,
    lowers,
    variance,
    solved: solveTransposed(factored.factor, width, size, factored.factor, size * width),
    inverse: inverseFromFactor(inverted, size, size),
    conditional: inverseFromFactor(inverted, size, otherEffects),
    mine: new Float64Array(system.first.width),
    met: new Float64Array(width),
    room,
    solvedCross: new Float64Array(room.reduced.length),
    toUser: toUser(system.first, lowers[0] ?? new Float64Array(0), design.responseUnit),
  }
  const unit = design.responseUnit
  const columns = design.names.length
  const beta = design.ordinary.map((value, k) => value + (parts.solved[otherEffects + k] as number))
  const first = emptyEffects(system.first)
  system.levels.forEach((level, index) => {
    writeLevelEffects(parts, level, index, first)
  })
  return {
    residualVariance: variance * unit ** 2,
    coefficients: Float64Array.from(beta, (_, k) => dot(design.back, k * columns, beta, 0, columns)),
    covariance: sandwich(
      design.back,
      columns,
      (i, j) => variance * (parts.inverse[(otherEffects + i) * size + otherEffects + j] as number),
    ),
    effects: [first, ...otherFactors(parts)],
    deletion: () => deletionResiduals(parts),
  }
}

function otherFactors(parts: Parts): FactorEffects[] {
  const { system, lowers, variance, solved, inverse, conditional } = parts
  const size = system.width - 1
  const known = system.otherEffects
  let from = 0
  return system.others.map((factor, index) => {
    const into = emptyEffects(factor)
    const transform = toUser(factor, lowers[index + 1] ?? new Float64Array(0), system.design.responseUnit)
    for (let level = 0; level < factor.grouping.levels.length; level += 1) {
      const at = from + level * factor.width
      writeEffects(
        into,
        level,
        transform,
        solved.slice(at, at + factor.width),
        (i, j) => variance * (conditional[(at + i) * known + at + j] as number),
        (i, j) => variance * (inverse[(at + i) * size + at + j] as number),
      )
    }
    from += effectsOf(factor)
    return into
  })
}

/** M⁻¹ of a level, and M⁻¹ times what it meets in the scaled square block (the response last). */
interface SolvedLevel {
  readonly inverse: Float64Array
  /** One row per column of the grouping, `level.places.length` wide. */
  readonly met: Float64Array
}

function solvedLevel(parts: Parts, level: LevelBlock): SolvedLevel {
  const { first, others } = parts.system
  const lower = parts.lowers[0] ?? new Float64Array(0)
  const width = first.width
  const columns = level.places.length
  const { room, solvedCross: met } = parts
  reduceLevel(level, scaledCross(parts, level, others), columns, lower, width, room)
  const { reduced } = room
  const inverted = invertFactor(room.factor, width, width)
  met.fill(0, 0, width * columns)
  for (let r = 0; r < width; r += 1)
    for (let k = r; k < width; k += 1)
      for (let c = 0; c < columns; c += 1)
        met[r * columns + c] =
          (met[r * columns + c] as number) + (inverted[k * width + r] as number) * (reduced[k * columns + c] as number)
  return { inverse: inverseFromFactor(inverted, width, width), met }
}

/** The level's cross products with the other effects scaled by their covariance factors. */
function scaledCross(parts: Parts, level: LevelBlock, others: readonly RandomFactor[]): Float64Array {
  if (others.length === 0) return level.cross
  const cross = level.cross.slice()
  const columns = level.places.length
  let end = 0
  let position = 0
  others.forEach((other, index) => {
    end += effectsOf(other)
    const lower = parts.lowers[index + 1] ?? new Float64Array(0)
    const size = other.width
    // Places of one level of another grouping are met together, so they stand side by side.
    for (; position < columns && (level.places[position] as number) < end; position += size)
      for (let r = 0; r < parts.system.first.width; r += 1)
        for (let c = 0; c < size; c += 1) {
          let sum = 0
          for (let k = c; k < size; k += 1)
            sum += (cross[r * columns + position + k] as number) * (lower[k * size + c] as number)
          cross[r * columns + position + c] = sum
        }
  })
  return cross
}

/** The scaled effects of a level. */
function levelEffect({ system, solved }: Parts, level: LevelBlock, met: Float64Array): Float64Array {
  const columns = level.places.length
  const effect = new Float64Array(system.first.width)
  for (let r = 0; r < effect.length; r += 1) {
    let sum = met[r * columns + columns - 1] as number
    for (let c = 0; c < columns - 1; c += 1)
      sum -= (met[r * columns + c] as number) * (solved[level.places[c] as number] as number)
    effect[r] = sum
  }
  return effect
}

function writeLevelEffects(parts: Parts, level: LevelBlock, index: number, into: FactorEffects): void {
  const { system, variance, inverse, conditional } = parts
  const { width } = system.first
  const size = system.width - 1
  const known = system.otherEffects
  const columns = level.places.length
  const { inverse: own, met } = solvedLevel(parts, level)
  const conditionals = columns - 1 - (size - known)
  const through = (matrix: Float64Array, wide: number, count: number) => (i: number, j: number) =>
    variance *
    ((own[i * width + j] as number) + placedForm(matrix, wide, level.places, count, met, i * columns, met, j * columns))
  writeEffects(
    into,
    index,
    parts.toUser,
    levelEffect(parts, level, met),
    through(conditional, known, conditionals),
    through(inverse, size, columns - 1),
  )
}

function deletionResiduals(parts: Parts): readonly DeletionResidual[] {
  const { system, variance, solved, inverse } = parts
  const deletion: DeletionResidual[] = new Array(system.design.rows).fill(null)
  for (const level of system.levels) {
    const { inverse: own, met } = solvedLevel(parts, level)
    const effect = levelEffect(parts, level, met)
    if (system.within === null) {
      for (const row of level.rows) deletion[row] = deletionOf(parts, level, row, own, met, effect)
    } else
      writeConstantDeletion(level, deletion, {
        values: system.design.values,
        width: system.width,
        share: parts.lowers[0]?.[0] ?? 0,
        solved,
        inverse,
        own: own[0] as number,
        met,
        effect: effect[0] as number,
        variance,
        unit: system.design.responseUnit,
        apart: parts.met,
      })
  }
  return deletion
}

function deletionOf(
  parts: Parts,
  level: LevelBlock,
  row: number,
  own: Float64Array,
  met: Float64Array,
  effect: Float64Array,
): DeletionResidual {
  const { system, variance, solved, inverse } = parts
  const { design, first } = system
  const lower = parts.lowers[0] ?? new Float64Array(0)
  const width = first.width
  const columns = level.places.length
  const { mine, met: others } = parts
  for (let r = 0; r < width; r += 1) {
    mine[r] = 0
    for (let k = r; k < width; k += 1)
      mine[r] = (mine[r] as number) + (lower[k * width + r] as number) * (first.values[row * width + k] as number)
  }
  scaleRow(parts, level, row)
  let residual = design.values[row * (design.names.length + 1) + design.names.length] as number
  for (let c = 0; c < columns - 1; c += 1)
    residual -= (others[c] as number) * (solved[level.places[c] as number] as number)
  residual -= dot(mine, 0, effect, 0, width)
  let leverage = 0
  for (let r = 0; r < width; r += 1) {
    leverage += (mine[r] as number) * dot(own, r * width, mine, 0, width)
    for (let c = 0; c < columns - 1; c += 1)
      others[c] = (others[c] as number) - (mine[r] as number) * (met[r * columns + c] as number)
  }
  leverage += placedForm(inverse, system.width - 1, level.places, columns - 1, others, 0, others, 0)
  const free = 1 - leverage
  if (free <= 1e-10) return null
  const sd = Math.sqrt(variance / free)
  const unit = design.responseUnit
  return { residual: (unit * residual) / free, sd: unit * sd, z: residual / free / sd }
}

/** Writes a row's figures at the places its level meets into `parts.met`: scaled other effects, then columns. */
function scaleRow(parts: Parts, level: LevelBlock, row: number): void {
  const { system, lowers, met: figures } = parts
  const { design } = system
  const columns = level.places.length
  const tail = design.names.length + 1
  figures.fill(0, 0, columns - tail)
  for (let k = 0; k < tail - 1; k += 1) figures[columns - tail + k] = design.values[row * tail + k] as number
  if (system.others.length === 0) return
  const { places, values } = otherEntries(system, row)
  let entry = 0
  system.others.forEach((other, index) => {
    const lower = lowers[index + 1] ?? new Float64Array(0)
    const at = level.places.indexOf(places[entry] ?? -1)
    for (let c = 0; c < other.width; c += 1) {
      let sum = 0
      for (let k = c; k < other.width; k += 1)
        sum += (values[entry + k] as number) * (lower[k * other.width + c] as number)
      figures[at + c] = sum
    }
    entry += other.width
  })
}
