import { Matrix } from 'ml-matrix'
import type { Marginal, Nodes, PopulationMeasures, RatingPairs } from './marginal.ts'
import { reachedCategories } from './rating-scale.ts'
import type { CodedRatings } from './ratings.ts'

/** What the curvature of the likelihood is worked out from. */
export interface MarginalPoint {
  readonly ratings: CodedRatings
  readonly pairs: RatingPairs
  readonly nodes: Nodes
  readonly measures: PopulationMeasures
  readonly found: Marginal
}

/**
 * How sharply the likelihood bends at these measures (information), in the order raters, items, thresholds, mean of the persons,
 * logarithm of their deviation. `complete` what the marks would tell if the persons' places were known; `observed` less what is
 * lost because they are not.
 * Source: Louis 1982.
 * @example observedInformation(point).get(0, 0)
 */
export function observedInformation(point: MarginalPoint): Matrix {
  const matrix = completeInformation(point)
  const last = matrix.rows - 1
  matrix.set(last, last, matrix.get(last, last) - point.found.gradient.logSd)
  takeOutDoubt(matrix, point)
  return matrix
}

/** @example completeInformation(point).rows // raters + items + thresholds + 2 */
export function completeInformation(point: MarginalPoint): Matrix {
  const { ratings, pairs, nodes, measures, found } = point
  const mean = ratings.raters.length + ratings.items.length + measures.thresholds.length
  const matrix = Matrix.zeros(mean + 2, mean + 2)
  const size = nodes.places.length
  for (let place = 0; place < found.marks.length; place += 1) {
    const pair = Math.floor(place / size)
    addPlace(matrix, point, place, [
      [pairs.rater[pair] ?? 0, -1],
      [ratings.raters.length + (pairs.item[pair] ?? 0), -1],
      [mean, 1],
      [mean + 1, measures.sd * (nodes.places[place % size] ?? 0)],
    ])
  }
  return matrix
}

/** What the marks of one pair at one node tell; `parts` are the measures that shift the mark, with their sign. */
function addPlace(
  matrix: Matrix,
  { ratings, found }: MarginalPoint,
  place: number,
  parts: readonly (readonly [number, number])[],
): void {
  const categories = ratings.scores.length
  const firstThreshold = ratings.raters.length + ratings.items.length
  const amount = found.marks[place] ?? 0
  const probabilities = found.table.probabilities.subarray(place * categories, (place + 1) * categories)
  const { reached, withCategory } = reachedCategories(probabilities, found.table.expected[place] ?? 0)
  const variance = withCategory.reduce((sum, bound) => sum + bound, 0)
  const add = (row: number, column: number, part: number) =>
    matrix.set(row, column, matrix.get(row, column) + amount * part)
  for (const [row, sign] of parts) {
    for (const [column, other] of parts) add(row, column, sign * other * variance)
    for (const [threshold, bound] of withCategory.entries()) {
      add(row, firstThreshold + threshold, -sign * bound)
      add(firstThreshold + threshold, row, -sign * bound)
    }
  }
  for (const [first, share] of reached.entries()) {
    for (const [second, other] of reached.entries()) {
      add(firstThreshold + first, firstThreshold + second, Math.min(share, other) - share * other)
    }
  }
}

/** Takes out, person by person, how much the rises would differ from place to place (posterior covariance). */
function takeOutDoubt(matrix: Matrix, point: MarginalPoint): void {
  const size = point.nodes.places.length
  for (const [person, marks] of marksByPerson(point.ratings).entries()) {
    const { touched, rises } = risesOf(point, marks)
    const shares = point.found.posterior.subarray(person * size, (person + 1) * size)
    subtract(matrix, touched, covariance(rises, shares, touched.length))
  }
}

/** Covariance of the columns of a table of nodes × width, each node with its share; the lower half. */
function covariance(rises: Float64Array, shares: Float64Array, width: number): Float64Array {
  const means = new Float64Array(width)
  for (const [node, share] of shares.entries()) {
    for (let own = 0; own < width; own += 1) addAt(means, own, share * (rises[node * width + own] ?? 0))
  }
  const products = new Float64Array(width * width)
  for (const [node, share] of shares.entries()) {
    const distances = means.map((mean, own) => (rises[node * width + own] ?? 0) - mean)
    for (let row = 0; row < width; row += 1) {
      const weighted = share * (distances[row] ?? 0)
      for (let column = 0; column <= row; column += 1) {
        addAt(products, row * width + column, weighted * (distances[column] ?? 0))
      }
    }
  }
  return products
}

function subtract(matrix: Matrix, touched: readonly number[], products: Float64Array): void {
  for (const [row, rowPlace] of touched.entries()) {
    for (let column = 0; column <= row; column += 1) {
      const columnPlace = touched[column] ?? 0
      const product = products[row * touched.length + column] ?? 0
      matrix.set(rowPlace, columnPlace, matrix.get(rowPlace, columnPlace) - product)
      if (column < row) matrix.set(columnPlace, rowPlace, matrix.get(columnPlace, rowPlace) - product)
    }
  }
}

function marksByPerson(ratings: CodedRatings): readonly (readonly number[])[] {
  const marks: number[][] = ratings.persons.map(() => [])
  for (const [mark, person] of ratings.person.entries()) marks[person]?.push(mark)
  return marks
}

/** The measures one person's marks touch, and the rise of that person's likelihood along each, node by node. */
function risesOf({ ratings, pairs, nodes, measures, found }: MarginalPoint, marks: readonly number[]) {
  const firstThreshold = ratings.raters.length + ratings.items.length
  const mean = firstThreshold + measures.thresholds.length
  const columns = new Map<number, number>()
  const columnOf = (place: number) => columns.get(place) ?? columns.set(place, columns.size).size - 1
  for (let place = firstThreshold; place < mean + 2; place += 1) columnOf(place)
  const places = marks.map((mark) => ({
    pair: pairs.ofMark[mark] ?? 0,
    category: ratings.category[mark] ?? 0,
    rater: columnOf(ratings.rater[mark] ?? 0),
    item: columnOf(ratings.raters.length + (ratings.item[mark] ?? 0)),
  }))
  const size = nodes.places.length
  const width = columns.size
  const thresholds = measures.thresholds.length
  const rises = new Float64Array(size * width)
  for (const { pair, category, rater, item } of places) {
    for (let node = 0; node < size; node += 1) {
      const start = node * width
      const surplus = category - (found.table.expected[pair * size + node] ?? 0)
      addAt(rises, start + rater, -surplus)
      addAt(rises, start + item, -surplus)
      addAt(rises, start + thresholds, surplus)
      addAt(rises, start + thresholds + 1, surplus * measures.sd * (nodes.places[node] ?? 0))
      let reached = 0
      for (let threshold = thresholds - 1; threshold >= 0; threshold -= 1) {
        reached += found.table.probabilities[(pair * size + node) * (thresholds + 1) + threshold + 1] ?? 0
        addAt(rises, start + threshold, reached - (category > threshold ? 1 : 0))
      }
    }
  }
  return { touched: [...columns.keys()], rises }
}

function addAt(values: Float64Array, place: number, amount: number): void {
  values[place] = (values[place] ?? 0) + amount
}
