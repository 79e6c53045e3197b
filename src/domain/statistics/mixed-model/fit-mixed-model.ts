import { type ModelRefusal, modelRefusal } from '#domain/statistics/model-refusal.ts'
import { logDeterminant } from '#domain/statistics/numeric/cholesky.ts'
import { type BlockSystem, blockSystem } from './block-system.ts'
import { type FactoredSystem, factorSystem, leftover } from './factor-system.ts'
import type { FactorEffects } from './group-effects.ts'
import type { MixedInput } from './model-input.ts'
import { effectsOf, factorMatrix, type RandomFactor, randomFactors } from './random-effects.ts'
import { type Estimation, searchIntercept } from './random-intercept.ts'
import { randomParts } from './random-parts.ts'
import { searchCovariance } from './search-covariance.ts'
import { type DeletionResidual, type Solution, solveModel } from './solve.ts'
import { type StandardisedDesign, standardiseDesign } from './standardised-design.ts'

/** What to bear in mind with a fit, as a closed list. */
export type MixedWarning =
  /** A variance is estimated as zero, or two effects as perfectly correlated. */
  | 'singular'
  /** Columns left out because others say the same. */
  | 'dropped-columns'
  /** Fewer than eight groups: their variance rests on few. */
  | 'few-groups'
  /** Two starts of the search ended more than 0.01 apart in log likelihood. */
  | 'starts-disagree'

export interface FixedEffect {
  readonly term: string
  readonly estimate: number
  readonly se: number
}

export interface GroupVariance {
  readonly group: string
  readonly term: string
  readonly variance: number
}

export interface GroupCovariance {
  readonly group: string
  readonly term: string
  readonly with: string
  readonly covariance: number
  /** Null where a variance is zero: a correlation with nothing is not a number. */
  readonly correlation: number | null
}

/** A predicted effect of one group. */
export interface GroupEffect {
  readonly group: string
  readonly level: string
  readonly term: string
  readonly estimate: number
  /** Given the coefficients (lme4's conditional standard deviation). */
  readonly conditionalSd: number
  /** With the uncertainty of the coefficients: use this one for intervals. */
  readonly predictionSd: number
}

export interface MixedFit {
  readonly kind: 'fitted'
  readonly nobs: number
  readonly estimation: Estimation
  readonly logLik: number
  readonly fixed: readonly FixedEffect[]
  /** Covariance of the fixed effects, row by row in the order of `fixed`. */
  readonly fixedCovariance: Float64Array
  readonly variance: readonly GroupVariance[]
  readonly covariance: readonly GroupCovariance[]
  readonly residualVariance: number
  readonly effects: readonly GroupEffect[]
  /** One per row, in the order given; computed when asked for. */
  readonly deletion: () => readonly DeletionResidual[]
  /** Columns left out as combinations of others; of a bracket as `x | g`. */
  readonly dropped: readonly string[]
  readonly warnings: readonly MixedWarning[]
}

/**
 * A linear mixed model by restricted (or plain) maximum likelihood: coefficients, variances between groups and within,
 * predicted effect of every group, on demand the deletion residual of every row. Same model, same figures as R's lme4
 * (`lmer(y ~ … + (x | g) + (1 | h))`), for any number of groupings; the largest is eliminated level by level.
 * Units: those of the response and of the columns given. The order of rows and the names of groups change nothing.
 * Cannot tell: see `ModelRefusalReason`; a variance of zero is an answer ("no difference beyond chance"), not a refusal.
 * Sources: calibration guide 2; Bates et al. 2015 (J. Stat. Softw. 67/1) for the profiled likelihood.
 * @example fitMixedModel({ response, fixed, random: [{ grouping, columns: intercept }] }) // dyestuff: logLik −159.827…
 */
