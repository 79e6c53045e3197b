import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** A predicted effect with what is known about it. */
export interface PredictedEffect {
  readonly estimate: number
  /** Standard deviation of prediction, same unit. */
  readonly sd: number
  /** Variance of such effects over all groups, unit squared. */
  readonly variance: number
}

/** How far the data speak for an effect. */
export type EffectEvidence =
  | {
      readonly kind: 'value'
      /** Share of the variance between groups that this group's data have cleared up, 0 … 1. */
      readonly reliability: number
      /** Estimate over its standard error under "no effect": two-sided p below. */
      readonly z: number
      readonly p: number
    }
  /** Groups do not differ beyond chance, so there is nothing to test; or this group adds nothing. */
  | { readonly kind: 'no-difference' }

/**
 * Whether a group's effect is distinguishable from none (calibration guide 4.1): z = estimate / (√reliability × sd), with
 * reliability = 1 − sd² / variance. For normal effects this is the mean residual over its standard error. It does not
 * answer "unusual among peers", which would flag almost nobody.
 * No difference: variance zero, or a reliability of zero; nothing is divided by it.
 * @example effectEvidence({ estimate: -17.6069, sd: 24.773, variance: 1764.05 }) // { kind: 'value', reliability: 0.652…, z: -0.880…, p: 0.378… }
 */
export function effectEvidence({ estimate, sd, variance }: PredictedEffect): EffectEvidence {
  if (variance <= 0) return { kind: 'no-difference' }
  const reliability = Math.min(1, 1 - sd ** 2 / variance)
  if (reliability <= 1e-12 || sd <= 0) return { kind: 'no-difference' }
  const z = estimate / (Math.sqrt(reliability) * sd)
  return { kind: 'value', reliability, z, p: twoSidedP(z) }
}

/** Two-sided p of a standard normal figure. @example twoSidedP(1.96) // 0.0499… */
export function twoSidedP(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1)
}

/**
 * The probability that an effect is larger than a threshold, in the direction it is estimated: Φ((|estimate| − threshold) /
 * sd). The easier way to say "lenient" (calibration guide 4.1). A certain effect (sd 0) gives 0 or 1.
 * @example probabilityBeyond(5, 1, 2) // 0.998…
 */
export function probabilityBeyond(estimate: number, sd: number, threshold: number): number {
  const over = Math.abs(estimate) - threshold
  if (sd <= 0) return over > 0 ? 1 : 0
  return normalCdf(over / sd, 0, 1)
}

/** Thousands of intervals of one share are asked for in a row. */
let lastReach = { share: Number.NaN, z: 0 }

/**
 * Interval of a normal prediction: estimate ± z × sd, for a share of 0.9 by default.
 * @example predictionInterval(2, 1, 0.9) // { low: 0.355…, high: 3.644… }
 */
export function predictionInterval(estimate: number, sd: number, share = 0.9): { low: number; high: number } {
  if (lastReach.share !== share) lastReach = { share, z: normalQuantile((1 + share) / 2, 0, 1) }
  const reach = lastReach.z * sd
  return { low: estimate - reach, high: estimate + reach }
}

/**
 * How much of an unexplained difference between teams is leniency when no panel tells (calibration guide 2.3): given the
 * share psi of the variance that is leniency, the mean is psi × effect and the variance psi² sd² + psi (1 − psi) variance.
 * Psi is an assumption (0.7) until a panel has estimated it; a psi of 1 makes intervals far too narrow.
 * Edges: a variance of zero gives an effect of zero with no uncertainty. Psi is held within 0 … 1.
 * @example leniencyShare({ estimate: 5, sd: 1, variance: 9 }, 0.7) // { estimate: 3.5, sd: 1.542…, variance: 6.3 }
 */
export function leniencyShare(effect: PredictedEffect, psi: number): PredictedEffect {
  const share = Math.min(1, Math.max(0, psi))
  return {
    estimate: share * effect.estimate,
    sd: Math.sqrt(share ** 2 * effect.sd ** 2 + share * (1 - share) * effect.variance),
    variance: share * effect.variance,
  }
}
