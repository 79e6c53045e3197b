import type { ExpectationLevel } from '#domain/model/levels.ts'

/**
 * The level a band suggests for a score on 0–100. Edges belong to the higher band and are compared unrounded.
 * A suggestion only: the supervisor's level is the official one, and gives a reason where it differs.
 * @example suggestLevel(90.99, { meets: 76, above: 91 }) // 'meets'
 */
export function suggestLevel(
  score: number,
  bands: { readonly meets: number; readonly above: number },
): ExpectationLevel {
  if (score >= bands.above) return 'above'
  return score >= bands.meets ? 'meets' : 'below'
}
