import type { FixedEffect } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { standardiseDesign } from '#domain/statistics/mixed-model/standardised-design.ts'
import { type ModelRefusal, modelRefusal } from '#domain/statistics/model-refusal.ts'
import { inverseFromFactor, invertFactor, solveTransposed } from '#domain/statistics/numeric/cholesky.ts'
import { dot } from '#domain/statistics/numeric/vector.ts'
import { type PanelPeople, panelDesign, panelPeople } from './panel-design.ts'
import type { PanelInput } from './panel-input.ts'
import {
  factorPanel,
  isAtBalanceEnd,
  panelDegrees,
  type RelativeVariances,
  relativeVariances,
} from './panel-likelihood.ts'
import { type EmployeePrediction, panelPredictions, type TeamPrediction } from './panel-predictions.ts'
import { searchPanel } from './panel-search.ts'
import { panelSums } from './panel-sums.ts'

/** The five variances of Model B, in the response's unit squared. */
export interface PanelVariances {
  readonly leniency: number
  readonly team: number
  readonly employee: number
  readonly supervisorResidual: number
  readonly panelResidual: number
}

/** What to bear in mind with a fit of Model B, as a closed list. */
export type PanelWarning =
  /** A variance is estimated as zero. */
  | 'singular'
  | 'dropped-columns'
  /** Two starts of the search ended more than 0.01 apart in log likelihood: use Model A and say so (guide 5.1). */
  | 'starts-disagree'
  /** Fewer than 30 panel scores or fewer than 10 teams with one: below what the guide asks for. */
  | 'small-panel'
  /** An employee stands in two teams and counts as one person in each. */
  | 'employee-in-two-teams'

export interface PanelFit {
  readonly kind: 'fitted'
  readonly nobs: number
  readonly logLik: number
  readonly variance: PanelVariances
  readonly fixed: readonly FixedEffect[]
  /** Covariance of the fixed effects, row by row in the order of `fixed`. */
  readonly fixedCovariance: Float64Array
  /**
   * How much higher supervisors score than the panel on average, in the response's unit, and its standard error; at
   * covariates of zero.
   */
  readonly inflation: { readonly estimate: number; readonly se: number }
  readonly teams: readonly TeamPrediction[]
  readonly employees: readonly EmployeePrediction[]
  readonly dropped: readonly string[]
  readonly warnings: readonly PanelWarning[]
}

/** What the guide asks of a panel before Model B is the main model (section 3). */
export const sufficientPanel = { scores: 30, teams: 10 } as const

/**
 * Model B: supervisors' and panelists' scores of the same people in one model, so that a lenient supervisor and a good
 * team can be told apart. Supervisor row: covariates + level + leniency of the supervisor + quality of the team + merit
 * of the employee + scatter; panel row: covariates + severity of the panelist (fixed) + quality + merit + scatter; REML.
 * Units: those of the response. Row order and names change nothing.
 * Cannot tell: one source only, one team, no employee scored twice, no panelist in two teams, too few rows, all scores
 * equal, no scatter.
 * Source: calibration guide 3 and 3.1; reference o17, o18.
 * @example fitPanelModel({ rows, covariates: ['ach_within', 'ach_team'] }) // o18: logLik −1599.5396, leniency 14.73
 */
export function fitPanelModel(input: PanelInput): PanelFit | ModelRefusal {
  const people = panelPeople(input)
  const refusal = unsuitable(input, people)
  if (refusal !== null) return refusal
  const columns = panelDesign(input)
  const design = standardiseDesign(
    Float64Array.from(input.rows, (row) => row.response),
    columns.columns,
  )
  if (design.kind === 'cannot-tell') return design
  const required = design.names.length + 6
  if (design.rows < required) return modelRefusal('too-few-rows', design.rows, { required })
  if (!comparesTeams(input)) return modelRefusal('panel-confounded', design.rows)
  const sums = panelSums(design, input, people)
  const search = searchPanel(sums)
  const factored = search === null ? null : factorPanel(sums, relativeVariances(search.at))
  if (search === null || factored === null) return modelRefusal('not-converged', design.rows)
  const { width } = sums
  const size = width - 1
  const variance = (factored.factor[width * width - 1] as number) ** 2 / panelDegrees(sums)
  const coefficients = solveTransposed(factored.factor, width, size, factored.factor, size * width)
  const inverse = inverseFromFactor(invertFactor(factored.factor, width, size), size, size)
  const standardised = design.ordinary.map((value, k) => value + (coefficients[k] as number))
  const beta = standardised.map((_, k) => dot(design.back, k * size, standardised, 0, size))
  const covariance = covarianceOfBeta(design.back, inverse, size, variance)
  const kept = design.names.map((name) => columns.columns.names.indexOf(name))
  const fitted = { design, columns, input, people, sums, factored, coefficients, inverse, variance, beta, kept }
  const constant = 2 * panelDegrees(sums) * Math.log(design.responseUnit) + 2 * design.logUnits
  return {
    kind: 'fitted',
    nobs: design.rows,
    logLik: -(search.value + constant) / 2,
    variance: scaledVariances(factored.variances, variance * design.responseUnit ** 2),
    fixed: design.names.map((term, k) => ({
      term,
      estimate: beta[k] as number,
      se: Math.sqrt(covariance[k * size + k] as number),
    })),
    fixedCovariance: covariance,
    inflation: inflationOf(design.names, beta, covariance),
    ...panelPredictions(fitted),
    dropped: design.dropped,
    warnings: warningsOf({ input, people, at: search.at, agreed: search.agreed, dropped: design.dropped.length > 0 }),
  }
}

