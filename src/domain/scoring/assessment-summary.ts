import type { Assessment, BehaviourScore as BehaviourRow, ResultScore } from '#domain/model/assessment.ts'
import type { ExpectationLevel, FailedStudyPredicate, Predicate } from '#domain/model/levels.ts'
import { finalPredicate } from '#domain/rules/quadrant.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { type BehaviourScore, behaviourScore } from './behaviour-score.ts'
import { suggestLevel } from './suggest-level.ts'
import type { WeighedResult } from './weights.ts'
import { type WorkScore, workScore } from './work-score.ts'

/** What is still missing before the assessment is complete; the screen puts each into words. */
export type MissingPart =
  | 'no-plan'
  | 'no-main-result'
  | 'weights'
  | 'work-scores'
  | 'behaviour-scores'
  | 'work-level'
  | 'behaviour-level'

export type WorkSummary =
  | (Extract<WorkScore, { kind: 'complete' }> & { readonly suggested: ExpectationLevel })
  | Extract<WorkScore, { kind: 'incomplete' }>

export interface AssessmentSummary {
  readonly work: WorkSummary
  readonly behaviour: BehaviourScore
  /** The supervisor's official levels. */
  readonly workLevel: ExpectationLevel | null
  readonly behaviourLevel: ExpectationLevel | null
  /** By the quadrant; after a failed tugas belajar what the rater chose. Null until both levels stand. */
  readonly predicate: Predicate | null
  /** The predicate printed in an imported file differs from the quadrant's: shown and asked about, never overwritten. */
  readonly printedConflict: boolean
  readonly missing: readonly MissingPart[]
}

export interface AssessmentFacts {
  readonly workResults: readonly WeighedResult[]
  readonly scores: readonly Pick<ResultScore, 'workResultId' | 'score'>[]
  readonly behaviourScores: readonly Pick<BehaviourRow, 'value' | 'score'>[]
  readonly assessment: Pick<Assessment, 'workLevel' | 'behaviourLevel' | 'printedPredicate'> | null
  readonly studyFailed: FailedStudyPredicate | null
}

/**
 * Everything one assessment amounts to: scores, suggested levels, official levels, predicate, and what is missing.
 * A plan that cannot be weighed (no main result, weights that do not make 100) is incomplete with that reason.
 * @example summariseAssessment({ workResults, scores, behaviourScores, assessment, studyFailed: null }, defaultScoringPolicy).predicate // 'good'
 */
export function summariseAssessment(facts: AssessmentFacts, policy: ScoringPolicy): AssessmentSummary {
  const flaw = planFlaw(facts.workResults)
  const work = flaw === null ? workSummary(facts, policy) : unweighed(facts)
  const behaviour = behaviourScore(facts.behaviourScores, policy)
  const workLevel = facts.assessment?.workLevel ?? null
  const behaviourLevel = facts.assessment?.behaviourLevel ?? null
  const predicate =
    workLevel === null || behaviourLevel === null ? null : finalPredicate(workLevel, behaviourLevel, facts.studyFailed)
  const printed = facts.assessment?.printedPredicate ?? null
  return {
    work,
    behaviour,
    workLevel,
    behaviourLevel,
    predicate,
    printedConflict: printed !== null && predicate !== null && printed !== predicate,
    missing: [
      ...(flaw === null ? [] : [flaw]),
      ...(flaw === null && work.kind === 'incomplete' ? ['work-scores' as const] : []),
      ...(behaviour.kind === 'incomplete' ? ['behaviour-scores' as const] : []),
      ...(workLevel === null ? ['work-level' as const] : []),
      ...(behaviourLevel === null ? ['behaviour-level' as const] : []),
    ],
  }
}

function planFlaw(results: readonly WeighedResult[]): MissingPart | null {
  if (results.length === 0) return 'no-plan'
  if (!results.some((result) => result.kind === 'main')) return 'no-main-result'
  if (results.every((result) => result.weightHundredths === null)) return null
  const sum = results.reduce((total, result) => total + (result.weightHundredths ?? Number.NaN), 0)
  return sum === 10_000 ? null : 'weights'
}

function workSummary(facts: AssessmentFacts, policy: ScoringPolicy): WorkSummary {
  const score = workScore(facts.workResults, facts.scores, policy.mainShare)
  return score.kind === 'complete' ? { ...score, suggested: suggestLevel(score.score, policy.workBands) } : score
}

const unweighed = (facts: AssessmentFacts): WorkSummary => ({
  kind: 'incomplete',
  present: facts.workResults.filter((result) => facts.scores.some((score) => score.workResultId === result.id)).length,
  total: facts.workResults.length,
  previewScore: null,
  terms: [],
})
