import type { ExpectationLevel, FailedStudyPredicate } from '#domain/model/levels.ts'
import type { ResultFacts } from './staff-reader.ts'

/** What a person's score and predicate of a former period rest on; far less than a whole row of the grid. */
export interface StandingFacts {
  readonly employeeId: string
  readonly studyFailed: FailedStudyPredicate | null
  readonly workLevel: ExpectationLevel | null
  readonly behaviourLevel: ExpectationLevel | null
  readonly results: readonly Omit<ResultFacts, 'number'>[]
}

export interface StandingReader {
  /** Of the given people; null: of everyone assessed. */
  standings(periodId: string, employeeIds: readonly string[] | null): readonly StandingFacts[]
  /** Who has an assessment by this supervisor in the period (his people of that time). */
  peopleOf(periodId: string, supervisorId: string): readonly string[]
  /** Post and unit of each supervisor as placed in the period; one outside the agency has none. */
  supervisors(
    periodId: string,
  ): readonly { readonly id: string; readonly name: string; readonly post: string; readonly unitId: string | null }[]
}