export function fitMixedModel(input: MixedInput, estimation: Estimation = 'reml'): MixedFit | ModelRefusal {
  const parts = randomParts(input)
  if (parts.kind === 'cannot-tell') return parts
  const design = standardiseDesign(input.response, input.fixed)
  if (design.kind === 'cannot-tell') return design
  if (design.rows < design.names.length + 2)
    return modelRefusal('too-few-rows', design.rows, { required: design.names.length + 2 })
  const factors = randomFactors(parts.random)
  const found = findCovariance(design, factors, estimation)
  if (found.kind === 'cannot-tell') return found
  const { system, lowers, factored } = found
  const degrees = degreesOf(design, estimation)
  const variance = leftover(system, factored) / degrees
  const solution = solveModel(system, lowers, factored, variance)
  const dropped = [...design.dropped, ...parts.dropped]
  const fit = report({ design, factors, lowers, solution, found, estimation, variance, cost: found.cost, dropped })
  return areFinite(fit) ? fit : modelRefusal('figure-too-large', design.rows)
}

/** Back in the columns' own units a figure may leave the range of numbers: the slope of a column of 1e-162, squared. */
const areFinite = ({ fixedCovariance, variance, covariance, residualVariance, effects }: MixedFit): boolean =>
  [
    residualVariance,
    ...fixedCovariance,
    ...variance.map((one) => one.variance),
    ...covariance.map((one) => one.covariance),
    ...effects.flatMap((one) => [one.estimate, one.conditionalSd, one.predictionSd]),
  ].every(Number.isFinite)

function degreesOf(design: StandardisedDesign, estimation: Estimation): number {
  return design.rows - (estimation === 'reml' ? design.names.length : 0)
}

interface FoundCovariance {
  readonly kind: 'found'
  readonly system: BlockSystem
  readonly lowers: readonly Float64Array[]
  readonly factored: FactoredSystem
  /** −2 log likelihood, standardised. */
  readonly cost: number
  readonly agreed: boolean
}

function findCovariance(
  design: StandardisedDesign,
  factors: readonly RandomFactor[],
  estimation: Estimation,
): FoundCovariance | ModelRefusal {
  const system = blockSystem(design, factors)
  const split = (at: readonly number[]) => {
    let from = 0
    return factors.map((factor) => {
      const lower = factorMatrix(factor, at, from)
      from += factor.free.length
      return lower
    })
  }
  const cost = (at: readonly number[]) => modelCost(system, factorSystem(system, split(at)), estimation)
  const search = searchParameters(system, factors, estimation, cost)
  if (search.kind === 'cannot-tell') return search
  const lowers = split(search.at)
  const factored = factorSystem(system, lowers)
  const value = modelCost(system, factored, estimation)
  if (factored === null || !Number.isFinite(value)) return modelRefusal('not-converged', design.rows)
  return { kind: 'found', system, lowers, factored, cost: value, agreed: search.agreed }
}

function searchParameters(
  system: BlockSystem,
  factors: readonly RandomFactor[],
  estimation: Estimation,
  cost: (at: readonly number[]) => number,
): { readonly kind: 'found'; readonly at: readonly number[]; readonly agreed: boolean } | ModelRefusal {
  const { rows } = system.design
  if (system.within !== null) {
    const found = searchIntercept(system, system.within, estimation)
    if (found.kind === 'no-scatter-within')
      return modelRefusal('no-scatter-within-groups', rows, { subject: system.first.grouping.name })
    return { kind: 'found', at: [found.ratio], agreed: true }
  }
  const found = searchCovariance(cost, factors)
  if (found === null) return modelRefusal('not-converged', rows)
  return { kind: 'found', at: found.at, agreed: found.agreed }
}

/** −2 log likelihood of a setting, without what standardising adds; infinite where it cannot be formed. */
function modelCost(system: BlockSystem, factored: FactoredSystem | null, estimation: Estimation): number {
  if (factored === null) return Number.POSITIVE_INFINITY
  const { width, otherEffects, design } = system
  const degrees = degreesOf(design, estimation)
  const fixed = estimation === 'reml' ? logDeterminant(factored.factor, width, otherEffects, width - 1) : 0
  return factored.logSpread + fixed + degrees * (1 + Math.log((2 * Math.PI * leftover(system, factored)) / degrees))
}

interface Findings {
  readonly design: StandardisedDesign
  readonly factors: readonly RandomFactor[]
  readonly lowers: readonly Float64Array[]
  readonly solution: Solution
  readonly found: FoundCovariance
  readonly estimation: Estimation
  readonly variance: number
  readonly cost: number
  readonly dropped: readonly string[]
}

