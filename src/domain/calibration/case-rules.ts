import type { ExpectationLevel, Predicate } from '#domain/model/levels.ts'
import { predicateRank } from '#domain/rules/quadrant.ts'

/**
 * Visible rules that put a case on the list to look at, in the order they are shown: the printed predicate contradicts
 * the quadrant; the official level is off its suggestion; the achievement index is far from the level (R11); score or
 * predicate jumped since the former period; the score lies within half a point of a band's edge.
 */
export const caseRules = ['conflict', 'differs', 'index-far', 'jump', 'near-edge'] as const
export type CaseRule = (typeof caseRules)[number]

/** House thresholds, shown beside each list so that anybody can check them. */
export const caseThresholds = {
  /** "Di atas" with an index below this. */
  aboveNeeds: 95,
  /** "Di bawah" with an index above this. */
  belowAllows: 105,
  /** "Sesuai" with an index outside these. */
  meetsFrom: 80,
  meetsTo: 115,
  /** Points between two periods. */
  jumpPoints: 10,
  /** Steps of the predicate between two periods. */
  jumpSteps: 2,
} as const

/**
 * R11, information only: the mean achievement index lies far from what the level of work results says. The index never
 * decides a level; it asks for the reason (a leader's feedback may well explain it, p. 201).
 * @example isIndexFar('above', 90) // true
 */
export function isIndexFar(level: ExpectationLevel | null, index: number | null): boolean {
  if (level === null || index === null) return false
  if (level === 'above') return index < caseThresholds.aboveNeeds
  if (level === 'below') return index > caseThresholds.belowAllows
  return index < caseThresholds.meetsFrom || index > caseThresholds.meetsTo
}

export interface Standing {
  readonly score: number | null
  readonly predicate: Predicate | null
}

/**
 * Whether a person's score or predicate moved far since the former period. What is missing in either period tells
 * nothing. Information only: a jump may be deserved.
 * @example isJump({ score: 92, predicate: 'very-good' }, { score: 80, predicate: 'good' }) // true: 12 points
 */
export function isJump(now: Standing, before: Standing | null): boolean {
  if (before === null) return false
  const points = now.score === null || before.score === null ? 0 : Math.abs(now.score - before.score)
  const steps =
    now.predicate === null || before.predicate === null
      ? 0
      : Math.abs(predicateRank(now.predicate) - predicateRank(before.predicate))
  return points >= caseThresholds.jumpPoints || steps >= caseThresholds.jumpSteps
}
