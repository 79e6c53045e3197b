import padjust from '@stdlib/stats-padjust'
import { AppError } from '#domain/app-error.ts'

/** Benjamini–Hochberg, Benjamini–Yekutieli, Holm. */
export type Adjustment = 'bh' | 'by' | 'holm'

/**
 * Corrects p values for having tested many persons at once. Benjamini–Hochberg (`bh`): flagging everyone at or below q keeps
 * the expected share of false flags at q. `by`: the same whatever the tests have to do with each other. `holm`: keeps the
 * chance of even one false flag.
 * Input: one p value per test, null for a test that could not be made: it stays null and does not count. Output: adjusted
 * values in the same order, at most 1, never below the p value. Throws E-ARG for a p value outside 0…1.
 * Source: Benjamini and Hochberg 1995; Benjamini and Yekutieli 2001; Holm 1979 (@stdlib/stats-padjust).
 * @example adjustPValues([0.01, null, 0.04], 'bh') // [0.02, null, 0.04]
 */
export function adjustPValues(pValues: readonly (number | null)[], method: Adjustment): readonly (number | null)[] {
  const made = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]))
  if (!made.every(({ p }) => p >= 0 && p <= 1)) throw new AppError('E-ARG')
  const adjusted: (number | null)[] = pValues.map(() => null)
  const results =
    made.length === 0
      ? []
      : padjust(
          made.map(({ p }) => p),
          method,
        )
  for (const [place, { p, index }] of made.entries()) adjusted[index] = Math.min(1, Math.max(p, results[place] ?? p))
  return adjusted
}
