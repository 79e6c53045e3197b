import type { ApprovalReader } from '#application/ports/approval-reader.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { MeetingId, PeriodId } from '#domain/model/ids.ts'
import { type Approval, approval as approvalRow, type User } from '#domain/model/user.ts'

/** A chair who has just proved an own PIN; null in a workspace without named users. */
export type Approver = Pick<User, 'id' | 'name'> | null

type Approved = Pick<Approval, 'kind' | 'periodId' | 'meetingId' | 'subject'>

/** Writes the approval of a step into the command of the step itself, bound to the head of the trail before it. */
export function recordApproval(
  tables: WriteTables,
  { workspace, environment }: { readonly workspace: Workspace; readonly environment: Environment },
  approver: Approver,
  what: Approved,
): void {
  if (approver === null) return
  const { hash, count } = workspace.anchor()
  const given = { userId: approver.id, userName: approver.name, givenAt: environment.now() }
  tables.approval.put(
    approvalRow.parse({ ...what, ...given, id: environment.newId(), headHash: hash, headCount: count }),
  )
}

/** What the sentence of an approved step names besides. */
export const approvedBy = (approver: Approver) => (approver === null ? {} : { approver: approver.name })

/** The chair approves the results of a closed meeting as they stand at this moment. */
export function approveResults(
  workspace: Workspace,
  environment: Environment,
  meetingId: MeetingId,
  approver: Approver,
): string {
  if (approver === null) throw new AppError('E-USER-NONE')
  const meeting = workspace.tables.meeting.require(meetingId)
  if (meeting.state !== 'closed') throw new AppError('E-MEETING-STATE', { state: meeting.state })
  const summary = { meeting: meeting.title, approver: approver.name }
  workspace.command({ name: 'approvals.approveResults', summary, final: true }, (tables) => {
    const { periodId } = meeting
    recordApproval(tables, { workspace, environment }, approver, { kind: 'results', periodId, meetingId, subject: '' })
  })
  return environment.now()
}

export interface ApprovalStanding extends Approval {
  readonly meetingTitle: string | null
  readonly state: 'stands' | 'changed' | 'void'
  readonly laterEntries: number
  readonly firstLater: number | null
}

/** Approvals newest first, and whether what each covers is still as it was approved. */
export function listApprovals(
  workspace: Workspace,
  reader: ApprovalReader,
  periodId: PeriodId | null,
): readonly ApprovalStanding[] {
  const { tables } = workspace
  const rows = tables.approval.all().filter((row) => periodId === null || row.periodId === periodId)
  return rows.toSorted((a, b) => b.headCount - a.headCount).map((row) => standing(workspace, reader, row))
}

function standing({ tables }: Workspace, reader: ApprovalReader, row: Approval): ApprovalStanding {
  const meetingTitle = row.meetingId === null ? null : (tables.meeting.get(row.meetingId)?.title ?? null)
  const bound = row.headCount === 0 || reader.hashAt(row.headCount) === row.headHash
  // The entry after the head is the approved step itself.
  const later = coversRatings(row)
    ? reader.ratingsChangedAfter(row.headCount + 1, row.periodId)
    : { entries: 0, first: null }
  const state = bound ? (later.entries > 0 ? 'changed' : 'stands') : 'void'
  return { ...row, meetingTitle, state, laterEntries: later.entries, firstLater: later.first }
}

/** What ends a meeting or its results speaks of ratings; the other approvals speak of the step alone. */
const coversRatings = (row: Approval): row is Approval & { periodId: PeriodId } =>
  (row.kind === 'close' || row.kind === 'results') && row.periodId !== null
