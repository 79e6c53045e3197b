/** The agency both programs fit. */
export const seed = 1

export interface Milliseconds {
  readonly clock: number
  /** Processor time: unlike the clock it does not count what else the machine is doing. */
  readonly processor: number
}

/** One model fitted by both in one run. */
export interface FitBesideLme4 {
  readonly name: string
  readonly formula: string
  readonly rows: number
  /** By lme4, restricted. */
  readonly logLik: number
  /** Largest distance of ours from it. */
  readonly distance: number
  /** The same of a fit that is wrong on purpose, by plain instead of restricted likelihood. */
  readonly controlDistance: number
  /** Middle of the repetitions; null where no goal is set. */
  readonly time: TimeBesideLme4 | null
}

export interface TimeBesideLme4 {
  /** Ours from columns and groups to the estimates, all sums included. */
  readonly fit: Milliseconds
  /** With the reading of the formula and of the table's columns. */
  readonly withFormula: Milliseconds
  /** The call lmer(). */
  readonly lme4: Milliseconds
}

export interface Lme4Skipped {
  readonly kind: 'skipped'
  readonly why: string
}

export type BesideLme4 =
  | { readonly kind: 'measured'; readonly versions: string; readonly fits: readonly FitBesideLme4[] }
  | Lme4Skipped

export const besideGoals = { distance: 1e-6, timesFaster: 20 } as const

export const isSame = (distance: number) => distance <= besideGoals.distance
export const isQuickBy = ({ lme4, fit }: TimeBesideLme4, part: keyof Milliseconds) =>
  lme4[part] / fit[part] >= besideGoals.timesFaster

/** By the clock and in processor time: on a busy machine either alone may flatter. */
const isQuick = (time: TimeBesideLme4) => isQuickBy(time, 'clock') && isQuickBy(time, 'processor')

/** Every likelihood the same, the timed model quick enough, the wrong fits noticed. Where R is missing nothing is held against us. */
export function isBesideProven(beside: BesideLme4): boolean {
  if (beside.kind === 'skipped') return true
  const holds = ({ distance, controlDistance, time }: FitBesideLme4) =>
    isSame(distance) && !isSame(controlDistance) && (time === null || isQuick(time))
  return beside.fits.length > 0 && beside.fits.every(holds)
}
