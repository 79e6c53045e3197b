import type { Predicate } from '#domain/model/levels.ts'

/** A group smaller than this could point at a person. */
export const smallestPublicGroup = 5

/**
 * Counts per predicate as they may be shown to the public: a group of one to four people is withheld (null). Where that
 * would withhold a single group, the next smallest is withheld with it, or the total would give the figure away.
 * Shapes: people per predicate. Source: house convention; no rule of the field names a threshold.
 * @example publicCounts({ 'very-good': 30, good: 60, 'needs-improvement': 2, poor: 0, 'very-poor': 0 }) // 'needs-improvement' and 'very-good' are null
 */
export function publicCounts(counts: Readonly<Record<Predicate, number>>): Readonly<Record<Predicate, number | null>> {
  const present = (Object.entries(counts) as [Predicate, number][])
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => a - b)
  const small = present.filter(([, count]) => count < smallestPublicGroup).length
  const withheld = new Set(present.slice(0, small === 1 ? 2 : small).map(([predicate]) => predicate))
  const shown = Object.entries(counts).map(([predicate, count]) => [
    predicate,
    withheld.has(predicate as Predicate) ? null : count,
  ])
  return Object.fromEntries(shown) as Record<Predicate, number | null>
}
