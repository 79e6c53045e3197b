import { type ColumnTable, groupCodes, readColumn } from './column-table.ts'
import { type FormulaError, formulaError } from './formula/formula-error.ts'
import { labelsOf, numbersOf, unknownColumn } from './formula/model-frame.ts'
import type { TableRefusal } from './mixed-model-of-table.ts'
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
 * asked for in panel rows only). Covariates enter alone and times source; words among them as in a formula, as differences
 * from their first level.
 * @example panelModelOfTable(table, { response: 'y', employee: 'employee', team: 'team', source: 'is_supervisor' })
 */
export function panelModelOfTable(
  table: ColumnTable,
  columns: PanelColumns,
): TablePanelFit | TableRefusal | FormulaError {
  const covariates = [...new Set(columns.covariates ?? [])]
  const named = [columns.response, columns.employee, columns.team, columns.source, ...covariates]
  const unknown = [...named, ...(columns.panelist === undefined ? [] : [columns.panelist])].find(
    (column) => !table.columns.has(column),
  )
  if (unknown !== undefined) return unknownColumn(table, unknown)
  const response = numbersOf(table, columns.response)
  if ('kind' in response) return response
  const cells: CovariateCells[] = []
  for (const column of covariates) {
    const read = covariateOf(table, column)
    if (read.kind === 'formula-error') return read
    cells.push(read)
  }
  const sources = readSources(labelsOf(table, columns.source), columns.source)
  if ('kind' in sources) return sources
  const used = completeRows(table, columns, { response, cells, sources })
  const parts = cells.map((read) => covariateColumns(read, used))
  const rows = used.map((row, place) => ({
    ...row.scored,
    covariates: parts.flatMap(({ values }) => values[place] ?? []),
  }))
  const fit = fitPanelModel({ rows, covariates: parts.flatMap(({ names }) => names) })
  return { ...fit, missing: table.rows - rows.length }
}

/** True for a supervisor's row, false for a panel's, null where nothing stands; any other word is an error. */
function readSources(labels: readonly (string | null)[], column: string): readonly (boolean | null)[] | FormulaError {
  const isKnown = (word: string) => supervisorWords.has(word) || panelWords.has(word)
  const row = labels.findIndex((label) => label !== null && !isKnown(label.toLowerCase()))
  if (row >= 0) return formulaError('not-two-values', column, { row: row + 1, found: labels[row] ?? '' })
  return labels.map((label) => (label === null ? null : supervisorWords.has(label.toLowerCase())))
}

/** A covariate as its column holds it: figures, or labels for treatment coding. */
interface CovariateCells {
  readonly kind: 'numbers' | 'labels'
  readonly column: string
  readonly values: readonly (number | string | null)[]
}

function covariateOf(table: ColumnTable, column: string): CovariateCells | FormulaError {
  const read = readColumn(table.columns.get(column) ?? [])
  if (read.kind === 'labels') return { kind: 'labels', column, values: read.values }
  const values = numbersOf(table, column)
  return 'kind' in values ? values : { kind: 'numbers', column, values }
}

/** The covariate's columns over the used rows: itself, or a 0/1 column for every label but the first, as in a formula. */
function covariateColumns({ kind, column, values }: CovariateCells, used: readonly UsedRow[]) {
  if (kind === 'numbers') return { names: [column], values: used.map(({ row }) => [Number(values[row])]) }
  const { levels, codes } = groupCodes(used.map(({ row }) => String(values[row])))
  const others = levels.slice(1)
  return {
    names: others.map((level) => `${column}${level}`),
    values: used.map((_, place) => others.map((_level, k) => (codes[place] === k + 1 ? 1 : 0))),
  }
}

interface ReadCells {
  readonly response: readonly (number | null)[]
  readonly cells: readonly CovariateCells[]
  readonly sources: readonly (boolean | null)[]
}

/** A row of the table with something in every cell that matters. */
interface UsedRow {
  readonly row: number
  readonly scored: Omit<PanelRow, 'covariates'>
}

function completeRows(table: ColumnTable, columns: PanelColumns, read: ReadCells): UsedRow[] {
  const employees = labelsOf(table, columns.employee)
  const teams = labelsOf(table, columns.team)
  const panelists = columns.panelist === undefined ? null : labelsOf(table, columns.panelist)
  const rows: UsedRow[] = []
  for (let row = 0; row < table.rows; row += 1) {
    const response = read.response[row] ?? null
    const isSupervisor = read.sources[row] ?? null
    const employee = employees[row] ?? null
    const team = teams[row] ?? null
    const panelist = isSupervisor === false && panelists !== null ? (panelists[row] ?? null) : null
    if (response === null || isSupervisor === null || employee === null || team === null) continue
    if (read.cells.some(({ values }) => (values[row] ?? null) === null)) continue
    if (isSupervisor === false && panelists !== null && panelist === null) continue
    rows.push({ row, scored: { employee, team, isSupervisor, panelist, response } })
  }
  return rows
}
