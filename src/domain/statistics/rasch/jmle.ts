import { sumOver } from '#domain/statistics/element.ts'
import { newtonAscent } from '#domain/statistics/numeric/newton-ascent.ts'
import { jointStep } from './joint-step.ts'
import { aheadOf, type RaschMeasures, startingThresholds } from './measures.ts'
import { categoryProbabilities } from './rating-scale.ts'
import type { CodedRatings } from './ratings.ts'

export interface JmleFit {
  readonly measures: RaschMeasures
  readonly logLik: number
  readonly steps: number
  readonly settled: boolean
}

const smallestStep = 1e-9

/**
 * Measures of persons, raters, items and thresholds that together make the given marks most likely (joint maximum likelihood),
 * by Newton steps of at most one logit until none moves by 1e-9. All measures step together, with the persons eliminated:
 * stepping facet by facet reaches the same point, but needs tens of thousands of rounds where raters share few persons.
 * Input: connected ratings without anyone at an end of the scale. `settled` is false when measures run away. Joint estimation
 * stretches measures by about L/(L − 1) with L marks per person; prefer MML for reporting.
 * Source: Wright and Masters 1982; Linacre 1989.
 * @example fitJmle(codeRatings(ratings)).measures.raters
 */
export function fitJmle(ratings: CodedRatings): JmleFit {
  const found = newtonAscent(
    startingPoint(ratings),
    {
      valueAt: (point) => logLikelihood(ratings, measuresOf(ratings, point)),
      stepAt: (point) => jointStep(ratings, measuresOf(ratings, point)),
    },
    smallestStep,
  )
  const measures = measuresOf(ratings, found.point)
  return { measures, logLik: found.value, steps: found.steps, settled: found.settled }
}

/** The measures laid one after another: persons, raters, items, thresholds. Parts of the point, not copies. */
function measuresOf(ratings: CodedRatings, point: Float64Array): RaschMeasures {
  const raters = ratings.persons.length
  const items = raters + ratings.raters.length
  const thresholds = items + ratings.items.length
  return {
    persons: point.subarray(0, raters),
    raters: point.subarray(raters, items),
    items: point.subarray(items, thresholds),
    thresholds: point.subarray(thresholds),
  }
}

function startingPoint(ratings: CodedRatings): Float64Array {
  const thresholds = startingThresholds(ratings)
  const before = ratings.persons.length + ratings.raters.length + ratings.items.length
  const point = new Float64Array(before + thresholds.length)
  point.set(thresholds, before)
  return point
}

/** Smaller than any probability that matters, larger than what turns a logarithm infinite. */
const leastProbability = 1e-300

function logLikelihood(ratings: CodedRatings, measures: RaschMeasures): number {
  const probabilities = new Float64Array(ratings.scores.length)
  return sumOver(ratings.count, (mark) => {
    categoryProbabilities(aheadOf(ratings, measures, mark), measures.thresholds, probabilities)
    return Math.log(Math.max(leastProbability, probabilities[ratings.category[mark] ?? 0] ?? 0))
  })
}
