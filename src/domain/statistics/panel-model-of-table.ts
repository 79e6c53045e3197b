import type { ColumnTable } from './column-table.ts'
import { type FormulaError, formulaError } from './formula/formula-error.ts'
import { labelsOf, numbersOf, unknownColumn } from './formula/model-frame.ts'
import type { ModelRefusal } from './model-refusal.ts'
import { fitPanelModel, type PanelFit } from './panel-model/fit-panel-model.ts'
import type { PanelRow } from './panel-model/panel-input.ts'

/** Which column of a table is what. `source` says 1 (or true, yes, supervisor) for a supervisor's score. */
export interface PanelColumns {
  readonly response: string
  readonly employee: string
  readonly team: string
  readonly source: string
  readonly panelist?: string
  readonly covariates?: readonly string[]
}

/** A fit of Model B, with what became of the table's rows. */
export interface TablePanelFit extends PanelFit {
  /** Rows left out because a named column says nothing there. */
  readonly missing: number
}

const supervisorWords: ReadonlySet<string> = new Set(['1', 'true', 't', 'yes', 'y', 'ya', 'supervisor', 'atasan'])
const panelWords: ReadonlySet<string> = new Set(['0', 'false', 'f', 'no', 'n', 'tidak', 'panel', 'panelist', 'panelis'])

/**
 * Model B of any table with stacked rows. Rows with nothing in a named column are left out and counted (a panelist is
 * asked for in panel rows only); covariates have to be numbers and enter alone and times source.
 * @example panelModelOfTable(table, { response: 'y', employee: 'employee', team: 'team', source: 'is_supervisor' })
 */
export function panelModelOfTable(
  table: ColumnTable,
  columns: PanelColumns,
): TablePanelFit | ModelRefusal | FormulaError {
  const covariates = [...new Set(columns.covariates ?? [])]
  const named = [columns.response, columns.employee, columns.team, columns.source, ...covariates]
  const unknown = [...named, ...(columns.panelist === undefined ? [] : [columns.panelist])].find(
    (column) => !table.columns.has(column),
  )
  if (unknown !== undefined) return unknownColumn(table, unknown)
  const response = numbersOf(table, columns.response)
  if ('kind' in response) return response
  const figures: (readonly (number | null)[])[] = []
  for (const column of covariates) {
    const values = numbersOf(table, column)
    if ('kind' in values) return values
    figures.push(values)
  }
  const sources = readSources(labelsOf(table, columns.source), columns.source)
  if ('kind' in sources) return sources
  const rows = tableRows(table, columns, { response, figures, sources })
  const fit = fitPanelModel({ rows, covariates })
  return fit.kind === 'fitted' ? { ...fit, missing: table.rows - rows.length } : fit
}

/** True for a supervisor's row, false for a panel's, null where nothing stands; any other word is an error. */
function readSources(labels: readonly (string | null)[], column: string): readonly (boolean | null)[] | FormulaError {
  const isKnown = (word: string) => supervisorWords.has(word) || panelWords.has(word)
  const row = labels.findIndex((label) => label !== null && !isKnown(label.toLowerCase()))
  if (row >= 0) return formulaError('not-two-values', column, { row: row + 1, found: labels[row] ?? '' })
  return labels.map((label) => (label === null ? null : supervisorWords.has(label.toLowerCase())))
}

interface ReadCells {
  readonly response: readonly (number | null)[]
  readonly figures: readonly (readonly (number | null)[])[]
  readonly sources: readonly (boolean | null)[]
}

function tableRows(table: ColumnTable, columns: PanelColumns, cells: ReadCells): PanelRow[] {
  const employees = labelsOf(table, columns.employee)
  const teams = labelsOf(table, columns.team)
  const panelists = columns.panelist === undefined ? null : labelsOf(table, columns.panelist)
  const rows: PanelRow[] = []
  for (let i = 0; i < table.rows; i += 1) {
    const covariates = cells.figures.map((values) => values[i] ?? null)
    const response = cells.response[i] ?? null
    const isSupervisor = cells.sources[i] ?? null
    const employee = employees[i] ?? null
    const team = teams[i] ?? null
    const panelist = isSupervisor === false && panelists !== null ? (panelists[i] ?? null) : null
    if (response === null || isSupervisor === null || employee === null || team === null) continue
    if (covariates.some((value) => value === null)) continue
    if (isSupervisor === false && panelists !== null && panelist === null) continue
    rows.push({ employee, team, isSupervisor, panelist, response, covariates: covariates.map(Number) })
  }
  return rows
}
