import type { MissingReason, Reasons } from '#application/statistics/reasons.ts'
import type { Locale } from '#contract/error-sentences.ts'
import { statisticsSentence } from '#contract/statistics-sentences.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'
import type { CommandResult, Flags } from '../command.ts'

export interface StatsRun {
  /** Reads the file of --data; after the other flags are checked, so that a wrong flag is told first. */
  readonly table: () => ColumnTable
  readonly flags: Flags
  readonly locale: Locale
}

/** One statistic of `timbang stats`. */
export interface StatsCommand {
  /** What follows `stats NAME --data F.csv`. */
  readonly usage: string
  readonly run: (run: StatsRun) => StatsResult
}

export interface StatsResult extends CommandResult {
  readonly data: object & { readonly warnings?: readonly string[] }
}

/** A figure as a person reads it: four decimals, or a dash. */
export const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(Number(value.toFixed(4)))

/** A p value as a person reads it: never a bare zero. */
export const shownP = (p: number | null | undefined): string =>
  typeof p === 'number' && p < 0.0001 ? 'p < 0.0001' : `p ${shown(p)}`

/** The reasons for programs: the code and its figures, and the sentence. */
export const reasonsWithSentences = (reasons: Reasons, locale: Locale) =>
  Object.fromEntries(Object.entries(reasons).map(([path, reason]) => [path, withSentence(reason, locale)]))

export const withSentence = (reason: MissingReason, locale: Locale) => ({
  ...reason,
  sentence: statisticsSentence(reason, locale),
})

/** The reasons for a person, one line each. */
export const reasonLines = (reasons: Reasons, locale: Locale): readonly string[] =>
  Object.entries(reasons).map(([path, reason]) => `- ${path}: ${statisticsSentence(reason, locale)}`)
