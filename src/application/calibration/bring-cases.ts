import { addToAgenda } from '#application/meetings/plan-agenda.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { CalibrationRunId, EmployeeId, MeetingId } from '#domain/model/ids.ts'
import { linkRun } from './link-run.ts'

/**
 * Brings cases of a stored run to a meeting of its period (the latest one that is not closed unless named). The meeting
 * looks at this run from then on, so that every case shows its proposal; no score changes.
 */
export function bringCases(
  workspace: Workspace,
  environment: Environment,
  input: {
    readonly runId: CalibrationRunId
    readonly meetingId: MeetingId | null
    readonly employeeIds: readonly EmployeeId[]
  },
) {
  const { tables } = workspace
  const run = tables.calibrationRun.require(input.runId)
  if (input.meetingId !== null && tables.meeting.require(input.meetingId).periodId !== run.periodId)
    throw new AppError('E-ARG')
  return addToAgenda(
    workspace,
    environment,
    { ...input, periodId: run.periodId },
    {
      name: 'calibration.toAgenda',
      listed: ['calibration'],
      also: (writable, meetingId) => linkRun(writable, environment, meetingId, input.runId),
    },
  )
}
