import type { CodedRatings } from './ratings.ts'

/** Measures in logits. Severities, difficulties and thresholds each sum to 0; persons float. */
export interface RaschMeasures {
  readonly persons: Float64Array
  readonly raters: Float64Array
  readonly items: Float64Array
  readonly thresholds: Float64Array
}

/**
 * How far the person of a mark is ahead of the rater's severity and the item's difficulty, in logits.
 * @example aheadOf(ratings, measures, 0)
 */
export function aheadOf(ratings: CodedRatings, measures: RaschMeasures, mark: number): number {
  const person = measures.persons[ratings.person[mark] ?? 0] ?? 0
  const severity = measures.raters[ratings.rater[mark] ?? 0] ?? 0
  return person - severity - (measures.items[ratings.item[mark] ?? 0] ?? 0)
}

/**
 * Thresholds at which the category counts would be as found if everyone were alike; they sum to 0.
 * @example startingThresholds(codeRatings(ratings))
 */
export function startingThresholds(ratings: CodedRatings): Float64Array {
  const counts = new Float64Array(ratings.scores.length)
  for (const category of ratings.category) counts[category] = (counts[category] ?? 0) + 1
  const raw = counts.slice(1).map((count, index) => Math.log((counts[index] ?? 0) / count))
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length
  return raw.map((value) => value - mean)
}