function report(findings: Findings): MixedFit {
  const { design, factors, lowers, solution, estimation, variance, cost } = findings
  const columns = design.names.length
  const unit = 2 * degreesOf(design, estimation) * Math.log(design.responseUnit)
  const columnUnits = estimation === 'reml' ? 2 * design.logUnits : 0
  const covariances = factors.map((factor, index) =>
    covarianceOf(factor, lowers[index] ?? new Float64Array(0), variance * design.responseUnit ** 2),
  )
  return {
    kind: 'fitted',
    nobs: design.rows,
    estimation,
    logLik: -(cost + unit + columnUnits) / 2,
    fixed: design.names.map((term, k) => ({
      term,
      estimate: solution.coefficients[k] as number,
      se: Math.sqrt(solution.covariance[k * columns + k] as number),
    })),
    fixedCovariance: solution.covariance,
    variance: factors.flatMap((factor, index) => variancesOf(factor, covariances[index] ?? new Float64Array(0))),
    covariance: factors.flatMap((factor, index) => pairsOf(factor, covariances[index] ?? new Float64Array(0))),
    residualVariance: solution.residualVariance,
    effects: solution.effects.flatMap(effectsList),
    deletion: solution.deletion,
    dropped: findings.dropped,
    warnings: warningsOf(findings),
  }
}

/** B L L' B' times the residual variance: covariance of the effects in the user's columns. */
function covarianceOf(factor: RandomFactor, lower: Float64Array, variance: number): Float64Array {
  const { width, back } = factor
  const half = new Float64Array(width * width)
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < width; j += 1)
      for (let k = j; k < width; k += 1)
        half[i * width + j] =
          (half[i * width + j] as number) + (back[i * width + k] as number) * (lower[k * width + j] as number)
  return Float64Array.from({ length: width * width }, (_, place) => {
    const i = Math.floor(place / width)
    const j = place % width
    let sum = 0
    for (let k = 0; k < width; k += 1) sum += (half[i * width + k] as number) * (half[j * width + k] as number)
    return variance * sum
  })
}

function variancesOf(factor: RandomFactor, covariance: Float64Array): GroupVariance[] {
  return factor.names.map((term, k) => ({
    group: factor.grouping.name,
    term,
    variance: covariance[k * factor.width + k] as number,
  }))
}

function pairsOf(factor: RandomFactor, covariance: Float64Array): GroupCovariance[] {
  const { width, names, free, grouping } = factor
  return free
    .filter(([row, column]) => row !== column)
    .map(([row, column]) => {
      const scale = Math.sqrt(
        (covariance[row * width + row] as number) * (covariance[column * width + column] as number),
      )
      const value = covariance[row * width + column] as number
      return {
        group: grouping.name,
        term: names[column] ?? '',
        with: names[row] ?? '',
        covariance: value,
        correlation: scale > 0 ? Math.max(-1, Math.min(1, value / scale)) : null,
      }
    })
}

function effectsList(effects: FactorEffects): GroupEffect[] {
  const { factor, estimate, conditionalVariance, predictionVariance } = effects
  return factor.grouping.levels.flatMap((level, index) =>
    factor.names.map((term, k) => ({
      group: factor.grouping.name,
      level,
      term,
      estimate: (estimate[index * factor.width + k] as number) + 0,
      conditionalSd: Math.sqrt(conditionalVariance[index * factor.width + k] as number),
      predictionSd: Math.sqrt(predictionVariance[index * factor.width + k] as number),
    })),
  )
}

function warningsOf({ dropped, factors, lowers, found }: Findings): MixedWarning[] {
  const singular = factors.some((factor, index) =>
    factor.free.some(
      ([row, column]) => row === column && Math.abs(lowers[index]?.[row * factor.width + row] ?? 1) < 1e-4,
    ),
  )
  const few = factors.some((factor) => effectsOf(factor) / factor.width < 8)
  return [
    ...(singular ? (['singular'] as const) : []),
    ...(dropped.length > 0 ? (['dropped-columns'] as const) : []),
    ...(few ? (['few-groups'] as const) : []),
    ...(found.agreed ? [] : (['starts-disagree'] as const)),
  ]
}
