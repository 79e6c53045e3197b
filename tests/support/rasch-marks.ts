import { categoryProbabilities } from '#domain/statistics/rasch/rating-scale.ts'
import type { RaschRating } from '#domain/statistics/rasch/ratings.ts'
import { seededChance } from '#domain/statistics/seeded-chance.ts'

export interface RaschPlan {
  readonly seed: number
  readonly severities: readonly number[]
  readonly difficulties: readonly number[]
  readonly thresholds: readonly number[]
  readonly persons: number
  /** Which raters mark the person. */
  readonly ratersOf: (person: number) => readonly number[]
}

/** Marks drawn from the model, persons normal with deviation 1.5; scores count from 1. */
export function raschMarks(plan: RaschPlan): readonly RaschRating[] {
  const chance = seededChance(plan.seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  const thresholds = Float64Array.from(plan.thresholds)
  const probabilities = new Float64Array(thresholds.length + 1)
  const draw = (ahead: number): number => {
    categoryProbabilities(ahead, thresholds, probabilities)
    let rest = chance()
    let category = 0
    while (category < thresholds.length && rest >= (probabilities[category] ?? 0)) {
      rest -= probabilities[category] ?? 0
      category += 1
    }
    return 1 + category
  }
  return Array.from({ length: plan.persons }, (_, person) => ({ person, measure: 1.5 * normal() })).flatMap(
    ({ person, measure }) =>
      plan.ratersOf(person).flatMap((rater) =>
        plan.difficulties.map((difficulty, item) => ({
          person: `p${person}`,
          rater: `r${rater}`,
          item: `i${item}`,
          score: draw(measure - (plan.severities[rater] ?? 0) - difficulty),
        })),
      ),
  )
}
