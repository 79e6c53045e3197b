import { type ColumnTable, labelOf, numberOf, type ReadColumn, readColumn } from '#domain/statistics/column-table.ts'
import type { Grouping, MixedInput } from '#domain/statistics/mixed-model/model-input.ts'
import { groupingOf } from '#domain/statistics/mixed-model/random-effects.ts'
import { type FormulaError, formulaError } from './formula-error.ts'
import type { ModelFormula, RandomBracket, TermVariable } from './parse-formula.ts'
import { type ModelColumn, termColumns } from './term-columns.ts'

/** A formula filled with the rows of a table. */
export interface ModelFrame {
  readonly kind: 'frame'
  readonly input: MixedInput
  /** Rows used, as places in the table. */
  readonly used: readonly number[]
  /** Rows left out because a named column says nothing there. */
  readonly missing: number
}

/**
 * The rows of a table as a formula needs them. Rows with nothing in any named column are left out and counted. Words in
 * the response, or a few words in a column of numbers, are an error with the row and the text: nobody guesses.
 * @example modelFrame(table, formula) // { kind: 'frame', input: …, used: [0, 1, 3], missing: 1 }
 */
export function modelFrame(table: ColumnTable, formula: ModelFormula): ModelFrame | FormulaError {
  const refusal = check(table, formula)
  if (refusal !== null) return refusal
  const variables = [...formula.fixed.terms, ...formula.random.flatMap((bracket) => bracket.varies.terms)].flat()
  const groupColumns = formula.random.flatMap((bracket) => bracket.grouping)
  const cells = new Map<string, readonly (number | string | null)[]>()
  const kinds = new Map<string, ModelColumn['kind']>()
  const response = numbersOf(table, formula.response)
  if ('kind' in response) return response
  cells.set(keyOf({ column: formula.response, asFactor: false }), response)
  for (const variable of variables) {
    const read = readVariable(table, variable)
    if (read.kind === 'formula-error') return read
    kinds.set(keyOf(variable), read.kind)
    cells.set(keyOf(variable), read.values)
  }
  for (const column of groupColumns) cells.set(`group ${column}`, labelsOf(table, column))
  const used = completeRows(table.rows, [...cells.values()])
  const modelColumn = (variable: TermVariable): ModelColumn => {
    const values = cells.get(keyOf(variable)) ?? []
    return kinds.get(keyOf(variable)) === 'labels'
      ? { kind: 'labels', values: labelsAt(values, used) }
      : { kind: 'numbers', values: numbersAt(values, used) }
  }
  return {
    kind: 'frame',
    used,
    missing: table.rows - used.length,
    input: {
      response: new Float64Array(numbersAt(response, used)),
      fixed: termColumns(formula.fixed, modelColumn, used.length),
      random: formula.random.map((bracket) => ({
        grouping: bracketGrouping(bracket, used, (column) => cells.get(`group ${column}`) ?? []),
        columns: termColumns(bracket.varies, modelColumn, used.length),
      })),
    },
  }
}

function check(table: ColumnTable, formula: ModelFormula): FormulaError | null {
  if (formula.random.length === 0) return formulaError('no-grouping', '(1 | …)')
  const named = [
    formula.response,
    ...formula.fixed.terms.flat().map(({ column }) => column),
    ...formula.random.flatMap(({ varies, grouping }) => [
      ...varies.terms.flat().map(({ column }) => column),
      ...grouping,
    ]),
  ]
  const unknown = named.find((column) => !table.columns.has(column))
  if (unknown !== undefined) return unknownColumn(table, unknown)
  const seen = new Set<string>()
  for (const { varies, grouping } of formula.random) {
    const group = grouping.join(':')
    const parts = [
      ...(varies.intercept ? ['1'] : []),
      ...varies.terms.map((term) => term.map(keyOf).toSorted().join(':')),
    ]
    for (const part of parts) {
      const key = `${part}|${group}`
      if (seen.has(key)) return formulaError('random-term-twice', group)
      seen.add(key)
    }
  }
  return null
}

/** The error for a column the table does not have, with those it has. */
export function unknownColumn(table: ColumnTable, column: string): FormulaError {
  return formulaError('unknown-column', column, { found: [...table.columns.keys()].join(', ') })
}

/** A column that has to hold numbers, or the error with the first cell that does not. */
export function numbersOf(table: ColumnTable, column: string): readonly (number | null)[] | FormulaError {
  const read = readColumn(table.columns.get(column) ?? [])
  return read.kind === 'numbers' ? read.values : textError(column, read)
}

/** Labels of a column, null where nothing stands. */
export function labelsOf(table: ColumnTable, column: string): readonly (string | null)[] {
  return (table.columns.get(column) ?? []).map(labelOf)
}

function textError(column: string, read: Exclude<ReadColumn, { kind: 'numbers' }>): FormulaError {
  if (read.kind === 'mixed') return formulaError('text-where-numbers', column, { row: read.row, found: read.text })
  const row = read.values.findIndex((value) => value !== null && numberOf(value) === null)
  return formulaError('text-where-numbers', column, { row: row + 1, found: read.values[row] ?? '' })
}

type Readable = { readonly kind: ModelColumn['kind']; readonly values: readonly (number | string | null)[] }

function readVariable(table: ColumnTable, variable: TermVariable): Readable | FormulaError {
  if (variable.asFactor) return { kind: 'labels', values: labelsOf(table, variable.column) }
  const read = readColumn(table.columns.get(variable.column) ?? [])
  return read.kind === 'mixed' ? textError(variable.column, read) : read
}

function keyOf(variable: TermVariable): string {
  return `${variable.asFactor ? 'labels' : 'as is'} ${variable.column}`
}

type Cells = readonly (number | string | null)[]

/** Rows in which every column says something. */
function completeRows(rows: number, columns: readonly Cells[]): readonly number[] {
  const gappy = columns.filter((values) => values.includes(null))
  const used: number[] = []
  for (let row = 0; row < rows; row += 1) if (gappy.every((values) => values[row] !== null)) used.push(row)
  return used
}

/** The figures of the used rows; where all are used, the column itself. */
function numbersAt(values: Cells, used: readonly number[]): readonly number[] {
  return isAllNumbers(values) && used.length === values.length ? values : used.map((row) => Number(values[row]))
}

const isAllNumbers = (values: Cells): values is readonly number[] => values.every((value) => typeof value === 'number')

function labelsAt(values: Cells, used: readonly number[]): readonly string[] {
  return isAllLabels(values) && used.length === values.length ? values : used.map((row) => String(values[row]))
}

const isAllLabels = (values: Cells): values is readonly string[] => values.every((value) => typeof value === 'string')

/** Combinations of several columns are levels of their own, named `a:b` as in R. */
function bracketGrouping(
  { grouping, group }: RandomBracket,
  used: readonly number[],
  labelsIn: (column: string) => Cells,
): Grouping {
  const [first = [], ...others] = grouping.map((column) => labelsAt(labelsIn(column), used))
  const labels =
    others.length === 0 ? first : first.map((label, row) => [label, ...others.map((other) => other[row])].join(':'))
  return groupingOf(group, labels)
}
