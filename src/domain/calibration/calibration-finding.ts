import type { ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import type { Fallback } from './fit-ladder.ts'

/**
 * What a calibration has to say, as codes with the figures their sentences need (calibration guide 5.2). Points and shares
 * are unrounded. Nothing here accuses anybody: every sentence says what to look at.
 */
export type CalibrationFinding =
  | LeniencyFinding
  | { readonly code: 'no-evidence'; readonly employees: number }
  | {
      readonly code: 'individual-favoured' | 'individual-penalised'
      readonly employee: string
      readonly supervisor: string
      readonly points: number
      readonly hitsLow: number
      readonly hitsHigh: number
      readonly isStrong: boolean
    }
  | { readonly code: 'compression'; readonly supervisor: string; readonly share: number }
  | { readonly code: 'no-differentiation'; readonly supervisor: string; readonly people: number }
  | { readonly code: 'halo'; readonly supervisor: string; readonly share: number }
  | { readonly code: 'against-achievement'; readonly supervisor: string; readonly tau: number }
  | { readonly code: 'person-not-separable'; readonly supervisor: string }
  | {
      readonly code: 'soft-targets'
      readonly supervisor: string
      readonly share: number
      readonly elsewhere: number
    }
  | {
      readonly code: 'jump'
      readonly employee: string
      readonly supervisor: string
      readonly change: number
      readonly unexplained: number
    }
  | { readonly code: 'closeness'; readonly points: number; readonly low: number; readonly high: number }
  | { readonly code: 'closeness-supervisor'; readonly supervisor: string; readonly points: number }
  | {
      readonly code: 'inflation'
      readonly points: number
      readonly low: number
      readonly high: number
    }
  | { readonly code: 'inflation-hint'; readonly topShare: number; readonly reachedShare: number }
  | {
      readonly code: 'subgroup-gap'
      readonly attribute: string
      readonly group: string
      readonly reference: string
      readonly points: number
      readonly low: number
      readonly high: number
    }
  | {
      readonly code: 'subgroup-impact'
      readonly attribute: string
      readonly group: string
      readonly reference: string
      readonly ratio: number
    }
  | { readonly code: 'no-difference' }
  | { readonly code: 'few-supervisors'; readonly supervisors: number; readonly required: number }
  | { readonly code: 'not-fitted'; readonly because: ModelRefusalReason }
  | { readonly code: 'fallback'; readonly reason: Fallback }
  | { readonly code: 'ceiling'; readonly share: number }
  | { readonly code: 'without-score'; readonly people: number }
  | { readonly code: 'without-achievement'; readonly people: number }
  | { readonly code: 'dropped-columns'; readonly columns: readonly string[] }
  | { readonly code: 'panelists-unconnected'; readonly panelists: readonly string[] }
  | { readonly code: 'panel-scores-unknown'; readonly scores: number }
  | { readonly code: 'psi-assumed'; readonly psi: number }
  | { readonly code: 'reliability-assumed'; readonly reliability: number }

export interface LeniencyFinding {
  readonly code: 'leniency' | 'severity'
  readonly supervisor: string
  /** Positive, in the direction the code says; `low` and `high` keep that sign. */
  readonly points: number
  readonly low: number
  readonly high: number
  readonly withPanel: boolean
}
