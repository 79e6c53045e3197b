/** Where a mark was expected, with the weight of that place (1 where a person's measure is a single figure). */
export interface MarkPlace {
  readonly weight: number
  readonly expected: number
  readonly variance: number
}

export interface FacetFit {
  /** Σ variance: 1/√ of it is the standard error of a joint estimate. */
  readonly information: Float64Array
  readonly infit: Float64Array
  readonly outfit: Float64Array
  readonly marks: Int32Array
}

/** Below this a mark was certain, and its standardised residual means nothing. */
const certain = 1e-12

/**
 * How well the marks of each element follow the model: mean squares near 1. `infit` weighs marks by how much they could vary,
 * `outfit` does not and so reacts to single surprises. Outside 0.6–1.5 worth a look; the limits depend on the sample.
 * Input: the element and category of each mark, and a walk over the places where its person may stand. An element none of
 * whose marks could vary has 1.
 * Source: Wright and Masters 1982.
 * @example facetFit(ratings.rater, ratings.raters.length, ratings.category, placesOf).infit
 */
export function facetFit(
  places: Int32Array,
  count: number,
  categories: Int32Array,
  eachPlace: (mark: number, visit: (place: MarkPlace) => void) => void,
): FacetFit {
  const [information, squares, standardised] = [0, 0, 0].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const marks = new Int32Array(count)
  for (let mark = 0; mark < places.length; mark += 1) {
    const own = places[mark] ?? 0
    const category = categories[mark] ?? 0
    marks[own] = (marks[own] ?? 0) + 1
    eachPlace(mark, ({ weight, expected, variance }) => {
      const square = (category - expected) ** 2
      information[own] = (information[own] ?? 0) + weight * variance
      squares[own] = (squares[own] ?? 0) + weight * square
      if (variance > certain) standardised[own] = (standardised[own] ?? 0) + (weight * square) / variance
    })
  }
  const over = (sums: Float64Array, parts: Float64Array | Int32Array) =>
    sums.map((sum, index) => ((parts[index] ?? 0) > certain ? sum / (parts[index] ?? 0) : 1))
  return { information, infit: over(squares, information), outfit: over(standardised, marks), marks }
}
