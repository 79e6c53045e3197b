import type { BehaviourScore, ResultScore } from '#domain/model/assessment.ts'
import type { ExpectationLevel } from '#domain/model/levels.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { summariseAssessment } from '#domain/scoring/assessment-summary.ts'
import type { PersonState } from './person-draft.ts'

export interface SuggestedLevels {
  /** Null: incomplete, so that nothing is suggested. */
  readonly work: ExpectationLevel | null
  readonly behaviour: ExpectationLevel | null
}

/** The levels the bands suggest for a person's scores as they would be. */
export function suggestedLevels(state: PersonState, policy: ScoringPolicy): SuggestedLevels {
  const summary = summariseAssessment(
    {
      workResults: state.results,
      scores: [...state.scores].map(([workResultId, score]) => ({ workResultId, score }) as ResultScore),
      behaviourScores: [...state.behaviours].map(([value, score]) => ({ value, score }) as BehaviourScore),
      assessment: null,
      studyFailed: state.placement.studyFailed,
    },
    policy,
  )
  return {
    work: summary.work.kind === 'complete' ? summary.work.suggested : null,
    behaviour: summary.behaviour.kind === 'complete' ? summary.behaviour.suggested : null,
  }
}
