/** Mean and spread of the category a mark falls in, at one place of the scale. */
export interface Expectation {
  expected: number
  variance: number
}

/**
 * Fills in how likely each category is where a person's measure exceeds severity and difficulty by `ahead` logits (rating scale
 * model): log P(k)/P(k − 1) = ahead − threshold k. Sums of logarithms, so that no measure overflows.
 * Output: into `probabilities` (one more entry than thresholds); returns mean and variance of the category number.
 * Source: Andrich 1978; Linacre 1989 (many facets).
 * @example categoryProbabilities(0, Float64Array.of(0), new Float64Array(2)) // { expected: 0.5, variance: 0.25 }
 */
export function categoryProbabilities(
  ahead: number,
  thresholds: Float64Array,
  probabilities: Float64Array,
): Expectation {
  const top = thresholds.length
  let [log, largest] = [0, 0]
  probabilities[0] = 0
  for (let category = 1; category <= top; category += 1) {
    log += ahead - (thresholds[category - 1] ?? 0)
    probabilities[category] = log
    if (log > largest) largest = log
  }
  let [sum, first, second] = [0, 0, 0]
  for (let category = 0; category <= top; category += 1) {
    const weight = Math.exp((probabilities[category] ?? 0) - largest)
    probabilities[category] = weight
    sum += weight
    first += category * weight
    second += category * category * weight
  }
  for (let category = 0; category <= top; category += 1) {
    probabilities[category] = (probabilities[category] ?? 0) / sum
  }
  const expected = first / sum
  return { expected, variance: Math.max(0, second / sum - expected * expected) }
}

/**
 * From the probabilities of the categories: how likely a mark reaches category 1, 2, …, and how strongly reaching it goes with
 * the category number (covariance).
 * @example reachedCategories(Float64Array.of(0.5, 0.5), 0.5) // reached [0.5], withCategory [0.25]
 */
export function reachedCategories(
  probabilities: Float64Array,
  expected: number,
): { readonly reached: Float64Array; readonly withCategory: Float64Array } {
  const reached = probabilities.slice(1)
  const withCategory = new Float64Array(reached.length)
  let [share, moment] = [0, 0]
  for (let place = reached.length - 1; place >= 0; place -= 1) {
    const own = probabilities[place + 1] ?? 0
    share += own
    moment += own * (place + 1)
    reached[place] = share
    withCategory[place] = moment - expected * share
  }
  return { reached, withCategory }
}
