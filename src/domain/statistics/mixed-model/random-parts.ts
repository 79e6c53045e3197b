import { type ModelRefusal, modelRefusal } from '#domain/statistics/model-refusal.ts'
import { independentColumns } from '#domain/statistics/numeric/cholesky.ts'
import { addOuter } from '#domain/statistics/numeric/vector.ts'
import type { Grouping, MixedInput, RandomTerm } from './model-input.ts'
import { areUsable } from './standardised-design.ts'

/** The brackets of a model that can be estimated. */
export interface RandomParts {
  readonly kind: 'parts'
  readonly random: readonly RandomTerm[]
  /** Columns of a bracket that say what others of it say, as `x | g`. */
  readonly dropped: readonly string[]
}

/**
 * The random part of a model, or why the data cannot tell: a single group, as many effects as rows, two groupings that are
 * the same one, a column of zeros. Columns that repeat others of their bracket (a slope of a column that never changes)
 * are left out and named, because nothing would decide between them.
 */
export function randomParts(input: MixedInput): RandomParts | ModelRefusal {
  const rows = input.response.length
  if (rows === 0) return modelRefusal('no-rows', 0, { required: 2 })
  const random: RandomTerm[] = []
  const dropped: string[] = []
  for (const { grouping, columns } of input.random) {
    const levels = grouping.levels.length
    if (levels < 2) return modelRefusal('one-group', rows, { subject: grouping.name, required: 2 })
    if (levels * columns.names.length >= rows) return modelRefusal('group-per-row', rows, { subject: grouping.name })
    if (!areUsable(columns.values)) return modelRefusal('figure-too-large', rows)
    const kept = keptColumns(columns)
    if (kept.length === 0) return modelRefusal('empty-column', rows, { subject: columns.names.join(', ') })
    dropped.push(...columns.names.filter((_, k) => !kept.includes(k)).map((name) => `${name} | ${grouping.name}`))
    random.push({ grouping, columns: kept.length === columns.names.length ? columns : chosen(columns, kept) })
  }
  const twins = sameGroups(random)
  return twins === null ? { kind: 'parts', random, dropped } : modelRefusal('same-groups', rows, { subject: twins })
}

function keptColumns({ names, rows, values }: RandomTerm['columns']): readonly number[] {
  const width = names.length
  if (width === 1) return values.some((value) => value !== 0) ? [0] : []
  // Beside a constant only distances count, so that years are not taken for repeats of it.
  const constant = names.findIndex((_, k) => values[k] !== 0 && isConstant(values, width, k))
  const centre = names.map((_, k) => (constant < 0 || k === constant ? 0 : (values[k] as number)))
  const largest = new Float64Array(width)
  for (let i = 0; i < rows; i += 1)
    for (let k = 0; k < width; k += 1)
      largest[k] = Math.max(largest[k] as number, Math.abs((values[i * width + k] as number) - (centre[k] ?? 0)))
  const gram = new Float64Array(width * width)
  const row = new Float64Array(width)
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < width; k += 1)
      row[k] = ((values[i * width + k] as number) - (centre[k] ?? 0)) / ((largest[k] as number) || 1)
    addOuter(gram, width, row, 0, 1)
  }
  return independentColumns(gram, width)
}

function isConstant(values: Float64Array, width: number, column: number): boolean {
  for (let at = column; at < values.length; at += width) if (values[at] !== values[column]) return false
  return true
}

function chosen({ names, rows, values }: RandomTerm['columns'], kept: readonly number[]): RandomTerm['columns'] {
  const width = names.length
  const figures = new Float64Array(rows * kept.length)
  for (let i = 0; i < rows; i += 1)
    kept.forEach((column, k) => {
      figures[i * kept.length + k] = values[i * width + column] as number
    })
  return { names: kept.map((column) => names[column] ?? ''), rows, values: figures }
}

/** Two groupings that put the same rows together and let the same column differ, or null. */
function sameGroups(random: readonly RandomTerm[]): string | null {
  for (const [place, first] of random.entries())
    for (const second of random.slice(place + 1)) {
      const shared = first.columns.names.some((name) => second.columns.names.includes(name))
      const apart = first.grouping.name !== second.grouping.name
      if (apart && shared && isSamePartition(first.grouping, second.grouping))
        return `${first.grouping.name}, ${second.grouping.name}`
    }
  return null
}

function isSamePartition(first: Grouping, second: Grouping): boolean {
  if (first.levels.length !== second.levels.length) return false
  const partner = new Int32Array(first.levels.length).fill(-1)
  for (let i = 0; i < first.codes.length; i += 1) {
    const code = first.codes[i] as number
    if (partner[code] === -1) partner[code] = second.codes[i] as number
    else if (partner[code] !== second.codes[i]) return false
  }
  return true
}
