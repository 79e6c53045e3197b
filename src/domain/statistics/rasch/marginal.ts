import { categoryProbabilities } from './rating-scale.ts'
import type { CodedRatings } from './ratings.ts'

/** Everything the marks depend on when persons come from a normal distribution. */
export interface PopulationMeasures {
  readonly raters: Float64Array
  readonly items: Float64Array
  readonly thresholds: Float64Array
  readonly mean: number
  readonly sd: number
}

/** Places of the population, in deviations from its mean, and the share of persons at each. */
export interface Nodes {
  readonly places: Float64Array
  readonly shares: Float64Array
}

/** The pairs of rater and item that occur, and which pair each mark belongs to. */
export interface RatingPairs {
  readonly rater: readonly number[]
  readonly item: readonly number[]
  readonly ofMark: Int32Array
}

export interface Marginal {
  readonly logLik: number
  /** Rise of the log-likelihood along each measure, the mean, and the logarithm of the deviation. */
  readonly gradient: {
    raters: Float64Array
    items: Float64Array
    thresholds: Float64Array
    mean: number
    logSd: number
  }
  /** Persons × nodes: how likely each place is for each person, given the marks. */
  readonly posterior: Float64Array
  readonly table: PairTable
  /** Pairs × nodes: how many marks of each pair stand at each node. */
  readonly marks: Float64Array
}

/** What the measures make of each pair at each node. */
export interface PairTable {
  /** Pairs × nodes × categories. */
  readonly probabilities: Float64Array
  /** Pairs × nodes. */
  readonly expected: Float64Array
}

/**
 * Equally spaced places out to `reach` deviations with normal weights that sum to 1.
 * @example normalNodes(3, 1).shares // [0.27…, 0.45…, 0.27…]
 */
export function normalNodes(count: number, reach: number): Nodes {
  const places = Float64Array.from({ length: count }, (_, index) => -reach + (2 * reach * index) / (count - 1))
  const densities = places.map((place) => Math.exp((-place * place) / 2))
  const sum = densities.reduce((total, density) => total + density, 0)
  return { places, shares: densities.map((density) => density / sum) }
}

/** @example ratingPairs(ratings).ofMark[0] // 0 */
export function ratingPairs(ratings: CodedRatings): RatingPairs {
  const known = new Map<number, number>()
  const [rater, item]: [number[], number[]] = [[], []]
  const ofMark = new Int32Array(ratings.count)
  for (let mark = 0; mark < ratings.count; mark += 1) {
    const key = (ratings.rater[mark] ?? 0) * ratings.items.length + (ratings.item[mark] ?? 0)
    const pair = known.get(key) ?? rater.length
    if (pair === rater.length) {
      known.set(key, pair)
      rater.push(ratings.rater[mark] ?? 0)
      item.push(ratings.item[mark] ?? 0)
    }
    ofMark[mark] = pair
  }
  return { rater, item, ofMark }
}

/**
 * How likely the marks are when persons come from a normal population, with the exact rise along every measure, and where each
 * person probably stands. Persons are integrated out over the nodes; sums of logarithms throughout.
 * Source: Bock and Aitkin 1981.
 * @example marginal(ratings, ratingPairs(ratings), normalNodes(61, 7), measures).logLik
 */
export function marginal(
  ratings: CodedRatings,
  pairs: RatingPairs,
  nodes: Nodes,
  measures: PopulationMeasures,
): Marginal {
  const table = pairTable(pairs, nodes, measures)
  const { posterior, logLik } = placePersons(ratings, pairs, nodes, table)
  return { logLik, posterior, table, ...rises(ratings, pairs, nodes, measures, table, posterior) }
}

function pairTable(pairs: RatingPairs, nodes: Nodes, measures: PopulationMeasures): PairTable {
  const categories = measures.thresholds.length + 1
  const size = nodes.places.length
  const probabilities = new Float64Array(pairs.rater.length * size * categories)
  const expected = new Float64Array(pairs.rater.length * size)
  for (let pair = 0; pair < pairs.rater.length; pair += 1) {
    const against = (measures.raters[pairs.rater[pair] ?? 0] ?? 0) + (measures.items[pairs.item[pair] ?? 0] ?? 0)
    for (let node = 0; node < size; node += 1) {
      const ahead = measures.mean + measures.sd * (nodes.places[node] ?? 0) - against
      const start = (pair * size + node) * categories
      const own = probabilities.subarray(start, start + categories)
      expected[pair * size + node] = categoryProbabilities(ahead, measures.thresholds, own).expected
    }
  }
  return { probabilities, expected }
}

