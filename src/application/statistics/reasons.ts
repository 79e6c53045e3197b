import type { CannotTellReason, InsufficientData, Outcome } from '#domain/statistics/outcome.ts'

/** What only a report can say: a figure that tells nothing, a model refused, a comparison for exactly two groups. */
export type ReportReason = 'not-informative' | 'unconnected' | 'confounded' | 'two-groups-needed'

/** Why a figure of a report is null. */
export type MissingReason =
  | { readonly because: 'insufficient-data'; readonly n: number; readonly required: number }
  | { readonly because: CannotTellReason | ReportReason }

/** Figures that are null, by their path in the report (`icc.icc11`), with the reason. */
export type Reasons = Record<string, MissingReason>

/** The reason in an outcome without a figure. */
export const reasonOf = (outcome: Exclude<Outcome<unknown>, { kind: 'value' }> | InsufficientData): MissingReason =>
  outcome.kind === 'insufficient-data'
    ? { because: 'insufficient-data', n: outcome.n, required: outcome.required }
    : { because: outcome.because }

/** The figure of an outcome; or null, and the reason noted under its path. */
export function figureOr<Figure extends object>(
  outcome: Outcome<Figure>,
  path: string,
  reasons: Reasons,
): Extract<Outcome<Figure>, { kind: 'value' }> | null {
  if (outcome.kind === 'value') return outcome as Extract<Outcome<Figure>, { kind: 'value' }>
  reasons[path] = reasonOf(outcome)
  return null
}
