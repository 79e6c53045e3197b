import { type GroupCodes, groupCodes } from '#domain/statistics/column-table.ts'
import type { Grouping, MixedInput, RandomTerm } from './model-input.ts'

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
export function randomFactors(input: MixedInput): readonly RandomFactor[] {
  const byName = new Map<string, RandomTerm[]>()
  for (const term of input.random) byName.set(term.grouping.name, [...(byName.get(term.grouping.name) ?? []), term])
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
  const { rows } = columns
  const column = (k: number) => Float64Array.from({ length: rows }, (_, i) => columns.values[i * own + k] as number)
  const intercept = columns.names.findIndex((_, k) => {
    const cells = column(k)
    return cells[0] !== 0 && cells.every((value) => value === cells[0])
  })
  const constant = intercept < 0 ? 1 : (columns.values[intercept] as number)
  for (let k = 0; k < own; k += 1) {
    const cells = column(k)
    const centred = intercept >= 0 && k !== intercept
    const centre = centred ? cells.reduce((sum, value) => sum + value / rows, 0) : 0
    // A constant becomes exactly one: summing up its squares would leave it a hair off.
    const spread = () => Math.sqrt(cells.reduce((sum, value) => sum + (value - centre) ** 2 / rows, 0)) || 1
    const scale = k === intercept ? constant : spread()
    const place = target.from + k
    for (let i = 0; i < rows; i += 1) target.values[i * target.width + place] = ((cells[i] as number) - centre) / scale
    target.back[place * target.width + place] = 1 / scale
    if (centred) target.back[(target.from + intercept) * target.width + place] = -centre / (scale * constant)
  }
}
