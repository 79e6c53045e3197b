/** How reliable the achievement index is, and how that is known. */
export type AchievementReliability =
  | {
      readonly kind: 'computed'
      readonly value: number
      /** Mean correlation between two indicators of a person. */
      readonly indicatorCorrelation: number
      /** Typical number of indicators (harmonic mean). */
      readonly indicators: number
      readonly people: number
    }
  | {
      readonly kind: 'assumed'
      readonly value: number
      /** Few people with two indicators; indicators all alike; indicators that do not hang together. */
      readonly because: 'few-people' | 'no-variation' | 'no-correlation'
    }

const fewestPeople = 10

/**
 * How reliable the achievement index is: k r / (1 + (k − 1) r), with k indicators to a person and r their mean correlation
 * (the standardised form of alpha). People have different indicators, so r is that of indicators that can be exchanged:
 * the intraclass correlation of a person's indicators, one-way, with unequal numbers.
 * Input: the indices per person, 0–cap; people with fewer than two count in nothing. Output: 0 … 1.
 * Fewer than 10 such people, no variation, or no positive correlation: the assumed value, with the reason.
 * Source: calibration guide 1; Spearman 1910, Brown 1910; Snedecor and Cochran 1989, 13.7 (unequal numbers).
 * @example achievementReliability([[100, 90]], 0.6) // { kind: 'assumed', value: 0.6, because: 'few-people' }
 */
export function achievementReliability(
  indicators: readonly (readonly number[])[],
  assumed: number,
): AchievementReliability {
  const rows = indicators.filter((row) => row.length >= 2)
  if (rows.length < fewestPeople) return { kind: 'assumed', value: assumed, because: 'few-people' }
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  const means = rows.map((row) => row.reduce((sum, value) => sum + value / row.length, 0))
  const grand = rows.reduce((sum, row, index) => sum + ((means[index] ?? 0) * row.length) / count, 0)
  const between = rows.reduce((sum, row, index) => sum + row.length * ((means[index] ?? 0) - grand) ** 2, 0)
  const within = rows.reduce(
    (sum, row, index) => sum + row.reduce((own, value) => own + (value - (means[index] ?? 0)) ** 2, 0),
    0,
  )
  const meanBetween = between / (rows.length - 1)
  const meanWithin = within / (count - rows.length)
  const typical = (count - rows.reduce((sum, row) => sum + row.length ** 2, 0) / count) / (rows.length - 1)
  const whole = meanBetween + (typical - 1) * meanWithin
  if (!(whole > 1e-12)) return { kind: 'assumed', value: assumed, because: 'no-variation' }
  const correlation = (meanBetween - meanWithin) / whole
  if (!(correlation > 0)) return { kind: 'assumed', value: assumed, because: 'no-correlation' }
  const k = rows.length / rows.reduce((sum, row) => sum + 1 / row.length, 0)
  return {
    kind: 'computed',
    value: Math.min(1, (k * correlation) / (1 + (k - 1) * correlation)),
    indicatorCorrelation: correlation,
    indicators: k,
    people: rows.length,
  }
}
