import type { ApprovalReader } from '#application/ports/approval-reader.ts'
import type { ReportDuties } from '#application/ports/report-facts.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { listApprovals } from '#application/users/approvals.ts'
import { holdersAt, type UserChange, userChanges } from '#application/users/duty-history.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import type { Period } from '#domain/model/period.ts'

/** What the minutes say of users and duties; null where nobody is named. */
export function collectDuties(
  workspace: Workspace,
  reader: ApprovalReader,
  period: Period,
  meeting: Meeting | null,
): ReportDuties | null {
  const changes = userChanges(workspace)
  if (changes.length === 0) return null
  // By the numbers of the entries, not by their times: the clock may have been put right in between.
  const opened = meeting === null ? undefined : entriesOf(workspace, 'meetings.open', meeting).at(-1)
  const closed = meeting?.state === 'closed' ? entriesOf(workspace, 'meetings.close', meeting)[0] : undefined
  const isDuring = ({ seq }: UserChange) =>
    opened !== undefined && seq > opened && (closed === undefined || seq < closed)
  return {
    holders: holdersAt(changes, opened ?? null),
    changes: changes
      .filter((change) => isDuring(change) && isTold(change))
      .map((change) => ({ ...change, pinOnly: change.command !== 'users.change' && sameDuty(change) })),
    emergencies: changes.filter(isEmergency).map(({ at, after, before, reason }) => ({
      at,
      name: (after ?? before)?.name ?? '',
      reason,
    })),
    approvals: listApprovals(workspace, reader, period.id)
      .filter((row) => row.meetingId === null || row.meetingId === meeting?.id)
      .toReversed(),
  }
}

const mostEntries = 1_000

/** Numbers of a command's entries about the meeting, newest first. */
const entriesOf = (workspace: Workspace, command: string, { id }: Meeting): readonly number[] =>
  workspace
    .trail({ beforeSeq: null, limit: mostEntries, command })
    .map(({ seq }) => seq)
    .filter((seq) => workspace.changesOf(seq).some(({ table, rowId }) => table === 'meeting' && rowId === id))

const isEmergency = ({ command }: UserChange) => command === 'users.resetByHolder'

const sameDuty = ({ before, after }: UserChange) =>
  before !== null && after !== null && before.name === after.name && before.duty === after.duty

/** Neither who is switched off, nor which employee a user is, changes what anybody may do. */
const isTold = (change: UserChange) =>
  (change.before !== null || change.after !== null) && (change.command !== 'users.change' || !sameDuty(change))
