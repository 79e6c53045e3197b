import { bringCases } from '#application/calibration/bring-cases.ts'
import { caseProposals } from '#application/calibration/case-proposals.ts'
import { runCalibration } from '#application/calibration/run-calibration.ts'
import { applyChoices, storeCalibration } from '#application/calibration/store-calibration.ts'
import {
  currentCalibration,
  freshnessOf,
  listRuns,
  storedCases,
  storedResult,
} from '#application/calibration/stored-runs.ts'
import { whatIf } from '#application/calibration/what-if.ts'
import type { Job } from '#application/ports/jobs.ts'
import { casesAtOnce } from '#contract/calibration.ts'
import { calibrationReader } from '#data/repositories/calibration-reader.ts'
import { calibrationTexts } from '#data/repositories/calibration-texts.ts'
import { calibrationTrail } from '#data/repositories/calibration-trail.ts'
import { staffReader } from '#data/repositories/staff-reader.ts'
import { standingReader } from '#data/repositories/standing-reader.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { withoutRelations } from '#domain/calibration/without-relations.ts'
import { calibrateHere } from '#engine/calibrate-here.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { seesRelations } from '#engine/sees-relations.ts'

export function calibrationHandlers(context: HandlerContext): HandlersOf<CallsOf<'calibration'>> {
  const { session, environment, jobs } = context
  const workspace = () => session.current()
  const sources = () => sourcesOf(context)
  const seen = (result: CalibrationResult) => (seesRelations(context) ? result : withoutRelations(result))
  return {
    'calibration.run': async ({ periodId }) => {
      const answer = await runCalibration(sources(), periodId)
      return { ...answer, runs: answer.runs.map((run) => ({ ...run, result: seen(run.result) })) }
    },
    'calibration.current': ({ periodId }) => currentCalibration(workspace().tables, periodId),
    'calibration.list': ({ periodId }) => listRuns(workspace().tables, periodId),
    'calibration.result': (asked) => storedResult(sources(), { ...asked, seen }),
    'calibration.cases': (asked) => storedCases(sources(), { ...asked, seen, atOnce: casesAtOnce }),
    'calibration.freshness': ({ runId }) => freshnessOf(sources(), workspace().tables.calibrationRun.require(runId)),
    'calibration.caseProposals': ({ meetingId, employeeId }) => caseProposals(sources(), meetingId, employeeId),

    'calibration.store': ({ jobId, periodId }) =>
      jobs.run(jobId, (job) => storeCalibration({ ...during(context, job), environment }, periodId)),
    'calibration.whatIf': ({ jobId, periodId, choices }) =>
      jobs.run(jobId, (job) => whatIf(during(context, job), periodId, choices)),
    'calibration.apply': ({ jobId, ...input }) =>
      jobs.run(jobId, (job) => applyChoices({ ...during(context, job), environment }, input)),
    'calibration.toAgenda': (input) => bringCases(workspace(), environment, input),
  }
}

function sourcesOf({ host, session }: HandlerContext) {
  const database = session.database()
  return {
    workspace: session.current(),
    staff: staffReader(database),
    standings: standingReader(database),
    calibration: calibrationReader(database),
    trail: calibrationTrail(database),
    texts: calibrationTexts(session.file().db),
    calibrator: host.calibrator ?? calibrateHere,
    pause: session.pause(),
    engineVersion: host.version ?? 'unknown',
  }
}

/** The same for a job, which stops when it was cancelled and when the workspace was closed. */
function during(context: HandlerContext, job: Job) {
  const sources = sourcesOf(context)
  const pause = async () => {
    await job.pause()
    await sources.pause()
  }
  return { ...sources, pause, job }
}
