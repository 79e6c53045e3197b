import type { StandardisedDesign } from '#domain/statistics/mixed-model/standardised-design.ts'
import { addScaled, dot, quadraticForm } from '#domain/statistics/numeric/vector.ts'
import { type PanelDesign, type PanelPeople, writePanelRow } from './panel-design.ts'
import type { PanelInput } from './panel-input.ts'
import { type FactoredPanel, type PatternWeights, type TeamBlock, teamBlock, teamVectors } from './panel-likelihood.ts'
import type { PanelSums } from './panel-sums.ts'

/** A supervisor's leniency and the real quality of the team, each with its standard deviation of prediction. */
export interface TeamPrediction {
  readonly team: string
  readonly leniency: number
  readonly leniencySd: number
  readonly quality: number
  readonly qualitySd: number
}

export interface EmployeePrediction {
  readonly employee: string
  readonly team: string
  /** What sets the employee apart in the team, beyond what the covariates say. */
  readonly merit: number
  readonly meritSd: number
  /** What all evidence together suggests: the score an average panel would give (K2, advice only). */
  readonly expected: number
  readonly expectedSd: number
  /** The supervisor's score against what all other scores say about it; null without one, or with nothing to compare. */
  readonly deletion: { readonly residual: number; readonly sd: number; readonly z: number } | null
}

/** The fitted setting, and everything the predictions share. */
export interface FittedPanel {
  readonly design: StandardisedDesign
  readonly columns: PanelDesign
  readonly input: PanelInput
  readonly people: PanelPeople
  readonly sums: PanelSums
  readonly factored: FactoredPanel
  /** Standardised coefficients of what ordinary least squares left. */
  readonly coefficients: Float64Array
  /** Inverse of X'V⁻¹X relative to the common variance; full. */
  readonly inverse: Float64Array
  /** The common variance, standardised. */
  readonly variance: number
  /** Coefficients of the user's kept columns. */
  readonly beta: Float64Array
  /** Places of the kept columns among all columns of the design. */
  readonly kept: readonly number[]
}

interface TeamState {
  readonly block: TeamBlock
  /** U'A⁻¹X, per row of U. */
  readonly supervisor: Float64Array
  readonly all: Float64Array
  /** U'A⁻¹r and U'V⁻¹r. */
  readonly residual: readonly [number, number]
  readonly reduced: readonly [number, number]
  readonly leniency: TeamEffect
  readonly quality: TeamEffect
  /** (I − HK) applied to quality's row of U, and the team's X-part of it. */
  readonly qualityWeights: readonly [number, number]
  readonly qualityReach: Float64Array
}

interface TeamEffect {
  readonly estimate: number
  readonly sd: number
}

type TeamCore = Pick<TeamState, 'block' | 'supervisor' | 'all' | 'residual' | 'reduced'>

/** Room for the figures of one employee, used over and over: arrays of their own would cost more than the figures. */
interface Room {
  readonly reach: Float64Array
  readonly away: Float64Array
  readonly full: Float64Array
  readonly raw: Float64Array
  readonly covariates: Float64Array
}

type Work = FittedPanel & { readonly room: Room }

/**
 * Predictions of Model B (calibration guide 3.1): leniency and quality per team, merit and expected score per employee,
 * the deletion residual of the supervisor's score. Deviations are those of prediction: the uncertainty of the
 * coefficients is in them.
 */
export function panelPredictions(fitted: FittedPanel): {
  readonly teams: readonly TeamPrediction[]
  readonly employees: readonly EmployeePrediction[]
} {
  const columns = fitted.coefficients.length
  const room: Room = {
    reach: new Float64Array(columns + 1),
    away: new Float64Array(columns),
    full: new Float64Array(fitted.columns.columns.names.length),
    raw: new Float64Array(columns),
    covariates: new Float64Array(fitted.input.covariates.length),
  }
  const work: Work = { ...fitted, room }
  const states = fitted.sums.teams.map((_, team) => teamState(fitted, team))
  return {
    teams: states.map(({ leniency, quality }, team) => ({
      team: fitted.people.teams.levels[team] ?? '',
      leniency: leniency.estimate,
      leniencySd: leniency.sd,
      quality: quality.estimate,
      qualitySd: quality.sd,
    })),
    employees: fitted.people.employees.flatMap((one, index) => {
      const state = states[one.team]
      const weight = fitted.factored.weights[fitted.sums.employees.pattern[index] as number]
      if (state === undefined || weight === undefined) return []
      return [predictEmployee(work, state, weight, index)]
    }),
  }
}

