import { type GroupCodes, groupCodes } from '#domain/statistics/column-table.ts'
import type { DesignMatrix } from '#domain/statistics/mixed-model/model-input.ts'
import type { PanelInput, PanelRow } from './panel-input.ts'

/** The fixed part of Model B, with what a row without supervisor and with every panelist's equal share looks like. */
export interface PanelDesign {
  readonly columns: DesignMatrix
  readonly panelists: readonly string[]
}

/**
 * The columns of Model B (calibration guide 3): a level for supervisors, one for each panelist (or a constant, where
 * panelists are not told apart), every covariate alone and times "is a supervisor's score".
 * @example panelDesign({ rows, covariates: ['ach'] }).columns.names // ['is_supervisor', 'panelist 1', 'ach', 'is_supervisor:ach']
 */
export function panelDesign(input: PanelInput): PanelDesign {
  const panelists = groupCodes(
    input.rows.flatMap((row) => (row.panelist === null || row.isSupervisor ? [] : [row.panelist])),
  )
  const place = new Map(panelists.levels.map((level, index) => [level, index]))
  const levels = panelists.levels.length
  const lead =
    levels === 0
      ? ['(Intercept)', 'is_supervisor']
      : ['is_supervisor', ...panelists.levels.map((name) => `panelist ${name}`)]
  const names = [...lead, ...input.covariates, ...input.covariates.map((name) => `is_supervisor:${name}`)]
  const width = names.length
  const values = new Float64Array(input.rows.length * width)
  input.rows.forEach((row, i) => {
    const at = i * width
    if (levels === 0) {
      values[at] = 1
      values[at + 1] = row.isSupervisor ? 1 : 0
    } else if (row.isSupervisor) values[at] = 1
    else values[at + 1 + (place.get(row.panelist ?? '') ?? 0)] = 1
    writeCovariates(values, at + lead.length, row)
  })
  return { columns: { names, rows: input.rows.length, values }, panelists: panelists.levels }
}

function writeCovariates(values: Float64Array, at: number, row: PanelRow): void {
  const count = row.covariates.length
  row.covariates.forEach((value, k) => {
    values[at + k] = value
    if (row.isSupervisor) values[at + count + k] = value
  })
}

/**
 * Writes the row of the fixed part that stands for "this employee, scored by the whole panel": every panelist weighs the
 * same, no supervisor. `covariates` are the employee's, in the order of the input.
 */
export function writePanelRow(design: PanelDesign, covariates: ArrayLike<number>, row: Float64Array): void {
  const panelists = design.panelists.length
  row.fill(0)
  if (panelists === 0) row[0] = 1
  else row.fill(1 / panelists, 1, 1 + panelists)
  row.set(covariates, panelists === 0 ? 2 : 1 + panelists)
}

/** Teams and employees of the rows; an employee who turns up in two teams counts as one person in each. */
export interface PanelPeople {
  readonly teams: GroupCodes
  readonly employees: readonly { readonly employee: string; readonly team: number; readonly rows: readonly number[] }[]
  /** Employees found in more than one team. */
  readonly divided: readonly string[]
}

/** Who the rows are about, teams and employees in `compareLabels` order. */
export function panelPeople(input: PanelInput): PanelPeople {
  const teams = groupCodes(input.rows.map((row) => row.team))
  const names = groupCodes(input.rows.map((row) => row.employee))
  const found = new Map<string, { employee: string; team: number; rows: number[] }>()
  input.rows.forEach((row, i) => {
    const team = teams.codes[i] as number
    const key = `${names.codes[i]} ${team}`
    const entry = found.get(key)
    if (entry === undefined) found.set(key, { employee: row.employee, team, rows: [i] })
    else entry.rows.push(i)
  })
  const order = new Map(names.levels.map((name, index) => [name, index]))
  const employees = [...found.values()].toSorted(
    (a, b) => (order.get(a.employee) ?? 0) - (order.get(b.employee) ?? 0) || a.team - b.team,
  )
  const divided = employees.flatMap((one, index) =>
    employees[index - 1]?.employee === one.employee ? [one.employee] : [],
  )
  return { teams, employees, divided: [...new Set(divided)] }
}