function scaledVariances(relative: RelativeVariances, scale: number): PanelVariances {
  return {
    leniency: scale * relative.leniency,
    team: scale * relative.team,
    employee: scale * relative.employee,
    supervisorResidual: scale * relative.supervisorResidual,
    panelResidual: scale * relative.panelResidual,
  }
}

interface Circumstances {
  readonly input: PanelInput
  readonly people: PanelPeople
  readonly at: readonly number[]
  readonly agreed: boolean
  readonly dropped: boolean
}

function warningsOf({ input, people, at, agreed, dropped }: Circumstances): PanelWarning[] {
  const isSingular = at.slice(0, 3).some((x) => Math.abs(x) < 1e-3) || isAtBalanceEnd(at)
  return [
    ...(isSingular ? (['singular'] as const) : []),
    ...(dropped ? (['dropped-columns'] as const) : []),
    ...(agreed ? [] : (['starts-disagree'] as const)),
    ...(isSufficientPanel(input) ? [] : (['small-panel'] as const)),
    ...(people.divided.length > 0 ? (['employee-in-two-teams'] as const) : []),
  ]
}

/** Whether a panel is large enough for Model B to be the main model: 30 scores in 10 teams. */
export function isSufficientPanel(input: PanelInput): boolean {
  const panel = input.rows.filter((row) => !row.isSupervisor)
  return panel.length >= sufficientPanel.scores && new Set(panel.map((row) => row.team)).size >= sufficientPanel.teams
}

function unsuitable(input: PanelInput, people: PanelPeople): ModelRefusal | null {
  const rows = input.rows.length
  if (rows === 0) return modelRefusal('no-rows', 0, { required: 2 })
  const supervisors = input.rows.filter((row) => row.isSupervisor).length
  if (supervisors === 0) return modelRefusal('one-source', rows, { subject: 'panel' })
  if (supervisors === rows) return modelRefusal('one-source', rows, { subject: 'supervisor' })
  if (people.teams.levels.length < 2) return modelRefusal('one-group', rows, { required: 2, subject: 'team' })
  const both = people.employees.some((one) => new Set(one.rows.map((row) => input.rows[row]?.isSupervisor)).size > 1)
  return both ? null : modelRefusal('sources-unconnected', rows)
}

/** Whether some panelist scored in two teams: without that the levels of panelists take up the qualities of teams. */
function comparesTeams(input: PanelInput): boolean {
  const teams = new Map<string | null, string>()
  return input.rows.some((row) => {
    if (row.isSupervisor) return false
    const known = teams.get(row.panelist)
    if (known === undefined) teams.set(row.panelist, row.team)
    return known !== undefined && known !== row.team
  })
}

function covarianceOfBeta(back: Float64Array, inverse: Float64Array, size: number, variance: number): Float64Array {
  const half = new Float64Array(size * size)
  const result = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) half[i * size + j] = variance * dot(back, i * size, inverse, j * size, size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) result[i * size + j] = dot(half, i * size, back, j * size, size)
  return result
}

/** Level of supervisors minus the mean level of panelists (with a constant in the model that is the level itself). */
function inflationOf(names: readonly string[], beta: Float64Array, covariance: Float64Array) {
  const panelists = names.filter((name) => name.startsWith('panelist ')).length
  const weights = Float64Array.from(names, (name) =>
    name === 'is_supervisor' ? 1 : name.startsWith('panelist ') ? -1 / panelists : 0,
  )
  const size = names.length
  let variance = 0
  for (let i = 0; i < size; i += 1) variance += (weights[i] as number) * dot(covariance, i * size, weights, 0, size)
  return { estimate: dot(weights, 0, beta, 0, size), se: Math.sqrt(Math.max(0, variance)) }
}