function teamState(fitted: FittedPanel, team: number): TeamState {
  const { sums, factored, coefficients } = fitted
  const parts = sums.teams[team] ?? []
  const supervisor = new Float64Array(sums.width)
  const all = new Float64Array(sums.width)
  teamVectors(parts, factored.weights, supervisor, all)
  const block = teamBlock(parts, factored.weights, factored.variances)
  const residual = [leftOf(supervisor, coefficients), leftOf(all, coefficients)] as const
  const [first, second] = throughH(block, residual)
  const reduced = [
    residual[0] - block.k11 * first - block.k12 * second,
    residual[1] - block.k12 * first - block.k22 * second,
  ] as const
  const core: TeamCore = { block, supervisor, all, residual, reduced }
  const qualityWeights = afterTeam(block, [0, 1])
  return {
    ...core,
    leniency: teamEffect(fitted, core, [1, 0], factored.variances.leniency),
    quality: teamEffect(fitted, core, [0, 1], factored.variances.team),
    qualityWeights,
    qualityReach: supervisor.map((value, k) => qualityWeights[0] * value + qualityWeights[1] * (all[k] as number)),
  }
}

/** Response minus columns × coefficients, of a vector (from `at`) that holds both. */
function leftOf(vector: Float64Array, coefficients: Float64Array, at = 0): number {
  const columns = coefficients.length
  return (vector[at + columns] as number) - dot(vector, at, coefficients, 0, columns)
}

function throughH(block: TeamBlock, pair: readonly [number, number]): readonly [number, number] {
  return [block.h11 * pair[0] + block.h12 * pair[1], block.h12 * pair[0] + block.h22 * pair[1]]
}

/** v'U'A⁻¹X-row minus its part through the team: Σ weights × the team's vectors. */
function minusTeam(into: Float64Array, state: TeamState, pair: readonly [number, number]): void {
  const [first, second] = throughH(state.block, pair)
  for (let k = 0; k < into.length; k += 1)
    into[k] = (into[k] as number) - first * (state.supervisor[k] as number) - second * (state.all[k] as number)
}

/** (I − HK) applied to a pair: how U'A⁻¹X becomes U'V⁻¹X. */
function afterTeam(block: TeamBlock, pair: readonly [number, number]): readonly [number, number] {
  const [first, second] = [block.k11 * pair[0] + block.k12 * pair[1], block.k12 * pair[0] + block.k22 * pair[1]]
  const [one, two] = throughH(block, [first, second])
  return [pair[0] - one, pair[1] - two]
}

/** One of the two effects of a team; `pick` says which row of U carries it. */
function teamEffect(
  fitted: FittedPanel,
  state: TeamCore,
  pick: readonly [number, number],
  relative: number,
): TeamEffect {
  const { block } = state
  const columns = fitted.coefficients.length
  const weights = afterTeam(block, pick)
  const known =
    weights[0] * (block.k11 * pick[0] + block.k12 * pick[1]) + weights[1] * (block.k12 * pick[0] + block.k22 * pick[1])
  const reach = new Float64Array(columns)
  for (let k = 0; k < columns; k += 1)
    reach[k] = -relative * (weights[0] * (state.supervisor[k] as number) + weights[1] * (state.all[k] as number))
  const spread = relative - relative ** 2 * known + quadraticForm(fitted.inverse, columns, reach)
  return {
    estimate: fitted.design.responseUnit * relative * (pick[0] * state.reduced[0] + pick[1] * state.reduced[1]) + 0,
    sd: deviation(fitted, spread),
  }
}

function deviation(fitted: FittedPanel, relative: number): number {
  return fitted.design.responseUnit * Math.sqrt(fitted.variance * Math.max(0, relative))
}

function predictEmployee(work: Work, state: TeamState, weight: PatternWeights, index: number): EmployeePrediction {
  const { factored, people, design, sums, room, coefficients } = work
  const { reach, away } = room
  const { employee: relative } = factored.variances
  const person = people.employees[index]
  const columns = coefficients.length
  const at = index * 2 * sums.width
  const means = sums.employees.rows
  const supervisorShare = weight.supervisorPrecision / weight.shrink
  const panelShare = weight.panelPrecision / weight.shrink
  const pair = [supervisorShare, supervisorShare + panelShare] as const
  // 1'A⁻¹[X y] of the employee, then 1'V⁻¹[X y].
  for (let k = 0; k <= columns; k += 1)
    reach[k] = supervisorShare * (means[at + k] as number) + panelShare * (means[at + sums.width + k] as number)
  minusTeam(reach, state, pair)
  const merit = relative * leftOf(reach, coefficients)
  const [p1, p2] = throughH(state.block, pair)
  const known = pair[1] - pair[0] * p1 - pair[1] * p2
  for (let k = 0; k < columns; k += 1) away[k] = -relative * (reach[k] as number)
  const meritSpread = relative - relative ** 2 * known + quadraticForm(work.inverse, columns, away)
  const expected = expectedScore(work, state, { known, pair, index, merit })
  return {
    employee: person?.employee ?? '',
    team: people.teams.levels[person?.team ?? -1] ?? '',
    merit: design.responseUnit * merit + 0,
    meritSd: deviation(work, meritSpread),
    expected: expected.score,
    expectedSd: expected.sd,
    deletion: strongest((person?.rows ?? []).map((row) => deletionOf(work, state, weight, { row, at }))),
  }
}

