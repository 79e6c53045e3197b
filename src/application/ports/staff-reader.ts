import type { Assessment, BehaviourScore } from '#domain/model/assessment.ts'
import type { Employee } from '#domain/model/employee.ts'
import type { OrganisationPredicate, Predicate } from '#domain/model/levels.ts'
import type { Decision } from '#domain/model/meeting.ts'
import type { Placement } from '#domain/model/placement.ts'
import type { Indicator, WorkPlan, WorkResult } from '#domain/model/work-plan.ts'

/** One result of a plan with the supervisor's score of it. */
export interface ResultFacts extends Pick<WorkResult, 'number' | 'kind' | 'weightHundredths'> {
  readonly score: number | null
}

/** What the achievement index of an indicator is read from. `statement` is left empty where the direction is known. */
export interface IndicatorFacts
  extends Pick<Indicator, 'target' | 'direction' | 'aspect' | 'statement' | 'realisation' | 'indexOverride'> {
  readonly resultNumber: number
}

/** Everything one row of the staff grid rests on, read in one pass. */
export interface StaffFacts
  extends Pick<Employee, 'name' | 'nip' | 'status'>,
    Pick<Placement, 'post' | 'postKind' | 'grade' | 'rank' | 'rated' | 'excludedBecause' | 'studyFailed'> {
  readonly employeeId: string
  readonly unitId: string | null
  /** The rater of record: the last one of the period. */
  readonly supervisorId: string | null
  readonly supervisorChanged: boolean
  readonly approach: WorkPlan['approach'] | null
  readonly results: readonly ResultFacts[]
  readonly indicators: readonly IndicatorFacts[]
  readonly assessment: AssessmentFacts | null
  readonly behaviours: readonly Pick<BehaviourScore, 'value' | 'score'>[]
  readonly feedbackCount: number
  readonly decision: Pick<Decision, 'outcome' | 'finalPredicate'> | null
  /** Of the unit the rater leads; of the person's own unit when the rater stands outside the agency. */
  readonly organisationPredicate: OrganisationPredicate | null
}

export interface AssessmentFacts
  extends Pick<Assessment, 'workLevel' | 'workLevelReason' | 'behaviourLevel' | 'behaviourLevelReason'> {
  readonly printedPredicate: Predicate | null
}

export interface IndicatorRowFacts extends IndicatorFacts, Pick<Indicator, 'number' | 'unitOfMeasure' | 'evidence'> {
  readonly indicatorId: string
  readonly indexOverrideReason: string
  readonly employeeId: string
  readonly name: string
  readonly unitId: string | null
  readonly supervisorId: string | null
  readonly resultId: string
  readonly resultKind: WorkResult['kind']
  readonly resultStatement: string
  readonly weightHundredths: number | null
  readonly workPlanId: string
}

/** Reads for the staff grids: whole periods in a few queries instead of a row at a time. */
export interface StaffReader {
  /** Everyone placed in the period, in no particular order. */
  people(periodId: string): readonly { readonly employeeId: string; readonly name: string }[]
  /** Facts of the given people (null: of everyone placed), keyed by employee. */
  facts(periodId: string, employeeIds: readonly string[] | null): ReadonlyMap<string, StaffFacts>
  /** The same facts without what only a grid shows: no feedback, no decisions, no predicate of the organisation. */
  ratingFacts(periodId: string, employeeIds: readonly string[] | null): ReadonlyMap<string, StaffFacts>
  /** Numbers of work results in use in the period, rising. */
  resultNumbers(periodId: string): readonly number[]
  /** Everyone who supervises in the period. */
  supervisors(periodId: string): readonly { readonly id: string; readonly name: string }[]
  names(employeeIds: readonly string[]): readonly { readonly id: string; readonly name: string }[]
  /** Whether a meeting of the period has been opened. */
  meetingOpened(periodId: string): boolean
  /** The results of each plan, keyed by employee; their weights decide one another. */
  results(periodId: string, employeeIds: readonly string[] | null): ReadonlyMap<string, readonly ResultFacts[]>
  /** Indicators of the given people (null: of everyone placed), by person, result number and indicator number. */
  indicators(periodId: string, employeeIds: readonly string[] | null): readonly IndicatorRowFacts[]
}
