/** Log-probability of a category and how it bends as the linear part rises. */
export interface CategoryLikelihood {
  log: number
  first: number
  second: number
}

/**
 * How likely a mark falls in a category when P(mark ≤ k) = logistic(threshold k − linear): the logarithm, its slope and its bend
 * along `linear`. `category` counts from 0; thresholds rise, one fewer than categories. Stays finite far out.
 * Source: McCullagh 1980.
 * @example categoryLikelihood(0, [0], 0).log // −0.693…
 */
export function categoryLikelihood(
  category: number,
  thresholds: ArrayLike<number>,
  linear: number,
): CategoryLikelihood {
  const above = category < thresholds.length ? (thresholds[category] ?? 0) - linear : Number.POSITIVE_INFINITY
  const below = category > 0 ? (thresholds[category - 1] ?? 0) - linear : Number.NEGATIVE_INFINITY
  const [up, down] = [logistic(above), logistic(below)]
  return { log: logOf(above, below), first: up + down - 1, second: -(up * (1 - up) + down * (1 - down)) }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** log(1 + exp(x)) without overflow. */
const softPlus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))

function logOf(above: number, below: number): number {
  if (above === Number.POSITIVE_INFINITY) return -softPlus(below)
  if (below === Number.NEGATIVE_INFINITY) return -softPlus(-above)
  return above + Math.log(-Math.expm1(below - above)) - softPlus(above) - softPlus(below)
}
