import { predictionInterval } from '#domain/statistics/effect-evidence.ts'
import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import { caseLookup } from './case-lookup.ts'
import type { FittedLadder } from './fit-ladder.ts'
import type { NotEnough, SupervisorLeniency } from './supervisor-leniency.ts'

/**
 * K1, what the meeting is offered for one score: the supervisor's leniency taken out, nothing else, so that the order
 * inside a team never changes. The original is kept beside it; a person decides.
 */
export type ScoreProposal =
  | {
      readonly kind: 'proposed'
      readonly raw: number
      /** Points taken out or added for the whole team, before rounding. */
      readonly shift: number
      readonly score: number
      readonly low: number
      readonly high: number
      /** The shift would have been larger than is allowed. */
      readonly isLimited: boolean
      /** The score would have left the scale. */
      readonly isClipped: boolean
    }
  | { readonly kind: 'unchanged'; readonly raw: number; readonly because: readonly NotEnough[] }
  | { readonly kind: 'no-score' }

/**
 * K2, advice and never a decision: the score an average panel would give, from all evidence together. It reorders people
 * and has achievement mixed in.
 */
export type ScoreAdvice =
  | {
      readonly kind: 'value'
      readonly score: number
      readonly sd: number
      readonly low: number
      readonly high: number
    }
  | { readonly kind: 'cannot-tell'; readonly because: 'needs-panel' | 'no-data' }

export interface CaseScores {
  readonly proposal: ScoreProposal
  readonly advice: ScoreAdvice
  /** How uncertain a fair score is (standard deviation in points), whether a proposal is made or not; null: no model. */
  readonly uncertainty: number | null
}

/**
 * The proposal, the advice and the uncertainty of every case, in the order of the cases.
 * K1 with Model B: y − leniency, interval ± z √(pev + residual variance of supervisors); with Model A: y − psi × effect,
 * interval ± z √(var(leniency) + 0.48 × residual variance), 0.48 being what single supervisors do not agree about.
 * Clipped to 0–100, rounded to half points, shift limited to 10 points. Not enough evidence: no shift, with the reasons.
 * Source: calibration guide 3.2.
 * @example scoreProposals(cases, ladder, supervisors, standardOptions)[0]?.proposal // { kind: 'proposed', raw: 84, score: 81.5, … }
 */
export function scoreProposals(
  cases: readonly RatedCase[],
  ladder: FittedLadder,
  supervisors: readonly SupervisorLeniency[],
  options: CalibrationOptions,
): readonly CaseScores[] {
  const owners = new Map(supervisors.map((one) => [one.supervisor, one]))
  const advised = advisedScores(ladder, options)
  const own = ownVariance(ladder, options)
  return cases.map((one) => {
    const supervisor = owners.get(one.supervisor)
    const leniency = supervisor?.leniency.kind === 'value' ? supervisor.leniency : null
    const uncertainty = leniency === null || own === null ? null : Math.sqrt(leniency.sd ** 2 + own)
    const proposal = proposalOf(one.score, leniency?.estimate ?? 0, uncertainty, supervisor?.notEnough, options)
    return { proposal, advice: adviceOf(ladder, advised(one)), uncertainty }
  })
}

function proposalOf(
  raw: number | null,
  leniency: number,
  uncertainty: number | null,
  notEnough: readonly NotEnough[] | undefined,
  { mostShift, roundTo, interval }: CalibrationOptions,
): ScoreProposal {
  if (raw === null) return { kind: 'no-score' }
  if (notEnough === undefined || uncertainty === null) return { kind: 'unchanged', raw, because: ['not-fitted'] }
  if (notEnough.length > 0) return { kind: 'unchanged', raw, because: notEnough }
  const shift = Math.min(mostShift, Math.max(-mostShift, -leniency)) + 0
  const free = raw + shift
  const range = predictionInterval(free, uncertainty, interval)
  return {
    kind: 'proposed',
    raw,
    shift,
    score: onScale(Math.round(free / roundTo) * roundTo),
    low: onScale(range.low),
    high: onScale(range.high),
    isLimited: Math.abs(leniency) > mostShift,
    isClipped: free < 0 || free > 100,
  }
}

const onScale = (points: number) => Math.min(100, Math.max(0, points))

/** Variance of a single score around what is fair, once leniency is out. */
function ownVariance(ladder: FittedLadder, options: CalibrationOptions): number | null {
  const { main, modelA, modelB } = ladder
  if (main === 'B' && modelB !== null) return modelB.variance.supervisorResidual
  if (main === 'A' && modelA.kind === 'fitted') return (1 - options.singleRaterReliability) * modelA.residualVariance
  return null
}

function advisedScores({ modelB }: FittedLadder, { interval }: CalibrationOptions) {
  return caseLookup(
    (modelB?.employees ?? []).map(({ employee, team, expected, expectedSd }) => {
      const { low, high } = predictionInterval(expected, expectedSd, interval)
      const advice = { score: onScale(expected), sd: expectedSd, low: onScale(low), high: onScale(high) }
      return [{ employee, supervisor: team }, advice] as const
    }),
  )
}

function adviceOf(
  { modelB }: FittedLadder,
  found: { score: number; sd: number; low: number; high: number } | undefined,
): ScoreAdvice {
  if (modelB === null) return { kind: 'cannot-tell', because: 'needs-panel' }
  return found === undefined ? { kind: 'cannot-tell', because: 'no-data' } : { kind: 'value', ...found }
}
