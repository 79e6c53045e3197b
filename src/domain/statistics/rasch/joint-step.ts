import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { keepSums } from './keep-sums.ts'
import { aheadOf, type RaschMeasures } from './measures.ts'
import { categoryProbabilities, reachedCategories } from './rating-scale.ts'
import type { CodedRatings } from './ratings.ts'

/** What one person's marks say: about the person, and about the raters, items and thresholds they touch. */
interface PersonPart {
  surplus: number
  information: number
  /** Place among raters, items, thresholds → shared information. */
  readonly shared: Map<number, number>
}

/**
 * The Newton step of all measures together: the persons are eliminated one by one (each touches only a few others), the rest is
 * solved at once, and the persons follow. Raters, items and thresholds each keep their sum.
 * Output: in the order persons, raters, items, thresholds; null where the marks do not determine the measures.
 * @example jointStep(ratings, measures)
 */
export function jointStep(ratings: CodedRatings, measures: RaschMeasures): Float64Array | null {
  const sizes = [ratings.raters.length, ratings.items.length, measures.thresholds.length] as const
  const size = sizes[0] + sizes[1] + sizes[2]
  const surplus = new Float64Array(size)
  const matrix = Matrix.zeros(size, size)
  const persons = collect(ratings, measures, surplus, matrix)
  for (const { shared, surplus: own, information } of persons) {
    for (const [row, amount] of shared) {
      surplus[row] = (surplus[row] ?? 0) - (amount * own) / information
      for (const [column, other] of shared)
        matrix.set(row, column, matrix.get(row, column) - (amount * other) / information)
    }
  }
  keepSums(matrix, sizes)
  const solver = new CholeskyDecomposition(matrix)
  if (!solver.isPositiveDefinite()) return null
  const others = solver.solve(Matrix.columnVector([...surplus])).to1DArray()
  const steps = persons.map(({ shared, surplus: own, information }) => {
    let rest = own
    for (const [row, amount] of shared) rest -= amount * (others[row] ?? 0)
    return rest / information
  })
  return Float64Array.from([...steps, ...others])
}

/** Less than this says nothing about a person; it keeps their step finite. */
const leastInformation = 1e-12

/** Walks over the marks: surplus and information of raters, items and thresholds into the arguments, persons returned. */
function collect(
  ratings: CodedRatings,
  measures: RaschMeasures,
  surplus: Float64Array,
  matrix: Matrix,
): readonly PersonPart[] {
  const persons: PersonPart[] = ratings.persons.map(() => ({
    surplus: 0,
    information: leastInformation,
    shared: new Map(),
  }))
  const probabilities = new Float64Array(ratings.scores.length)
  for (const [mark, person] of ratings.person.entries()) {
    const ahead = aheadOf(ratings, measures, mark)
    const { expected, variance } = categoryProbabilities(ahead, measures.thresholds, probabilities)
    const part = persons[person]
    if (part === undefined) continue
    const category = ratings.category[mark] ?? 0
    const places = [ratings.rater[mark] ?? 0, ratings.raters.length + (ratings.item[mark] ?? 0)] as const
    part.surplus += category - expected
    part.information += variance
    for (const row of places) {
      surplus[row] = (surplus[row] ?? 0) - (category - expected)
      addTo(part.shared, row, -variance)
      for (const column of places) addTwo(matrix, row, column, variance)
    }
    addThresholds(ratings, { part, places, category, expected, probabilities }, surplus, matrix)
  }
  return persons
}

interface MarkPart {
  readonly part: PersonPart
  readonly places: readonly [number, number]
  readonly category: number
  readonly expected: number
  readonly probabilities: Float64Array
}

function addThresholds(
  ratings: CodedRatings,
  { part, places, category, expected, probabilities }: MarkPart,
  surplus: Float64Array,
  matrix: Matrix,
): void {
  const first = ratings.raters.length + ratings.items.length
  const { reached, withCategory } = reachedCategories(probabilities, expected)
  for (const [threshold, share] of reached.entries()) {
    const row = first + threshold
    const bound = withCategory[threshold] ?? 0
    surplus[row] = (surplus[row] ?? 0) - (category > threshold ? 1 : 0) + share
    addTo(part.shared, row, -bound)
    for (const place of places) {
      addTwo(matrix, row, place, bound)
      addTwo(matrix, place, row, bound)
    }
    for (const [other, otherShare] of reached.entries()) {
      addTwo(matrix, row, first + other, Math.min(share, otherShare) - share * otherShare)
    }
  }
}

const addTwo = (matrix: Matrix, row: number, column: number, amount: number) =>
  matrix.set(row, column, matrix.get(row, column) + amount)

function addTo(shared: Map<number, number>, place: number, amount: number): void {
  shared.set(place, (shared.get(place) ?? 0) + amount)
}
