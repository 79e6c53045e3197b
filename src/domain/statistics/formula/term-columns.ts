import { sortedLabels } from '#domain/statistics/column-table.ts'
import type { DesignMatrix } from '#domain/statistics/mixed-model/model-input.ts'
import { type Term, type TermSum, type TermVariable, termKey } from './parse-formula.ts'

/** The complete cells of a column, as the rows of a model use them. */
export type ModelColumn =
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'labels'; readonly values: readonly string[] }

/** A column of the design: its name and one figure per row. */
interface NamedColumn {
  readonly name: string
  readonly values: Float64Array
}

/**
 * The columns a sum of terms stands for, in R's order and with R's treatment coding: a label column is one 0/1 column for
 * every level but the first, the first being the one compared with; where the part of the term without that column is not
 * in the model (no constant, no main effect) every level gets its column. Products multiply; the first factor runs
 * fastest. Names as in R: `x`, `unitB`, `x:unitB`, `factor(x)2`.
 * @example termColumns({ intercept: true, terms: [[unit]] }, columnOf, 3).names // ['(Intercept)', 'unitB']
 */
export function termColumns(
  sum: TermSum,
  columnOf: (variable: TermVariable) => ModelColumn,
  rows: number,
): DesignMatrix {
  const columns: NamedColumn[] = sum.intercept ? [{ name: '(Intercept)', values: new Float64Array(rows).fill(1) }] : []
  const present = new Set(sum.terms.map(termKey))
  // Without a constant the first label column stands in for it, with all its levels.
  const standIn = sum.intercept
    ? undefined
    : sum.terms.find((term) => term.length === 1 && term.some((variable) => columnOf(variable).kind === 'labels'))
  for (const term of sum.terms) {
    const isMarginal = (variable: TermVariable) => {
      const rest = term.filter((other) => other !== variable)
      if (rest.length > 0) return present.has(termKey(rest))
      return sum.intercept || (standIn !== undefined && standIn !== term)
    }
    columns.push(
      ...productColumns(term, (variable) => variableColumns(variable, columnOf(variable), isMarginal(variable))),
    )
  }
  const width = columns.length
  const values = new Float64Array(rows * width)
  columns.forEach((column, k) => {
    for (let i = 0; i < rows; i += 1) values[i * width + k] = column.values[i] as number
  })
  return { names: columns.map((column) => column.name), rows, values }
}

function productColumns(term: Term, columnsOf: (variable: TermVariable) => readonly NamedColumn[]): NamedColumn[] {
  return term.map(columnsOf).reduce<NamedColumn[]>((product, next, index) => {
    if (index === 0) return [...next]
    return next.flatMap((second) =>
      product.map((first) => ({
        name: `${first.name}:${second.name}`,
        values: first.values.map((value, i) => value * (second.values[i] as number)),
      })),
    )
  }, [])
}

function variableColumns(variable: TermVariable, column: ModelColumn, compared: boolean): NamedColumn[] {
  const name = variable.asFactor ? `factor(${variable.column})` : variable.column
  if (column.kind === 'numbers') return [{ name, values: new Float64Array(column.values) }]
  const levels = sortedLabels(column.values)
  // A single level says nothing: its column equals the constant and is left out, with its name, by the fit.
  const shown = compared && levels.length > 1 ? levels.slice(1) : levels
  return shown.map((level) => ({
    name: `${name}${level}`,
    values: Float64Array.from(column.values, (value) => (value === level ? 1 : 0)),
  }))
}
