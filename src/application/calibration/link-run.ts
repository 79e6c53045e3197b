import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { CalibrationRunId, MeetingId } from '#domain/model/ids.ts'
import type { Meeting } from '#domain/model/meeting.ts'

/** The meeting looks at this run from now on. */
export function linkRun(
  tables: WriteTables,
  environment: Environment,
  meetingId: MeetingId,
  runId: CalibrationRunId,
): void {
  const [before] = tables.meetingCalibration.where({ meetingId })
  if (before?.calibrationRunId === runId) return
  tables.meetingCalibration.put({
    id: before?.id ?? environment.newId(),
    meetingId,
    calibrationRunId: runId,
    linkedAt: environment.now(),
  })
}

/** A meeting that looks at no run yet takes the newest one of its period, where there is one. */
export function linkNewestRun(
  tables: WriteTables,
  environment: Environment,
  { id, periodId }: Pick<Meeting, 'id' | 'periodId'>,
): void {
  const newest = tables.calibrationRun.where({ periodId }).at(-1)
  if (newest !== undefined && tables.meetingCalibration.count({ meetingId: id }) === 0)
    linkRun(tables, environment, id, newest.id)
}