interface EmployeeState {
  readonly known: number
  readonly pair: readonly [number, number]
  readonly index: number
  readonly merit: number
}

/** x0'β + quality + merit, and its standard deviation of prediction. */
function expectedScore(work: Work, state: TeamState, own: EmployeeState) {
  const { design, room, coefficients } = work
  const columns = coefficients.length
  const { raw, away, reach } = room
  writeExpectedRow(work, own.index)
  const { employee: relative, team: teamRelative } = work.factored.variances
  // Covariance of quality and merit given the data runs through the team's block.
  const [q1, q2] = state.qualityWeights
  const known =
    teamRelative ** 2 * (q1 * state.block.k12 + q2 * state.block.k22) +
    2 * teamRelative * relative * (q1 * own.pair[0] + q2 * own.pair[1]) +
    relative ** 2 * own.known
  away.fill(0)
  for (let c = 0; c < columns; c += 1)
    addScaled(away, 0, design.back, c * columns, columns, (raw[c] as number) / design.responseUnit)
  addScaled(away, 0, state.qualityReach, 0, columns, -teamRelative)
  addScaled(away, 0, reach, 0, columns, -relative)
  const spread = teamRelative + relative - known + quadraticForm(work.inverse, columns, away)
  return {
    score: dot(raw, 0, work.beta, 0, columns) + state.quality.estimate + design.responseUnit * own.merit,
    sd: deviation(work, spread),
  }
}

/** Writes the kept columns of "this employee, scored by the whole panel" into `room.raw`. */
function writeExpectedRow(work: Work, index: number): void {
  const { covariates, full, raw } = work.room
  const rows = work.people.employees[index]?.rows ?? []
  covariates.fill(0)
  for (const row of rows)
    for (let k = 0; k < covariates.length; k += 1)
      covariates[k] = (covariates[k] as number) + (work.input.rows[row]?.covariates[k] ?? 0) / rows.length
  writePanelRow(work.columns, covariates, full)
  for (let k = 0; k < raw.length; k += 1) raw[k] = full[work.kept[k] ?? 0] as number
}

type Deletion = EmployeePrediction['deletion']

/** Of several supervisors' scores the one that stands out most. */
function strongest(all: readonly Deletion[]): Deletion {
  return all.reduce((best, one) => {
    if (one === null || best === null) return best ?? one
    return Math.abs(one.z) > Math.abs(best.z) ? one : best
  }, null)
}

/** The deletion residual of a supervisor's row (calibration guide 2.4, with P from V); null for panel rows. */
function deletionOf(
  work: Work,
  state: TeamState,
  weight: PatternWeights,
  place: { readonly row: number; readonly at: number },
): Deletion {
  const { factored, input, design, coefficients, sums } = work
  const source = input.rows[place.row]
  if (source?.isSupervisor !== true) return null
  const columns = coefficients.length
  const { employee, supervisorResidual } = factored.variances
  const precision = (source.share ?? 1) / supervisorResidual
  const others = weight.supervisorPrecision - precision + weight.panelPrecision
  const pair = [
    (precision * (1 + employee * weight.panelPrecision)) / weight.shrink,
    precision / weight.shrink,
  ] as const
  const through = (precision * employee) / weight.shrink
  const from = place.row * (columns + 1)
  const means = sums.employees.rows
  const { reach } = work.room
  for (let k = 0; k <= columns; k += 1) {
    const shared =
      weight.supervisorPrecision * (means[place.at + k] as number) +
      weight.panelPrecision * (means[place.at + sums.width + k] as number)
    reach[k] = precision * (design.values[from + k] as number) - through * shared
  }
  minusTeam(reach, state, pair)
  const [p1, p2] = throughH(state.block, pair)
  const diagonal = (precision * (1 + employee * others)) / weight.shrink - pair[0] * p1 - pair[1] * p2
  const left = leftOf(reach, coefficients)
  const free = diagonal - quadraticForm(work.inverse, columns, reach)
  if (free <= 1e-10 * precision) return null
  const sd = Math.sqrt(work.variance / free)
  return { residual: (design.responseUnit * left) / free, sd: design.responseUnit * sd, z: left / free / sd }
}
