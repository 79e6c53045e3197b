import { dot, quadraticForm } from '#domain/statistics/numeric/vector.ts'
import type { FittedPanel } from './fitted-panel.ts'
import { type TeamBlock, teamBlock, teamVectors } from './panel-likelihood.ts'

/** Everything the predictions of a team and of its employees need. */
export interface TeamState {
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

/** A fitted team: its block, what the rows say through it, and its two effects. */
export function teamState(fitted: FittedPanel, team: number): TeamState {
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
export function leftOf(vector: Float64Array, coefficients: Float64Array, at = 0): number {
  const columns = coefficients.length
  return (vector[at + columns] as number) - dot(vector, at, coefficients, 0, columns)
}

/** H times a pair. */
export function throughH(block: TeamBlock, pair: readonly [number, number]): readonly [number, number] {
  return [block.h11 * pair[0] + block.h12 * pair[1], block.h12 * pair[0] + block.h22 * pair[1]]
}

/** v'U'A⁻¹X-row minus its part through the team: Σ weights × the team's vectors. */
export function minusTeam(into: Float64Array, state: TeamState, pair: readonly [number, number]): void {
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

/** A variance relative to the common one as a deviation in the response's unit. */
export function deviation(fitted: FittedPanel, relative: number): number {
  return fitted.design.responseUnit * Math.sqrt(fitted.variance * Math.max(0, relative))
}
