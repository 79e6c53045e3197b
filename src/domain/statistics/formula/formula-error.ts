/**
 * What is wrong with a formula or with the columns it names, as a closed list. `FormulaError.code` is one of these; the
 * sentence with what to do stands in `model-sentences.ts`.
 */
export type FormulaErrorCode =
  /** There is no `~`, or nothing before it. */
  | 'no-response'
  /** Nothing in brackets with a bar: no grouping, so nothing to compare. */
  | 'no-grouping'
  /** A sign or word where the notation has no place for it. */
  | 'unexpected'
  /** A function other than `factor()`. */
  | 'function'
  /** The formula names a column that the table does not have. */
  | 'unknown-column'
  /** Words in a column that has to hold numbers. */
  | 'text-where-numbers'
  /** The same column differs twice within one grouping. */
  | 'random-term-twice'
  /** A column may only hold two values (a source: 1 or 0). */
  | 'not-two-values'

export interface FormulaError {
  readonly kind: 'formula-error'
  readonly code: FormulaErrorCode
  /** The word, column or option meant. */
  readonly subject: string
  /** Row of the table, counted from 1 without the heading, where a cell is meant. */
  readonly row?: number
  /** The text of the cell, or the columns there are. */
  readonly found?: string
}

/**
 * A tagged error of a formula.
 * @example formulaError('unknown-column', 'skor', { found: 'score, team' }).code // 'unknown-column'
 */
export function formulaError(
  code: FormulaErrorCode,
  subject: string,
  more: { readonly row?: number; readonly found?: string } = {},
): FormulaError {
  return { kind: 'formula-error', code, subject, ...more }
}
