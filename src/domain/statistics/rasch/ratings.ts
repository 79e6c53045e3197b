import { AppError } from '#domain/app-error.ts'
import { sortedLabels } from '#domain/statistics/column-table.ts'

/** One mark: who was rated, by whom, on what. */
export interface RaschRating {
  readonly person: string
  readonly rater: string
  readonly item: string
  readonly score: number
}

/** The ratings as places in lists of names; `category` counts the observed scores from 0 up. */
export interface CodedRatings {
  readonly persons: readonly string[]
  readonly raters: readonly string[]
  readonly items: readonly string[]
  /** The score each category stands for, rising; scores nobody gave are left out. */
  readonly scores: readonly number[]
  readonly person: Int32Array
  readonly rater: Int32Array
  readonly item: Int32Array
  readonly category: Int32Array
  readonly count: number
}

/**
 * Lists the persons, raters, items and scores of the ratings and replaces each by its place. Throws E-ARG for a score that is
 * not a finite figure.
 * @example codeRatings([{ person: 'p', rater: 'r', item: 'i', score: 4 }]).scores // [4]
 */
export function codeRatings(ratings: readonly RaschRating[]): CodedRatings {
  if (!ratings.every(({ score }) => Number.isFinite(score))) throw new AppError('E-ARG')
  const persons = namesOf(ratings, 'person')
  const raters = namesOf(ratings, 'rater')
  const items = namesOf(ratings, 'item')
  const scores = [...new Set(ratings.map(({ score }) => score + 0))].toSorted((a, b) => a - b)
  return {
    persons,
    raters,
    items,
    scores,
    person: placesOf(ratings, persons, ({ person }) => person),
    rater: placesOf(ratings, raters, ({ rater }) => rater),
    item: placesOf(ratings, items, ({ item }) => item),
    category: placesOf(ratings, scores, ({ score }) => score + 0),
    count: ratings.length,
  }
}

const namesOf = (ratings: readonly RaschRating[], facet: 'person' | 'rater' | 'item'): readonly string[] =>
  sortedLabels(ratings.map((rating) => rating[facet]))

function placesOf<Key>(
  ratings: readonly RaschRating[],
  keys: readonly Key[],
  keyOf: (rating: RaschRating) => Key,
): Int32Array {
  const places = new Map(keys.map((key, index) => [key, index]))
  return Int32Array.from(ratings, (rating) => places.get(keyOf(rating)) ?? 0)
}
