import { z } from '#domain/zod.ts'

/** Ids are opaque text, made by the `IdSource` port; branded so that an employee's id cannot stand in for a period's. */
const id = () => z.string().min(1).max(64)

export const unitId = id().brand<'UnitId'>()
export const employeeId = id().brand<'EmployeeId'>()
export const periodId = id().brand<'PeriodId'>()
export const placementId = id().brand<'PlacementId'>()
export const supervisionId = id().brand<'SupervisionId'>()
export const workPlanId = id().brand<'WorkPlanId'>()
export const workResultId = id().brand<'WorkResultId'>()
export const indicatorId = id().brand<'IndicatorId'>()
export const feedbackId = id().brand<'FeedbackId'>()
export const assessmentId = id().brand<'AssessmentId'>()
export const meetingId = id().brand<'MeetingId'>()
export const participantId = id().brand<'ParticipantId'>()
export const agendaItemId = id().brand<'AgendaItemId'>()
export const decisionId = id().brand<'DecisionId'>()
export const noteId = id().brand<'NoteId'>()
export const followUpId = id().brand<'FollowUpId'>()
export const userId = id().brand<'UserId'>()
export const approvalId = id().brand<'ApprovalId'>()
export const panelistId = id().brand<'PanelistId'>()
export const panelDrawId = id().brand<'PanelDrawId'>()
export const panelCaseId = id().brand<'PanelCaseId'>()
export const ballotId = id().brand<'BallotId'>()
export const commonCaseId = id().brand<'CommonCaseId'>()
export const relationId = id().brand<'RelationId'>()
export const calibrationRunId = id().brand<'CalibrationRunId'>()
export const rowId = id()

export type UnitId = z.infer<typeof unitId>
export type EmployeeId = z.infer<typeof employeeId>
export type PeriodId = z.infer<typeof periodId>
export type WorkResultId = z.infer<typeof workResultId>
export type AssessmentId = z.infer<typeof assessmentId>
export type MeetingId = z.infer<typeof meetingId>
export type ParticipantId = z.infer<typeof participantId>
export type UserId = z.infer<typeof userId>
export type RelationId = z.infer<typeof relationId>
export type PanelistId = z.infer<typeof panelistId>
export type PanelDrawId = z.infer<typeof panelDrawId>
export type PanelCaseId = z.infer<typeof panelCaseId>
export type CommonCaseId = z.infer<typeof commonCaseId>
export type CalibrationRunId = z.infer<typeof calibrationRunId>
