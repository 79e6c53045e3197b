import { type ColumnTable, labelOf, type ReadColumn, readColumn } from '#domain/statistics/column-table.ts'
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
  const used = Array.from({ length: table.rows }, (_, i) => i).filter((i) =>
    [...cells.values()].every((values) => values[i] !== null),
  )
  const modelColumn = (variable: TermVariable): ModelColumn => {
    const values = cells.get(keyOf(variable)) ?? []
    return kinds.get(keyOf(variable)) === 'labels'
      ? { kind: 'labels', values: used.map((i) => String(values[i])) }
      : { kind: 'numbers', values: used.map((i) => Number(values[i])) }
  }
  return {
    kind: 'frame',
    used,
    missing: table.rows - used.length,
    input: {
      response: Float64Array.from(used, (i) => Number(response[i])),
      fixed: termColumns(formula.fixed, modelColumn, used.length),
      random: formula.random.map((bracket) => ({
        grouping: bracketGrouping(table, bracket, used),
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
  const row = read.values.findIndex((value) => value !== null && !/^[-+]?[\d.]/.test(value))
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

/** Combinations of several columns are levels of their own, named `a:b` as in R. */
function bracketGrouping(table: ColumnTable, bracket: RandomBracket, used: readonly number[]): Grouping {
  const columns = bracket.grouping.map((column) => labelsOf(table, column))
  return groupingOf(
    bracket.group,
    used.map((i) => columns.map((labels) => labels[i] ?? '').join(':')),
  )
}
