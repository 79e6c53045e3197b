import { compareLabels } from '#domain/statistics/column-table.ts'
import type { Extreme, Facet } from './extremes.ts'
import { categoryProbabilities } from './rating-scale.ts'
import type { RaschRating } from './ratings.ts'
import { errorOf, fairAverage, type RaschElement, type RaschFacets, type RaschPerson } from './report.ts'

/** How far from the end of the scale a total is placed that stands on it. */
const inward = 0.3
/** Farther out no total of an office lies. */
const farthest = 200

/**
 * Gives those with only lowest or only highest marks the measure of a total 0.3 inside the end, against everyone else's
 * measures, and marks them `extreme`; persons first, then items, then raters. Whom only others without a measure could place
 * keeps none (null).
 * `scores` of the fair average are those of the persons already placed. Source: Linacre, Facets manual (extreme scores).
 * @example placeExtremes(ratings, extremes, described, thresholds).persons
 */
export function placeExtremes(
  ratings: readonly RaschRating[],
  extremes: readonly Extreme[],
  found: RaschFacets,
  thresholds: Float64Array,
  scores: readonly number[],
): RaschFacets {
  const known: Record<Facet, Map<string, number>> = {
    person: measuresOf(found.persons),
    rater: measuresOf(found.raters),
    item: measuresOf(found.items),
  }
  const scale = { items: [...known.item.values()], thresholds, scores }
  const added: Record<Facet, RaschElement[]> = { person: [], rater: [], item: [] }
  for (const facet of ['person', 'item', 'rater'] as const) {
    const own = extremes.filter((extreme) => extreme.facet === facet)
    const marks = marksOf(ratings, facet, new Set(own.map(({ name }) => name)))
    for (const extreme of own) {
      const placed = place(extreme, marks.get(extreme.name) ?? [], known, thresholds)
      added[facet].push(placed)
      if (placed.measure !== null) known[facet].set(placed.name, placed.measure)
    }
  }
  const sorted = <One extends RaschElement>(list: readonly One[]) =>
    list.toSorted((a, b) => compareLabels(a.name, b.name))
  return {
    raters: sorted([...found.raters, ...added.rater]),
    items: sorted([...found.items, ...added.item]),
    persons: sorted([...found.persons, ...added.person.map((person) => withFairAverage(person, scale))]),
  }
}

const withFairAverage = (person: RaschElement, scale: Parameters<typeof fairAverage>[1]): RaschPerson => ({
  ...person,
  fairAverage: person.measure === null ? null : fairAverage(person.measure, scale),
})

const measuresOf = (elements: readonly RaschElement[]): Map<string, number> =>
  new Map(elements.flatMap(({ name, measure }) => (measure === null ? [] : [[name, measure] as const])))

function marksOf(ratings: readonly RaschRating[], facet: Facet, names: ReadonlySet<string>) {
  const marks = new Map<string, RaschRating[]>()
  for (const rating of ratings) {
    const name = rating[facet]
    if (!names.has(name)) continue
    const own = marks.get(name)
    if (own) own.push(rating)
    else marks.set(name, [rating])
  }
  return marks
}

function place(
  { facet, name, end }: Extreme,
  marks: readonly RaschRating[],
  known: Readonly<Record<Facet, ReadonlyMap<string, number>>>,
  thresholds: Float64Array,
): RaschElement {
  const others = marks.flatMap((mark) => {
    const ahead = aheadWithout(facet, mark, known)
    return ahead === null ? [] : [ahead]
  })
  const nothing = { infit: null, outfit: null, marks: marks.length, extreme: end }
  if (others.length === 0) return { name, measure: null, se: null, ...nothing }
  const target = end === 'lowest' ? inward : others.length * thresholds.length - inward
  const ahead = measureOfTotal(target, others, thresholds)
  const information = totals(ahead, others, thresholds).variance
  return { name, measure: facet === 'person' ? ahead : -ahead, se: errorOf(information), ...nothing }
}

/** How far ahead the mark's other two parts put the person; null where one of them has no measure. */
function aheadWithout(
  facet: Facet,
  mark: RaschRating,
  known: Readonly<Record<Facet, ReadonlyMap<string, number>>>,
): number | null {
  const part = (other: Facet) => (other === facet ? 0 : known[other].get(mark[other]))
  const [person, rater, item] = [part('person'), part('rater'), part('item')]
  return person === undefined || rater === undefined || item === undefined ? null : person - rater - item
}

function totals(shift: number, others: readonly number[], thresholds: Float64Array) {
  const probabilities = new Float64Array(thresholds.length + 1)
  let [expected, variance] = [0, 0]
  for (const ahead of others) {
    const mark = categoryProbabilities(ahead + shift, thresholds, probabilities)
    expected += mark.expected
    variance += mark.variance
  }
  return { expected, variance }
}

/** The shift at which the expected total is the target: the total only rises with it, so halving finds it. */
function measureOfTotal(target: number, others: readonly number[], thresholds: Float64Array): number {
  let [low, high] = [-farthest, farthest]
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2
    if (totals(middle, others, thresholds).expected < target) low = middle
    else high = middle
  }
  return (low + high) / 2
}
