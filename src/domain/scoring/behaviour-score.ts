import { type BehaviourScore as BehaviourRow, behaviourValues } from '#domain/model/assessment.ts'
import type { ExpectationLevel } from '#domain/model/levels.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'

export type BehaviourScore =
  | {
      readonly kind: 'complete'
      /** Sum of the seven whole-number scores, 7–35. */
      readonly sum: number
      /** Mean × 20, 20–100, unrounded; for showing. */
      readonly score: number
      readonly suggested: ExpectationLevel
    }
  | {
      readonly kind: 'incomplete'
      readonly present: number
      readonly total: number
      readonly previewScore: number | null
    }

/**
 * Behaviour score: the mean of the seven BerAKHLAK values (1–5) × 20, and the level its band suggests.
 * The level is decided in whole numbers, `20·sum ≥ 7·edge`, so that no rounding can move anybody across an edge.
 * A missing value leaves it incomplete; it never counts as zero.
 * Source: house convention (domain guide section 6); the form asks for one overall rating.
 * @example behaviourScore(sevenScoresOf(3), defaultScoringPolicy) // { kind: 'complete', sum: 21, score: 60, suggested: 'meets' }
 */
export function behaviourScore(
  scores: readonly Pick<BehaviourRow, 'value' | 'score'>[],
  policy: Pick<ScoringPolicy, 'behaviourBands'>,
): BehaviourScore {
  const total = behaviourValues.length
  const found = new Map(scores.map((score) => [score.value, score.score]))
  const sum = [...found.values()].reduce((whole, score) => whole + score, 0)
  if (found.size < total) {
    return {
      kind: 'incomplete',
      present: found.size,
      total,
      previewScore: found.size === 0 ? null : (sum * 20) / found.size,
    }
  }
  return { kind: 'complete', sum, score: (sum * 20) / total, suggested: suggestedOf(sum, total, policy.behaviourBands) }
}

function suggestedOf(sum: number, total: number, bands: ScoringPolicy['behaviourBands']): ExpectationLevel {
  const reaches = (edge: number) => 20 * sum >= total * edge
  if (reaches(bands.above)) return 'above'
  return reaches(bands.meets) ? 'meets' : 'below'
}