/** Smaller than any probability that matters, larger than what turns a logarithm infinite. */
const leastProbability = 1e-300

function placePersons(ratings: CodedRatings, pairs: RatingPairs, nodes: Nodes, { probabilities }: PairTable) {
  const size = nodes.places.length
  const categories = ratings.scores.length
  const logs = probabilities.map((probability) => Math.log(Math.max(leastProbability, probability)))
  const posterior = new Float64Array(ratings.persons.length * size)
  for (let mark = 0; mark < ratings.count; mark += 1) {
    const from = (pairs.ofMark[mark] ?? 0) * size * categories + (ratings.category[mark] ?? 0)
    const to = (ratings.person[mark] ?? 0) * size
    for (let node = 0; node < size; node += 1) {
      posterior[to + node] = (posterior[to + node] ?? 0) + (logs[from + node * categories] ?? 0)
    }
  }
  let logLik = 0
  for (let person = 0; person < ratings.persons.length; person += 1) {
    logLik += toShares(posterior.subarray(person * size, (person + 1) * size), nodes.shares)
  }
  return { posterior, logLik }
}

/** Turns log likelihoods at the nodes into posterior shares in place; returns the log of their sum. */
function toShares(own: Float64Array, shares: Float64Array): number {
  const largest = own.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let node = 0; node < own.length; node += 1) {
    const weight = (shares[node] ?? 0) * Math.exp((own[node] ?? 0) - largest)
    own[node] = weight
    sum += weight
  }
  for (let node = 0; node < own.length; node += 1) own[node] = (own[node] ?? 0) / sum
  return largest + Math.log(sum)
}

function rises(
  ratings: CodedRatings,
  pairs: RatingPairs,
  nodes: Nodes,
  measures: PopulationMeasures,
  table: PairTable,
  posterior: Float64Array,
): Pick<Marginal, 'gradient' | 'marks'> {
  const gradient = {
    raters: new Float64Array(ratings.raters.length),
    items: new Float64Array(ratings.items.length),
    thresholds: new Float64Array(measures.thresholds.length),
    mean: 0,
    logSd: 0,
  }
  const distances = nodes.places.map((place) => measures.sd * place)
  const marks = addObserved(gradient, ratings, pairs, distances, posterior)
  takeExpected(gradient, pairs, distances, table, marks)
  return { gradient, marks }
}

/** What was marked; returns how many marks of each pair stand at each node (pairs × nodes). */
function addObserved(
  gradient: Marginal['gradient'],
  ratings: CodedRatings,
  pairs: RatingPairs,
  distances: Float64Array,
  posterior: Float64Array,
): Float64Array {
  const size = distances.length
  const marks = new Float64Array(pairs.rater.length * size)
  for (let mark = 0; mark < ratings.count; mark += 1) {
    const pair = pairs.ofMark[mark] ?? 0
    const start = (ratings.person[mark] ?? 0) * size
    const category = ratings.category[mark] ?? 0
    addTo(gradient.raters, pairs.rater[pair] ?? 0, -category)
    addTo(gradient.items, pairs.item[pair] ?? 0, -category)
    for (let threshold = 0; threshold < category; threshold += 1) addTo(gradient.thresholds, threshold, -1)
    gradient.mean += category
    for (let node = 0; node < size; node += 1) {
      const share = posterior[start + node] ?? 0
      gradient.logSd += share * category * (distances[node] ?? 0)
      addTo(marks, pair * size + node, share)
    }
  }
  return marks
}

/** What the measures make expected of those marks. */
function takeExpected(
  gradient: Marginal['gradient'],
  pairs: RatingPairs,
  distances: Float64Array,
  { probabilities, expected }: PairTable,
  marks: Float64Array,
): void {
  const size = distances.length
  const thresholds = gradient.thresholds.length
  for (let place = 0; place < marks.length; place += 1) {
    const pair = Math.floor(place / size)
    const amount = marks[place] ?? 0
    const share = amount * (expected[place] ?? 0)
    addTo(gradient.raters, pairs.rater[pair] ?? 0, share)
    addTo(gradient.items, pairs.item[pair] ?? 0, share)
    gradient.mean -= share
    gradient.logSd -= share * (distances[place % size] ?? 0)
    let reached = 0
    for (let category = thresholds; category > 0; category -= 1) {
      reached += probabilities[place * (thresholds + 1) + category] ?? 0
      addTo(gradient.thresholds, category - 1, amount * reached)
    }
  }
}

function addTo(values: Float64Array, place: number, amount: number): void {
  values[place] = (values[place] ?? 0) + amount
}
