import { type SeededFigures, seededFigures } from '#tests/support/seeded-normals.ts'

/** How an agency is made (calibration guide 6.1). Units: points on 0–100. */
export interface Scenario {
  readonly seed: number
  readonly employees: number
  /** Mean team size; sizes are Poisson around it, at least 2. */
  readonly teamSize: number
  /** Share of the employees a blind panel scores again. */
  readonly panelShare: number
  /** Reliability of the achievement index. */
  readonly reliability: number
  /** Deviation of real team differences: 2.5, and 6 in the scenario "hetero". */
  readonly teamSd: number
}

export interface SimulatedSupervisor {
  readonly id: string
  readonly leniency: number
  /** How far the supervisor stretches the team's real differences; below 1: compressed. */
  readonly slope: number
  /** 0: criteria judged one by one; 1: one impression for all. */
  readonly halo: number
  readonly favours: boolean
}

export interface SimulatedEmployee {
  readonly id: string
  readonly supervisor: string
  readonly unit: string
  /** True performance, which nobody sees. */
  readonly truth: number
  readonly achievement: number
  readonly criteria: readonly number[]
  /** Mean of the criteria. */
  readonly score: number
  readonly isDeclaredClose: boolean
  /** Points given for closeness (+6) or taken without reason (−6); 0 for most. */
  readonly favour: number
}

export interface SimulatedPanelScore {
  readonly employee: string
  readonly panelist: string
  readonly score: number
}

export interface SimulatedAgency {
  readonly scenario: Scenario
  readonly supervisors: readonly SimulatedSupervisor[]
  readonly employees: readonly SimulatedEmployee[]
  readonly panel: readonly SimulatedPanelScore[]
  /** Points each panelist adds. */
  readonly severities: readonly number[]
}

const shape = {
  level: 75,
  unitSd: 1.5,
  personSd: 6,
  /** Teams to a unit. The guide does not say how many; it hardly matters beside the teams' own differences. */
  teamsPerUnit: 5,
  achievementSlope: 1.2,
  sharedNoise: 0.2,
  leniencySd: 4,
  raterNoise: 3,
  criteria: 5,
  criterionSd: 3,
  close: 0.12,
  declared: 0.6,
  favour: 6,
  penalised: 0.03,
  panelists: 10,
  perDossier: 2,
  severitySd: 2,
  panelNoise: 4,
} as const

/**
 * An agency whose true performances, leniencies and favours are known, so that a method can be held against the truth.
 * The same scenario gives the same agency, to the last digit.
 */
export function simulateAgency(scenario: Scenario): SimulatedAgency {
  const figures = seededFigures(scenario.seed)
  const teams = Math.max(2, Math.round(scenario.employees / scenario.teamSize))
  const units = Array.from({ length: Math.ceil(teams / shape.teamsPerUnit) }, () => shape.unitSd * figures.normal())
  const made = Array.from({ length: teams }, (_, team) => {
    const unit = Math.floor(team / shape.teamsPerUnit)
    const supervisor = drawSupervisor(figures, team)
    return { supervisor, people: drawTeam(figures, scenario, { team, unit, unitEffect: units[unit] ?? 0, supervisor }) }
  })
  const employees = made.flatMap(({ people }) => people)
  const severities = Array.from({ length: shape.panelists }, () => shape.severitySd * figures.normal())
  const panel = drawPanel(figures, employees, severities, scenario.panelShare)
  return { scenario, supervisors: made.map(({ supervisor }) => supervisor), employees, panel, severities }
}

function drawSupervisor(figures: SeededFigures, team: number): SimulatedSupervisor {
  return {
    id: `S${String(team + 1).padStart(4, '0')}`,
    leniency: shape.leniencySd * figures.normal(),
    slope: limited(Math.exp(-0.15 + 0.25 * figures.normal()), 0.4, 1.3),
    halo: drawBeta(figures, 4, 3),
    favours: figures.uniform() < 0.5,
  }
}

interface TeamPlace {
  readonly team: number
  readonly unit: number
  readonly unitEffect: number
  readonly supervisor: SimulatedSupervisor
}

