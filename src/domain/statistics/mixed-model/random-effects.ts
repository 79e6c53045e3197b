import { type GroupCodes, groupCodes } from '#domain/statistics/column-table.ts'
import type { Grouping, RandomTerm } from './model-input.ts'

/** All random columns of one grouping, standardised, with the entries of its Cholesky factor that may differ from zero. */
export interface RandomFactor {
  readonly grouping: Grouping
  /** Columns per level. */
  readonly width: number
  readonly names: readonly string[]
  /** Row by row, `width` wide, in comparable units. */
  readonly values: Float64Array
  /** Free entries [row, column] of the lower factor; the diagonal of each term and what lies below it within the term. */
  readonly free: readonly (readonly [number, number])[]
  /** From standardised effects to those of the user's columns, `width` × `width`. */
  readonly back: Float64Array
}

/**
 * The groupings of a model with their columns: terms on the same grouping are put together (uncorrelated, as two brackets
 * mean), columns are brought to one scale and, where their bracket has an intercept, centred. The grouping with the most
 * random effects comes first: it is the one the computation eliminates level by level.
 */
export function randomFactors(terms: readonly RandomTerm[]): readonly RandomFactor[] {
  const byName = new Map<string, RandomTerm[]>()
  for (const term of terms) byName.set(term.grouping.name, [...(byName.get(term.grouping.name) ?? []), term])
  const factors = [...byName.values()].map(factorOf)
  return factors.toSorted((a, b) => effectsOf(b) - effectsOf(a))
}

/** How many random effects a grouping has: levels times columns. */
export function effectsOf(factor: RandomFactor): number {
  return factor.grouping.levels.length * factor.width
}

/** Labels of rows as a grouping. */
export function groupingOf(name: string, labels: readonly string[]): Grouping {
  const { levels, codes }: GroupCodes = groupCodes(labels)
  return { name, levels, codes }
}

/** The lower factor of a grouping from the search's parameters, `width` × `width`. */
export function factorMatrix(factor: RandomFactor, parameters: readonly number[], from: number): Float64Array {
  const matrix = new Float64Array(factor.width * factor.width)
  factor.free.forEach(([row, column], index) => {
    matrix[row * factor.width + column] = parameters[from + index] ?? 0
  })
  return matrix
}

function factorOf(terms: readonly RandomTerm[]): RandomFactor {
  const [first] = terms
  const grouping = first?.grouping ?? { name: '', levels: [], codes: new Int32Array(0) }
  const rows = grouping.codes.length
  const width = terms.reduce((sum, term) => sum + term.columns.names.length, 0)
  const values = new Float64Array(rows * width)
  const back = new Float64Array(width * width)
  const free: [number, number][] = []
  let from = 0
  for (const { columns } of terms) {
    const own = columns.names.length
    standardiseTerm(columns, { values, back, width, from })
    for (let column = 0; column < own; column += 1)
      for (let row = column; row < own; row += 1) free.push([from + row, from + column])
    from += own
  }
  return { grouping, width, names: terms.flatMap((term) => term.columns.names), values, free, back }
}

interface Target {
  readonly values: Float64Array
  readonly back: Float64Array
  readonly width: number
  readonly from: number
}

function standardiseTerm(columns: RandomTerm['columns'], target: Target): void {
  const own = columns.names.length
  const { rows, values: cells } = columns
  const intercept = columns.names.findIndex((_, k) => cells[k] !== 0 && isConstantColumn(cells, rows, own, k))
  const constant = intercept < 0 ? 1 : (cells[intercept] as number)
  for (let k = 0; k < own; k += 1) {
    const centred = intercept >= 0 && k !== intercept
    const centre = centred ? meanOfColumn(cells, rows, own, k) : 0
    // A constant becomes exactly one: summing up its squares would leave it a hair off.
    const scale = k === intercept ? constant : spreadOfColumn(cells, rows, { width: own, column: k, centre }) || 1
    const place = target.from + k
    for (let i = 0; i < rows; i += 1)
      target.values[i * target.width + place] = ((cells[i * own + k] as number) - centre) / scale
    target.back[place * target.width + place] = 1 / scale
    if (centred) target.back[(target.from + intercept) * target.width + place] = -centre / (scale * constant)
  }
}

function isConstantColumn(cells: Float64Array, rows: number, width: number, column: number): boolean {
  for (let i = 1; i < rows; i += 1) if (cells[i * width + column] !== cells[column]) return false
  return rows > 0
}

function meanOfColumn(cells: Float64Array, rows: number, width: number, column: number): number {
  let sum = 0
  for (let i = 0; i < rows; i += 1) sum += cells[i * width + column] as number
  return sum / rows
}

function spreadOfColumn(
  cells: Float64Array,
  rows: number,
  { width, column, centre }: { readonly width: number; readonly column: number; readonly centre: number },
): number {
  let sum = 0
  for (let i = 0; i < rows; i += 1) sum += ((cells[i * width + column] as number) - centre) ** 2
  return Math.sqrt(sum / rows)
}
