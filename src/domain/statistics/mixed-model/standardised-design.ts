import { type ModelRefusal, modelRefusal } from '#domain/statistics/model-refusal.ts'
import { cholesky, independentColumns, inverseFromFactor, invertFactor } from '#domain/statistics/numeric/cholesky.ts'
import { addOuters, addScaled, dot } from '#domain/statistics/numeric/vector.ts'
import type { DesignMatrix } from './model-input.ts'

/** The fixed part and the response in comparable units, with what is needed to go back. */
export interface StandardisedDesign {
  readonly kind: 'standardised'
  readonly rows: number
  /** Kept columns; the others are combinations of them. */
  readonly names: readonly string[]
  readonly dropped: readonly string[]
  /** Row by row, `names.length + 1` wide: kept columns, then what ordinary least squares leaves of the response. */
  readonly values: Float64Array
  /** One unit of the standardised response, in the response's own unit. */
  readonly responseUnit: number
  /** Sum of the logarithms of the column units: what standardising adds to ln|X'V⁻¹X|, halved. */
  readonly logUnits: number
  /** Coefficients of ordinary least squares, standardised. */
  readonly ordinary: Float64Array
  /** From standardised coefficients to those of the user's columns; row by row. */
  readonly back: Float64Array
}

const largestFigure = 1e100
/** Its square is still a number with all its digits. */
const smallestDeviation = 1e-140

/**
 * Brings the columns of a model to one scale before any cross product is formed, so that years or rupiah beside shares
 * lose no digits (calibration guide, 2.1): columns are centred where there is an intercept and divided by their spread;
 * dependent columns are left out and named; the response is divided by its spread and ordinary least squares taken out.
 * Cannot tell: no rows, fewer rows than coefficients plus one, all responses equal, responses reproduced exactly, figures
 * beyond 1e100.
 */
export function standardiseDesign(response: Float64Array, fixed: DesignMatrix): StandardisedDesign | ModelRefusal {
  const rows = response.length
  if (rows === 0) return modelRefusal('no-rows', 0, { required: 2 })
  if (!areUsable(response) || !areUsable(fixed.values)) return modelRefusal('figure-too-large', rows)
  const spread = spreadOf(response)
  if (spread.deviation <= 1e-13 * spread.size) return modelRefusal('all-equal', rows)
  if (spread.deviation < smallestDeviation) return modelRefusal('figure-too-large', rows)
  const units = columnUnits(fixed)
  // Without an intercept nothing may be taken off the response that no column can give back.
  const level = units.intercept >= 0 ? spread.centre : 0
  const all = standardisedRows(response, fixed, units, { level, deviation: spread.deviation })
  const gram = crossProducts(all, rows, fixed.names.length + 1)
  const kept = keptColumns(gram, fixed.names.length, rows)
  if (rows < kept.length + 1) return modelRefusal('too-few-rows', rows, { required: kept.length + 1 })
  const width = kept.length + 1
  const intercept = kept.indexOf(units.intercept)
  const values = kept.length === fixed.names.length ? all : chosenColumns(all, rows, fixed.names.length + 1, kept)
  const ordinary = takeOutColumns(values, rows, width, chosenGram(gram, fixed.names.length + 1, kept))
  let left = 0
  for (let i = 0; i < rows; i += 1) left += (values[i * width + kept.length] as number) ** 2
  // What rounding alone leaves of figures of this size is no scatter.
  if (left <= rows * (1e-13 * Math.max(1, spread.size / spread.deviation)) ** 2) return modelRefusal('no-scatter', rows)
  if (intercept >= 0) ordinary[intercept] = (ordinary[intercept] as number) + level / spread.deviation
  return {
    kind: 'standardised',
    rows,
    names: kept.map((column) => fixed.names[column] ?? ''),
    dropped: fixed.names.filter((_, column) => !kept.includes(column)),
    values,
    responseUnit: spread.deviation,
    logUnits: kept.reduce((sum, column) => sum + Math.log(Math.abs(units.scale[column] as number)), 0),
    ordinary,
    back: backTransform(kept, units, spread.deviation),
  }
}

/** Whether squares of the figures stay within the range of numbers. */
export function areUsable(figures: Float64Array): boolean {
  for (let i = 0; i < figures.length; i += 1) if (!(Math.abs(figures[i] as number) <= largestFigure)) return false
  return true
}

function spreadOf(response: Float64Array) {
  let sum = 0
  let size = 0
  for (let i = 0; i < response.length; i += 1) {
    sum += response[i] as number
    size = Math.max(size, Math.abs(response[i] as number))
  }
  const centre = sum / response.length
  let squares = 0
  for (let i = 0; i < response.length; i += 1) squares += (((response[i] as number) - centre) / (size || 1)) ** 2
  return { centre, size, deviation: size * Math.sqrt(squares / Math.max(1, response.length - 1)) }
}

interface ColumnUnits {
  readonly centre: Float64Array
  readonly scale: Float64Array
  /** 0 if the first column is constant, else −1: a later constant must not push out columns that stand before it. */
  readonly intercept: number
}

/** Below it squares lose their digits, and dividing by them leaves the floating-point range: as good as no spread. */
const smallestSquare = 1e-280