function drawTeam(figures: SeededFigures, scenario: Scenario, place: TeamPlace): SimulatedEmployee[] {
  const { supervisor } = place
  const size = Math.max(2, drawPoisson(figures, scenario.teamSize))
  const centre = shape.level + place.unitEffect + scenario.teamSd * figures.normal()
  const truths = Array.from({ length: size }, () => centre + shape.personSd * figures.normal())
  const mean = truths.reduce((sum, truth) => sum + truth / size, 0)
  const noiseSd = Math.sqrt(achievementNoise(scenario))
  const shared = Math.sqrt(shape.sharedNoise) * noiseSd * figures.normal()
  return truths.map((truth, index) => {
    const own = Math.sqrt(1 - shape.sharedNoise) * noiseSd * figures.normal()
    const isClose = figures.uniform() < shape.close
    const isDeclaredClose = isClose && figures.uniform() < shape.declared
    const favour = drawFavour(figures, isClose, supervisor.favours)
    const noise = shape.raterNoise * figures.normal()
    const core = mean + supervisor.slope * (truth - mean) + supervisor.leniency + favour + noise
    const criteria = Array.from({ length: shape.criteria }, () => {
      const apart = shape.criterionSd * figures.normal() + shape.criterionSd * figures.normal()
      return limited(Math.round(core + (1 - supervisor.halo) * apart), 0, 100)
    })
    return {
      id: `E${String(place.team + 1).padStart(4, '0')}-${String(index + 1).padStart(3, '0')}`,
      supervisor: supervisor.id,
      unit: `U${String(place.unit + 1).padStart(3, '0')}`,
      truth,
      achievement: 100 + shape.achievementSlope * (truth - shape.level) + shared + own,
      criteria,
      score: criteria.reduce((sum, mark) => sum + mark, 0) / criteria.length,
      isDeclaredClose,
      favour,
    }
  })
}

/** Variance of the achievement's noise, so that its reliability is the scenario's. */
function achievementNoise({ reliability, teamSd }: Scenario): number {
  const real = shape.unitSd ** 2 + teamSd ** 2 + shape.personSd ** 2
  return (shape.achievementSlope ** 2 * real * (1 - reliability)) / reliability
}

function drawFavour(figures: SeededFigures, isClose: boolean, favours: boolean): number {
  if (isClose) return favours ? shape.favour : 0
  return figures.uniform() < shape.penalised ? -shape.favour : 0
}

/** Every k-th of the list sorted by team, from a random start; two panelists each. */
function drawPanel(
  figures: SeededFigures,
  employees: readonly SimulatedEmployee[],
  severities: readonly number[],
  share: number,
): SimulatedPanelScore[] {
  if (share <= 0) return []
  const start = figures.uniform() / share
  const scores: SimulatedPanelScore[] = []
  for (let place = start; place < employees.length; place += 1 / share) {
    const employee = employees[Math.floor(place)]
    if (employee === undefined) continue
    const first = figures.below(shape.panelists)
    const second = (first + 1 + figures.below(shape.panelists - 1)) % shape.panelists
    for (const panelist of [first, second].slice(0, shape.perDossier)) {
      const score = employee.truth + (severities[panelist] ?? 0) + shape.panelNoise * figures.normal()
      scores.push({ employee: employee.id, panelist: `P${panelist + 1}`, score: limited(Math.round(score), 0, 100) })
    }
  }
  return scores
}

const limited = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** How many events fall into one step (Knuth 1969: multiplies uniform figures until they fall below e^−mean). */
function drawPoisson(figures: SeededFigures, mean: number): number {
  const limit = Math.exp(-mean)
  let count = -1
  for (let product = 1; product > limit; product *= figures.uniform()) count += 1
  return count
}

/** The share of one gamma figure in the sum of two. */
function drawBeta(figures: SeededFigures, first: number, second: number): number {
  const a = drawGamma(figures, first)
  return a / (a + drawGamma(figures, second))
}

/** Marsaglia and Tsang 2000; shape at least 1. */
function drawGamma(figures: SeededFigures, form: number): number {
  const d = form - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = figures.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - figures.uniform()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
