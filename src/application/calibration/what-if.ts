import type { Job } from '#application/ports/jobs.ts'
import { AppError } from '#domain/app-error.ts'
import { type CalibrationChoices, orderedChoices } from '#domain/calibration/calibration-choices.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { compareResults } from '#domain/calibration/compare-results.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { calibrationNames } from './calibration-names.ts'
import { dimensions, prepareCalibration } from './prepare-calibration.ts'
import { type CalibrationSources, computeAll } from './run-calibration.ts'
import { freshnessOf, newestRun, readResult } from './stored-runs.ts'

/** Differences that are named one by one; the rest is counted. */
const mostNamed = 200

/**
 * What other choices would change, beside the newest stored run. Nothing is written: a branch is thrown away by forgetting
 * it. Where the run no longer says what the workspace holds, its own choices are computed anew, so that every difference
 * comes from the choices alone. Throws E-CALIBRATE-NONE where no run is stored yet.
 */
export async function whatIf(
  sources: CalibrationSources & { readonly job: Pick<Job, 'report'> },
  periodId: PeriodId,
  given: CalibrationChoices,
) {
  const { workspace, job, pause } = sources
  const run = newestRun(workspace.tables, periodId)
  if (run === null) throw new AppError('E-CALIBRATE-NONE', { period: workspace.tables.period.require(periodId).name })
  const choices = orderedChoices(given)
  job.report('read', 0, 3)
  const isStored = freshnessOf(sources, run).kind === 'current'
  const before = isStored ? null : await resultsUnder(sources, periodId, run.choices)
  job.report('compute', 1, 3)
  const after = await resultsUnder(sources, periodId, choices)
  job.report('compare', 2, 3)
  const compared = []
  for (const [index, dimension] of dimensions.entries()) {
    const [old, fresh] = [before?.[index] ?? readResult(sources, run, dimension), after[index]]
    if (fresh === undefined) continue
    const comparison = compareResults(old, fresh)
    compared.push({
      dimension,
      ...comparison,
      supervisors: comparison.supervisors.slice(0, mostNamed),
      cases: comparison.cases.slice(0, mostNamed),
    })
    await pause()
  }
  return {
    runId: run.id,
    /** False: the stored run is no longer up to date, so its choices were computed anew. */
    isStored,
    choices,
    dimensions: compared,
    ...calibrationNames(sources, periodId, {
      employees: compared.flatMap(({ cases }) => cases.map(({ employee }) => employee)),
      supervisors: compared.flatMap(({ cases, supervisors }) =>
        [...cases, ...supervisors].map((one) => one.supervisor),
      ),
    }),
  }
}

async function resultsUnder(sources: CalibrationSources, periodId: PeriodId, choices: CalibrationChoices) {
  const { tasks } = await prepareCalibration(sources, periodId, choices)
  const results = []
  for (const { packed } of await computeAll(sources, tasks)) {
    results.push(JSON.parse(sources.texts.unpack(packed)) as CalibrationResult)
    await sources.pause()
  }
  return results
}
