import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { twoSidedP } from '#domain/statistics/effect-evidence.ts'
import { fitModelA } from '#domain/statistics/model-a.ts'
import type { ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import { type RatedCase, writtenFigure } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'

/** One score that moved since the former period otherwise than achievement explains. */
export interface JumpFigure {
  readonly employee: string
  readonly supervisor: string
  /** Change of the score, and how far it lies from what the change of achievement and the supervisor explain. */
  readonly change: number
  readonly unexplained: number
  readonly z: number
  readonly p: number
  readonly q: number
  /** q ≤ 0.10 and at least 5 points. */
  readonly isFlagged: boolean
  /** Rated by another supervisor the period before. */
  readonly isNewSupervisor: boolean
}

export type YearJump =
  | { readonly kind: 'value'; readonly people: number; readonly jumps: readonly JumpFigure[] }
  | { readonly kind: 'cannot-tell'; readonly because: ModelRefusalReason | 'no-former-period' }

/**
 * Scores that jumped since the former period more than the change of achievement and the supervisor's general change
 * explain. Says nothing of a favour that was there in both periods: it cancels.
 * Input: former scores on the same scale. Model: change of score on change of achievement, by supervisor; residual with the
 * person left out, corrected for all people.
 * Source: calibration guide 5 ("jump").
 * @example yearJump(cases, standardOptions) // { kind: 'value', people: 120, jumps: [{ employee: 'E7', change: 14, … }] }
 */
export function yearJump(cases: readonly RatedCase[], { individual }: CalibrationOptions): YearJump {
  const both = cases.flatMap((one) => {
    const before = one.former
    if (one.score === null || before === null || before.score === null) return []
    const [now, then] = [one.achievement, before.achievement]
    const achieved = now === null || then === null ? null : writtenFigure(now - then)
    return [{ one, before, change: writtenFigure(one.score - before.score), achieved }]
  })
  if (both.length === 0) return { kind: 'cannot-tell', because: 'no-former-period' }
  const fit = fitModelA(
    both.map(({ one, change, achieved }) => ({
      supervisor: one.supervisor,
      score: change,
      achievement: achieved,
      family: null,
    })),
  )
  if (fit.kind === 'cannot-tell') return { kind: 'cannot-tell', because: fit.because }
  const q = adjustPValues(
    fit.deletion.map((residual) => (residual === null ? null : twoSidedP(residual.z))),
    'bh',
  )
  return {
    kind: 'value',
    people: both.length,
    jumps: both.flatMap(({ one, before, change }, index) => {
      const residual = fit.deletion[index] ?? null
      if (residual === null) return []
      const ownQ = q[index] ?? 1
      const isFlagged = ownQ <= individual.q && Math.abs(residual.residual) >= individual.points
      return [
        {
          employee: one.employee,
          supervisor: one.supervisor,
          change,
          unexplained: residual.residual,
          z: residual.z,
          p: twoSidedP(residual.z),
          q: ownQ,
          isFlagged,
          isNewSupervisor: before.supervisor !== one.supervisor,
        },
      ]
    }),
  }
}
