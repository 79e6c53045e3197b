import { addScaled, dot, quadraticForm } from '#domain/statistics/numeric/vector.ts'
import type { FittedPanel } from './fitted-panel.ts'
import { writePanelRow } from './panel-design.ts'
import type { PatternWeights } from './panel-likelihood.ts'
import { deviation, leftOf, minusTeam, type TeamState, teamState, throughH } from './team-effects.ts'

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
