import { standardOptions } from '#domain/calibration/calibration-options.ts'
import { asShipped, figuresWithoutPanel, figuresWithPanel, type OurMethod, type Parts } from './evidence-figures.ts'
import { goals, type JudgedGoal, judge, type TeamSize, teamSizes } from './evidence-goals.ts'
import { type Measure, measureOf, type Part } from './evidence-measures.ts'
import { scoresBySupervisorZ } from './naive-methods.ts'
import { simulateAgency } from './simulate.ts'

/** How much is tried. */
export interface Effort {
  readonly seeds: readonly number[]
  readonly employees: number
  /** Standard errors by which a goal may be missed: 0 in the full run. */
  readonly allowance: number
}

export type ScenarioName = 'base' | 'hetero'

export interface Cell {
  readonly scenario: ScenarioName
  readonly teamSize: TeamSize
  readonly measures: Readonly<Record<string, Measure>>
}

export interface Control {
  readonly what: string
  readonly judged: JudgedGoal
  /** As it must be: the goal was missed. */
  readonly failed: boolean
}

/** Deviation of real team differences in both scenarios. */
const teamSds: Readonly<Record<ScenarioName, number>> = { base: 2.5, hetero: 6 }
export const panelShares = [0.1, 0.3] as const
const reliability = 0.7

/** Seeds 1, 2, 3 …: nobody chose them. */
export const firstSeeds = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

/** Teams of 5 are nearest to their limits: in the scenario of the goals they get so many times the agencies. */
const narrowMargin = 3

export const seedsOf = ({ seeds }: Pick<Effort, 'seeds'>, scenario: ScenarioName, teamSize: TeamSize) =>
  scenario === 'base' && teamSize === 5 ? firstSeeds(narrowMargin * seeds.length) : seeds

/** One cell of the tables: the same agencies without and with a panel. */
export function runCell(
  scenario: ScenarioName,
  teamSize: TeamSize,
  { seeds, employees }: Pick<Effort, 'seeds' | 'employees'>,
  { method = asShipped, shares = panelShares }: { method?: OurMethod; shares?: readonly number[] } = {},
): Cell {
  const parts = new Map<string, Part[]>()
  const add = (found: Parts) => {
    for (const [name, part] of Object.entries(found)) {
      const known = parts.get(name)
      if (known) known.push(part)
      else parts.set(name, [part])
    }
  }
  for (const seed of seeds) {
    const agency = (panelShare: number) =>
      simulateAgency({ seed, employees, teamSize, panelShare, reliability, teamSd: teamSds[scenario] })
    add(figuresWithoutPanel(agency(0), method))
    for (const share of shares) add(figuresWithPanel(agency(share), method))
  }
  const measures = Object.fromEntries([...parts].map(([name, found]) => [name, measureOf(found)]))
  return { scenario, teamSize, measures }
}

/** All goals of the table for one cell of the base scenario. */
export function judgeCell(cell: Cell, allowance: number): readonly JudgedGoal[] {
  return goals.flatMap((goal) => {
    const measured = cell.measures[goal.measure]
    return measured === undefined ? [] : [judge(goal, cell.teamSize, measured, allowance)]
  })
}

/**
 * Worse methods in the place of ours, each of which must miss a goal; without that a goal proves nothing.
 * They get the same agencies and the same room.
 */
export function runControls(effort: Effort): readonly Control[] {
  const control = (what: string, measure: string, teamSize: TeamSize, method: OurMethod, shares: readonly number[]) => {
    const cell = runCell('base', teamSize, effort, { method, shares })
    const [judged] = judgeCell(cell, effort.allowance).filter(
      ({ title }) => title === goals.find((goal) => goal.measure === measure)?.title,
    )
    if (judged === undefined) throw new Error(`no goal for ${measure}`)
    return { what, judged, failed: !judged.pass }
  }
  const certain = { ...standardOptions, psi: { value: 1, source: 'assumed' } as const }
  const careless = { ...standardOptions.flag, q: 1, points: 0, probability: 0 }
  return [
    control('all of an unexplained difference taken for leniency (psi 1)', 'A coverage', 25, { options: certain }, []),
    control(
      'z-scores per supervisor as our proposal',
      'A K1',
      10,
      { options: standardOptions, scores: (agency) => scoresBySupervisorZ(agency.employees) },
      [],
    ),
    control(
      'every supervisor flagged by the sign of the estimate',
      'B 10% false flags',
      5,
      { options: { ...standardOptions, flag: careless } },
      [0.1],
    ),
  ]
}

/** The whole table: base scenario for the goals, both scenarios for the comparison with naive methods. */
export function runEvidence(effort: Effort, say: (line: string) => void) {
  const cells = (['base', 'hetero'] as const).flatMap((scenario) =>
    teamSizes.map((teamSize) => {
      const seeds = seedsOf(effort, scenario, teamSize)
      say(`Scenario ${scenario}, teams of ${teamSize}: ${seeds.length} agencies …`)
      return runCell(scenario, teamSize, { ...effort, seeds })
    }),
  )
  const judged = cells
    .filter(({ scenario }) => scenario === 'base')
    .flatMap((cell) => judgeCell(cell, effort.allowance))
  say('Negative controls …')
  return { cells, judged, controls: runControls(effort) }
}
