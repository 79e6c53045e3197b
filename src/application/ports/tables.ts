import type { Agency } from '#domain/model/agency.ts'
import type { Assessment, BehaviourExpectation, BehaviourScore, ResultScore } from '#domain/model/assessment.ts'
import type { CalibrationChoice, CalibrationRun, MeetingCalibration } from '#domain/model/calibration-record.ts'
import type { Employee } from '#domain/model/employee.ts'
import type { Feedback } from '#domain/model/feedback.ts'
import type {
  AgendaItem,
  Decision,
  FollowUp,
  Meeting,
  Note,
  Opinion,
  Participant,
  Recusal,
} from '#domain/model/meeting.ts'
import type { OrganisationIndicator, OrganisationResult, PatternReason } from '#domain/model/organisation.ts'
import type {
  Ballot,
  CommonCase,
  CommonScore,
  PanelAssignment,
  PanelCase,
  PanelDraw,
  Panelist,
  PanelScoreRow,
} from '#domain/model/panel.ts'
import type { Period } from '#domain/model/period.ts'
import type { Placement, Supervision } from '#domain/model/placement.ts'
import type { RecusalWaiver, Relation, RelationStatement } from '#domain/model/relation.ts'
import type { Unit } from '#domain/model/unit.ts'
import type { Approval, User } from '#domain/model/user.ts'
import type { Indicator, WorkPlan, WorkResult } from '#domain/model/work-plan.ts'
import type { ImportMapping, ImportRun, SavedView } from '#domain/model/workspace-records.ts'

/** Every kind of row a workspace keeps, by the glossary's name. The data layer maps each to one table. */
export interface TableEntities {
  agency: Agency
  unit: Unit
  employee: Employee
  period: Period
  placement: Placement
  supervision: Supervision
  workPlan: WorkPlan
  workResult: WorkResult
  indicator: Indicator
  feedback: Feedback
  assessment: Assessment
  resultScore: ResultScore
  behaviourScore: BehaviourScore
  behaviourExpectation: BehaviourExpectation
  organisationResult: OrganisationResult
  organisationIndicator: OrganisationIndicator
  patternReason: PatternReason
  meeting: Meeting
  participant: Participant
  agendaItem: AgendaItem
  recusal: Recusal
  opinion: Opinion
  decision: Decision
  note: Note
  followUp: FollowUp
  importMapping: ImportMapping
  importRun: ImportRun
  savedView: SavedView
  user: User
  approval: Approval
  relation: Relation
  relationStatement: RelationStatement
  recusalWaiver: RecusalWaiver
  panelist: Panelist
  panelDraw: PanelDraw
  panelCase: PanelCase
  panelAssignment: PanelAssignment
  panelScore: PanelScoreRow
  ballot: Ballot
  commonCase: CommonCase
  commonScore: CommonScore
  calibrationRun: CalibrationRun
  calibrationChoice: CalibrationChoice
  meetingCalibration: MeetingCalibration
}

export type TableName = keyof TableEntities

/** Reading one kind of row. `where` compares for equality (null matches null); the order is the order of writing. */
export interface ReadTable<Entity extends { id: string }> {
  get(id: string): Entity | undefined
  /** The row, or a refusal E-NOT-FOUND. */
  require(id: string): Entity
  where(match: Partial<Entity>): readonly Entity[]
  /** Rows whose `column` is one of `values`, and that match as in `where`: name the period, so that its index serves. */
  whereIn(column: keyof Entity & string, values: readonly string[], match?: Partial<Entity>): readonly Entity[]
  /** The same rows with some of their fields: for whole periods, where long texts would cross for nothing. */
  pickIn<Field extends keyof Entity & string>(
    column: keyof Entity & string,
    values: readonly string[],
    fields: readonly Field[],
  ): readonly Pick<Entity, Field>[]
  all(): readonly Entity[]
  count(match?: Partial<Entity>): number
  /** The same object as long as the table stays as it is; null inside a command that has changed it. */
  version(): object | null
}

/** Writing, inside a command only: every row written is recorded with its content before and after. */
export interface WriteTable<Entity extends { id: string }> extends ReadTable<Entity> {
  /** Inserts or updates; a row equal to what is stored writes nothing. */
  put(entity: Entity): void
  putAll(entities: Iterable<Entity>): void
  /** Inserts rows known to be new; the quick way for imports. */
  insertAll(entities: Iterable<Entity>): void
  remove(id: string): void
}

export type ReadTables = { readonly [Name in TableName]: ReadTable<TableEntities[Name]> }
export type WriteTables = { readonly [Name in TableName]: WriteTable<TableEntities[Name]> }
