import { AppError } from '#domain/app-error.ts'
import type { FormulaError } from '#domain/statistics/formula/formula-error.ts'

/** What is wrong with a formula or a named column, as the refusal of the whole command: nobody guesses what was meant. */
export function formulaRefusal({ code, subject, row, found }: FormulaError): AppError {
  const cell = { column: subject, row: row ?? 0, value: found ?? '' }
  switch (code) {
    case 'unknown-column':
      return new AppError('E-STATS-COLUMN', { column: subject, columns: found ?? '' })
    case 'text-where-numbers':
      return new AppError('E-STATS-NUMBER', cell)
    case 'not-two-values':
      return new AppError('E-STATS-SOURCE', cell)
    case 'no-response':
      return new AppError('E-STATS-RESPONSE', { part: subject })
    case 'no-grouping':
      return new AppError('E-STATS-GROUPING')
    case 'random-term-twice':
      return new AppError('E-STATS-TWICE', { column: subject })
    case 'function':
      return new AppError('E-STATS-FUNCTION', { name: subject })
    case 'unexpected':
      return new AppError('E-STATS-FORMULA', { part: subject })
  }
}
