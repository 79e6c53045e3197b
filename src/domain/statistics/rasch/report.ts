import { element } from '#domain/statistics/element.ts'
import { facetFit, type MarkPlace } from './fit.ts'
import type { RaschMeasures } from './measures.ts'
import { categoryProbabilities } from './rating-scale.ts'
import type { CodedRatings } from './ratings.ts'

export interface RaschElement {
  readonly name: string
  /** Logits; null for someone whom only raters or items without a measure could place. */
  readonly measure: number | null
  readonly se: number | null
  readonly infit: number | null
  readonly outfit: number | null
  /** Number of marks. */
  readonly marks: number
  /** Only lowest or only highest marks: the measure is that of a total 0.3 away from the end. */
  readonly extreme: 'lowest' | 'highest' | null
}

export interface RaschPerson extends RaschElement {
  /** The mean mark over all items from a rater of average severity, in the unit of the scores. */
  readonly fairAverage: number | null
}

export interface RaschFacets {
  readonly raters: readonly RaschElement[]
  readonly items: readonly RaschElement[]
  readonly persons: readonly RaschPerson[]
}

/** Walks over the places where the person of a mark may stand: how far ahead, and how likely. */
export type EachPlace = (mark: number, visit: (ahead: number, weight: number) => void) => void

/**
 * Every rater, item and person with measure, standard error, infit and outfit; persons also with their fair average.
 * @example describeFacets(ratings, fit.measures, (mark, visit) => visit(aheadOf(ratings, fit.measures, mark), 1)).raters
 */
export function describeFacets(ratings: CodedRatings, measures: RaschMeasures, eachPlace: EachPlace): RaschFacets {
  const probabilities = new Float64Array(ratings.scores.length)
  const each = (mark: number, visit: (place: MarkPlace) => void) =>
    eachPlace(mark, (ahead, weight) => {
      visit({ weight, ...categoryProbabilities(ahead, measures.thresholds, probabilities) })
    })
  const facet = (places: Int32Array, names: readonly string[], own: Float64Array): readonly RaschElement[] => {
    const fit = facetFit(places, names.length, ratings.category, each)
    return names.map((name, index) => ({
      name,
      measure: element(own, index),
      se: errorOf(element(fit.information, index)),
      infit: element(fit.infit, index),
      outfit: element(fit.outfit, index),
      marks: element(fit.marks, index),
      extreme: null,
    }))
  }
  const persons = facet(ratings.person, ratings.persons, measures.persons)
  const scale = { items: [...measures.items], thresholds: measures.thresholds, scores: ratings.scores }
  return {
    raters: facet(ratings.rater, ratings.raters, measures.raters),
    items: facet(ratings.item, ratings.items, measures.items),
    persons: persons.map((person) => ({ ...person, fairAverage: fairAverage(person.measure ?? 0, scale) })),
  }
}

/** 1/√information; null where no mark could vary. */
export const errorOf = (information: number): number | null => (information > 1e-12 ? 1 / Math.sqrt(information) : null)

export interface Scale {
  readonly items: readonly number[]
  readonly thresholds: Float64Array
  readonly scores: readonly number[]
}

/**
 * The mark a person of this measure can expect from a rater of average severity, over all items alike.
 * @example fairAverage(0, { items: [0], thresholds: Float64Array.of(0), scores: [1, 2] }) // 1.5
 */
export function fairAverage(measure: number, { items, thresholds, scores }: Scale): number {
  const probabilities = new Float64Array(scores.length)
  const marks = items.map((difficulty) => {
    categoryProbabilities(measure - difficulty, thresholds, probabilities)
    return scores.reduce((sum, score, category) => sum + score * element(probabilities, category), 0)
  })
  return marks.reduce((sum, mark) => sum + mark, 0) / marks.length
}
