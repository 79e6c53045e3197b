import { element } from '#domain/statistics/element.ts'
import type { CodedRatings } from './ratings.ts'

/** What is left of a pivot below this share of its start is rounding. */
const nothingLeft = 1e-9

/**
 * Whether severity of raters and difficulty of items can be told apart: not when each rater judged other items, however many
 * persons they share. Compares what varies inside persons: with R raters and I items in one linked set, R − 1 + I − 1
 * directions must remain.
 * @example ratersMixWithItems(codeRatings(raterAOnItem1AndRaterBOnItem2)) // false
 */
export function ratersMixWithItems(ratings: CodedRatings): boolean {
  const raters = ratings.raters.length
  const size = raters + ratings.items.length
  if (raters === 1 || ratings.items.length === 1) return true
  return rankOf(withinPersonProducts(ratings, size), size) === size - 2
}

/** Cross products of the rater and item markers after taking out each person's mean. */
function withinPersonProducts(ratings: CodedRatings, size: number): Float64Array {
  const products = new Float64Array(size * size)
  const add = (row: number, column: number, amount: number) => {
    products[row * size + column] = element(products, row * size + column) + amount
  }
  const sums = ratings.persons.map(() => new Map<number, number>())
  const counts = new Int32Array(ratings.persons.length)
  for (let index = 0; index < ratings.count; index += 1) {
    const person = element(ratings.person, index)
    const markers = [element(ratings.rater, index), ratings.raters.length + element(ratings.item, index)] as const
    counts[person] = element(counts, person) + 1
    const own = element(sums, person)
    for (const row of markers) {
      own.set(row, (own.get(row) ?? 0) + 1)
      for (const column of markers) add(row, column, 1)
    }
  }
  for (const [person, own] of sums.entries()) {
    for (const [row, amount] of own) {
      for (const [column, other] of own) add(row, column, (-amount * other) / element(counts, person))
    }
  }
  return products
}

/** Rank of a symmetric matrix without negative directions, by elimination with the largest pivot first. */
function rankOf(matrix: Float64Array, size: number): number {
  const at = (row: number, column: number) => element(matrix, row * size + column)
  const left = new Set(Array.from({ length: size }, (_, index) => index))
  const largest = Math.max(...Array.from(left, (index) => at(index, index)))
  let rank = 0
  while (left.size > 0) {
    const pivot = [...left].reduce((best, index) => (at(index, index) > at(best, best) ? index : best))
    const size0 = at(pivot, pivot)
    if (!(size0 > nothingLeft * largest)) break
    left.delete(pivot)
    rank += 1
    for (const row of left) {
      const share = at(row, pivot) / size0
      if (share === 0) continue
      for (const column of left) matrix[row * size + column] = at(row, column) - share * at(pivot, column)
    }
  }
  return rank
}
