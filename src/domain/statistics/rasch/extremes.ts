import type { RaschRating } from './ratings.ts'

/** The parts of a rating that have a measure of their own. */
export type Facet = 'person' | 'rater' | 'item'

/** Someone (or something) all of whose marks are the lowest, or all the highest: no finite measure fits. */
export interface Extreme {
  readonly facet: Facet
  readonly name: string
  readonly end: 'lowest' | 'highest'
}

/**
 * Sets aside everyone with only lowest or only highest marks, again and again until nobody is left at an end: without them
 * the lowest or highest score of the rest may have changed.
 * `facets` names what is looked at: all three for JMLE; raters and items for MML, where persons always have a measure.
 * @example setExtremesAside([…], ['person', 'rater', 'item']).extremes // [{ facet: 'person', name: 'p1', end: 'lowest' }]
 */
export function setExtremesAside(
  ratings: readonly RaschRating[],
  facets: readonly Facet[],
): { readonly kept: readonly RaschRating[]; readonly extremes: readonly Extreme[] } {
  let kept = ratings
  const extremes: Extreme[] = []
  while (kept.length > 0) {
    const scores = kept.reduce(
      ({ low, high }, { score }) => ({ low: Math.min(low, score), high: Math.max(high, score) }),
      { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY },
    )
    const found = facets.flatMap((facet) => extremesOf(kept, facet, scores))
    if (found.length === 0) break
    extremes.push(...found)
    const aside = new Set(found.map(({ facet, name }) => `${facet} ${name}`))
    kept = kept.filter((rating) => !facets.some((facet) => aside.has(`${facet} ${rating[facet]}`)))
  }
  return { kept, extremes }
}

function extremesOf(
  ratings: readonly RaschRating[],
  facet: Facet,
  { low, high }: { readonly low: number; readonly high: number },
): readonly Extreme[] {
  const ends = new Map<string, 'lowest' | 'highest' | null>()
  for (const rating of ratings) {
    const name = rating[facet]
    const end = rating.score === low ? 'lowest' : rating.score === high ? 'highest' : null
    const before = ends.get(name)
    ends.set(name, before === undefined || before === end ? end : null)
  }
  return [...ends].flatMap(([name, end]) => (end === null ? [] : [{ facet, name, end }]))
}