function columnUnits(fixed: DesignMatrix): ColumnUnits {
  const width = fixed.names.length
  const means = new Float64Array(width)
  const squares = new Float64Array(width)
  const around = new Float64Array(width)
  const { values, rows } = fixed
  // Column by column, each sum in one place: over many rows this is where the time goes.
  for (let k = 0; k < width; k += 1) {
    const first = values[k] as number
    // Sums of the distances from the first row: of a constant column they are exactly zero.
    let apart = 0
    for (let at = width + k; at < rows * width; at += width) apart = apart + (values[at] as number) - first
    const mean = first + apart / rows
    let square = 0
    let spread = 0
    for (let at = k; at < rows * width; at += width) {
      const value = values[at] as number
      square += value * value
      spread += (value - mean) ** 2
    }
    means[k] = mean
    squares[k] = square / rows
    around[k] = spread / rows
  }
  const isConstant = (k: number) => (around[k] as number) <= 1e-26 * (squares[k] as number)
  const intercept = width > 0 && (squares[0] as number) > 0 && isConstant(0) ? 0 : -1
  const centred = (k: number) => intercept >= 0 && k !== intercept
  return {
    intercept,
    centre: means.map((mean, k) => (centred(k) ? mean : 0)),
    scale: squares.map((square, k) => {
      if (k === intercept) return means[k] as number
      // A second constant column keeps its size and shows an empty centred column, which is then dropped.
      const spread = centred(k) && !isConstant(k) ? (around[k] as number) : square
      return spread > smallestSquare ? Math.sqrt(spread) : 1
    }),
  }
}

interface ResponseUnit {
  readonly level: number
  readonly deviation: number
}

/** Row by row: every column in its unit, then the response in its own. */
function standardisedRows(
  response: Float64Array,
  fixed: DesignMatrix,
  units: ColumnUnits,
  { level, deviation }: ResponseUnit,
): Float64Array {
  const columns = fixed.names.length
  const width = columns + 1
  const { centre, scale } = units
  const values = new Float64Array(response.length * width)
  for (let i = 0; i < response.length; i += 1) {
    for (let k = 0; k < columns; k += 1)
      values[i * width + k] = ((fixed.values[i * columns + k] as number) - (centre[k] as number)) / (scale[k] as number)
    values[i * width + columns] = ((response[i] as number) - level) / deviation
  }
  return values
}

function crossProducts(values: Float64Array, rows: number, width: number): Float64Array {
  const gram = new Float64Array(width * width)
  addOuters(gram, width, values, 0, rows)
  return gram
}

function keptColumns(gram: Float64Array, columns: number, rows: number): number[] {
  const block = new Float64Array(columns * columns)
  for (let i = 0; i < columns; i += 1)
    block.set(gram.subarray(i * (columns + 1), i * (columns + 1) + i + 1), i * columns)
  // A column of rounding errors around its centre is no column of its own.
  for (let k = 0; k < columns; k += 1) if ((block[k * columns + k] as number) < 1e-20 * rows) block[k * columns + k] = 0
  return independentColumns(block, columns)
}

function chosenColumns(all: Float64Array, rows: number, from: number, kept: readonly number[]): Float64Array {
  const places = [...kept, from - 1]
  const width = places.length
  const values = new Float64Array(rows * width)
  for (let i = 0; i < rows; i += 1)
    places.forEach((place, k) => {
      values[i * width + k] = all[i * from + place] as number
    })
  return values
}

/** The cross products of the kept columns and the response (lower). */
function chosenGram(gram: Float64Array, from: number, kept: readonly number[]): Float64Array {
  const places = [...kept, from - 1]
  const width = places.length
  return Float64Array.from({ length: width * width }, (_, place) => {
    const row = places[Math.floor(place / width)] ?? 0
    return gram[row * from + (places[place % width] ?? 0)] as number
  })
}

/** What a column and the rest may share on average before it is taken out once more. */
const sharedAtMost = 1e-10

/**
 * Replaces the last column by what least squares on the others leaves of it; in a second round where rounding left
 * something in the first. Returns the coefficients.
 */
function takeOutColumns(values: Float64Array, rows: number, width: number, gram: Float64Array): Float64Array {
  const size = width - 1
  const block = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) block.set(gram.subarray(i * width, i * width + i + 1), i * size)
  const total = new Float64Array(size)
  if (!cholesky(block, size)) return total
  const inverse = inverseFromFactor(invertFactor(block, size, size), size, size)
  let right: Float64Array = gram.slice(size * width, size * width + size)
  for (let round = 0; round < 2; round += 1) {
    const coefficients = right.map((_, i) => dot(inverse, i * size, right, 0, size))
    for (let at = 0; at < rows * width; at += width)
      values[at + size] = (values[at + size] as number) - dot(values, at, coefficients, 0, size)
    right = sharedWithLast(values, rows, width)
    addScaled(total, 0, coefficients, 0, size, 1)
    if (right.every((shared) => Math.abs(shared) <= sharedAtMost * rows)) break
  }
  return total
}

/** The cross products of every column with the last one. */
function sharedWithLast(values: Float64Array, rows: number, width: number): Float64Array {
  const shared = new Float64Array(width - 1)
  for (let k = 0; k < width - 1; k += 1) {
    let sum = 0
    for (let at = 0; at < rows * width; at += width)
      sum += (values[at + k] as number) * (values[at + width - 1] as number)
    shared[k] = sum
  }
  return shared
}

function backTransform(kept: readonly number[], units: ColumnUnits, responseUnit: number): Float64Array {
  const size = kept.length
  const back = new Float64Array(size * size)
  const intercept = kept.indexOf(units.intercept)
  kept.forEach((column, k) => {
    back[k * size + k] = responseUnit / (units.scale[column] as number)
    if (intercept >= 0 && k !== intercept)
      back[intercept * size + k] =
        (-responseUnit * (units.centre[column] as number)) /
        ((units.scale[column] as number) * (units.scale[units.intercept] as number))
  })
  return back
}
