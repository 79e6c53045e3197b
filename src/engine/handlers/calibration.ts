import { runCalibration } from '#application/calibration/run-calibration.ts'
import { calibrationReader } from '#data/repositories/calibration-reader.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { standingReader } from '#data/repositories/standing-reader.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function calibrationHandlers({ host, session }: HandlerContext): HandlersOf<CallsOf<'calibration'>> {
  return {
    'calibration.run': ({ periodId }) => {
      const database = session.database()
      const sources = {
        workspace: session.current(),
        staff: staffReader(database),
        standings: standingReader(database),
        calibration: calibrationReader(database),
        pause: session.pause(),
        hashing,
        engineVersion: host.version ?? 'unknown',
      }
      return runCalibration(sources, periodId)
    },
  }
}
