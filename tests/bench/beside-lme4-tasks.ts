import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { seed } from './beside-lme4-goals.ts'
import { type SimulatedAgency, simulateAgency } from './simulate.ts'

export interface Lme4Task {
  readonly name: string
  readonly formula: string
  readonly table: ColumnTable
  readonly isTimed: boolean
}

/**
 * One simulated agency of about 10,000 people under 500 supervisors, as tables: Model A, the same with a slope that differs
 * between supervisors, and the panel's scores with persons and panelists crossed.
 */
export function lme4Tasks(): readonly Lme4Task[] {
  const agency = simulateAgency({
    seed,
    employees: 10_000,
    teamSize: 20,
    panelShare: 0.1,
    reliability: 0.7,
    teamSd: 2.5,
  })
  const people = peopleTable(agency)
  const panel = tableOf({
    score: agency.panel.map(({ score }) => score),
    employee: agency.panel.map(({ employee }) => employee),
    panelist: agency.panel.map(({ panelist }) => panelist),
  })
  const fixed = 'score ~ ach_within + ach_team'
  return [
    { name: 'intercept', formula: `${fixed} + (1 | supervisor)`, table: people, isTimed: true },
    { name: 'slope', formula: `${fixed} + (ach_within | supervisor)`, table: people, isTimed: false },
    { name: 'crossed', formula: 'score ~ 1 + (1 | employee) + (1 | panelist)', table: panel, isTimed: false },
  ]
}

function peopleTable({ employees }: SimulatedAgency): ColumnTable {
  const teams = new Map<string, { sum: number; size: number }>()
  for (const { supervisor, achievement } of employees) {
    const team = teams.get(supervisor) ?? { sum: 0, size: 0 }
    teams.set(supervisor, { sum: team.sum + achievement, size: team.size + 1 })
  }
  const means = employees.map(({ supervisor }) => {
    const team = teams.get(supervisor)
    return team === undefined ? 0 : team.sum / team.size
  })
  return tableOf({
    score: employees.map(({ score }) => score),
    ach_within: employees.map(({ achievement }, row) => achievement - (means[row] ?? 0)),
    ach_team: means,
    supervisor: employees.map(({ supervisor }) => supervisor),
  })
}

const tableOf = (columns: Readonly<Record<string, readonly (number | string)[]>>): ColumnTable => ({
  rows: columns.score?.length ?? 0,
  columns: new Map(Object.entries(columns)),
})
