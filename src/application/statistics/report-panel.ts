import type { ColumnTable } from '#domain/statistics/column-table.ts'
import type { ModelRefusal } from '#domain/statistics/model-refusal.ts'
import type { ModelNote } from '#domain/statistics/model-sentences.ts'
import { type PanelColumns, panelModelOfTable } from '#domain/statistics/panel-model-of-table.ts'
import { formulaRefusal } from './formula-refusal.ts'

/**
 * Model B of a table with a supervisor's or a panelist's score in every row: leniency and quality of every team, merit of
 * every employee, and how far the supervisor's score lies from what all other scores say (`deletionZ`; null for employees
 * without one). Rows with an empty named cell are left out and counted in `dropped`.
 * Where the data cannot tell, every figure is null or empty and `refusal` says why.
 */
export function reportPanel(table: ColumnTable, columns: PanelColumns) {
  const fit = panelModelOfTable(table, columns)
  if (fit.kind === 'formula-error') throw formulaRefusal(fit)
  if (fit.kind === 'cannot-tell') return { ...nothing, nobs: fit.n, dropped: fit.missing, refusal: fit }
  const notes: readonly ModelNote[] = [...fit.warnings, ...(fit.missing > 0 ? (['rows-left-out'] as const) : [])]
  return {
    nobs: fit.nobs,
    dropped: fit.missing,
    logLik: fit.logLik,
    variance: fit.variance,
    fixed: fit.fixed,
    inflation: fit.inflation,
    teams: fit.teams,
    employees: fit.employees.map(({ deletion, ...employee }) => ({
      ...employee,
      deletionZ: deletion?.z ?? null,
      deletionResidual: deletion?.residual ?? null,
      deletionSd: deletion?.sd ?? null,
    })),
    droppedColumns: fit.dropped,
    notes,
    refusal: null,
  }
}

interface NoPanelFit {
  readonly logLik: null
  readonly variance: null
  readonly fixed: readonly never[]
  readonly inflation: null
  readonly teams: readonly never[]
  readonly employees: readonly never[]
  readonly droppedColumns: readonly string[]
  readonly notes: readonly ModelNote[]
  readonly refusal: ModelRefusal | null
}

const nothing: NoPanelFit = {
  logLik: null,
  variance: null,
  fixed: [],
  inflation: null,
  teams: [],
  employees: [],
  droppedColumns: [],
  notes: [],
  refusal: null,
}
