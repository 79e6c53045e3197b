import { predictionInterval } from '#domain/statistics/effect-evidence.ts'
import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import type { FittedLadder } from './fit-ladder.ts'

/** How much higher supervisors score than the work is worth, over the whole agency. */
export type Inflation =
  /** Against a blind panel: points, at average achievement. */
  | {
      readonly kind: 'against-panel'
      readonly points: number
      readonly se: number
      readonly low: number
      readonly high: number
    }
  /** Without a panel only a hint: share of scores in the top level minus share of achievement at or above target. */
  | {
      readonly kind: 'against-targets'
      readonly topShare: number
      readonly reachedShare: number
      readonly difference: number
      readonly people: number
    }
  | { readonly kind: 'cannot-tell'; readonly because: 'one-panelist' | 'no-levels' | 'no-data' }

export interface Ceiling {
  /** Share of the scores that are the highest possible. */
  readonly share: number
  /** More than 15 %: leniency is understated, for nothing higher could be given. */
  readonly isHigh: boolean
}

/**
 * Whether the agency as a whole scores high. With Model B the level of supervisors minus the mean level of panelists (a
 * single panelist's own severity cannot be told from it); without, the share of scores in the top level minus the share of
 * people who reached their targets.
 * Source: calibration guide 3 and 5.
 * @example agencyInflation(cases, ladder, standardOptions) // { kind: 'against-panel', points: 2.1, se: 0.6, … }
 */
export function agencyInflation(
  cases: readonly RatedCase[],
  { main, modelB, panel }: FittedLadder,
  { bands, interval }: CalibrationOptions,
): Inflation {
  if (panel.refusal?.kind === 'one-panelist') return { kind: 'cannot-tell', because: 'one-panelist' }
  if (main === 'B' && modelB !== null) {
    const { estimate, se } = modelB.inflation
    return { kind: 'against-panel', points: estimate, se, ...predictionInterval(estimate, se, interval) }
  }
  const top = bands.at(-1)
  if (top === undefined) return { kind: 'cannot-tell', because: 'no-levels' }
  const known = cases.flatMap(({ score, achievement }) =>
    score === null || achievement === null ? [] : [{ score, achievement }],
  )
  if (known.length === 0) return { kind: 'cannot-tell', because: 'no-data' }
  const topShare = known.filter(({ score }) => score >= top).length / known.length
  const reachedShare = known.filter(({ achievement }) => achievement >= 100).length / known.length
  return {
    kind: 'against-targets',
    topShare,
    reachedShare,
    difference: topShare - reachedShare,
    people: known.length,
  }
}

/**
 * How many scores stand at the top of the scale; above 15 % differences between supervisors are cut off there.
 * Source: calibration guide 5.1.
 * @example scoreCeiling(cases, standardOptions) // { share: 0.04, isHigh: false }
 */
export function scoreCeiling(cases: readonly RatedCase[], { ceiling }: CalibrationOptions): Ceiling {
  const scores = cases.flatMap(({ score }) => (score === null ? [] : [score]))
  const share = scores.length === 0 ? 0 : scores.filter((score) => score >= 100).length / scores.length
  return { share, isHigh: share > ceiling }
}
