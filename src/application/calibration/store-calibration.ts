import type { ComputedCalibration } from '#application/ports/calibration-store.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import { modelVersion } from '#domain/calibration/calibrate.ts'
import { type CalibrationChoices, orderedChoices } from '#domain/calibration/calibration-choices.ts'
import type { CalibrationRun } from '#domain/model/calibration-record.ts'
import { calibrationRunId, type PeriodId } from '#domain/model/ids.ts'
import { choicesInForce } from './choices-in-force.ts'
import { canonicalText } from './compute-calibration.ts'
import { prepareCalibration } from './prepare-calibration.ts'
import { type CalibrationSources, computeAll } from './run-calibration.ts'
import { freshnessOf, newestRun } from './stored-runs.ts'

export interface StoreSources extends CalibrationSources {
  readonly environment: Environment
  readonly job: Pick<Job, 'report'>
}

/**
 * Computes the calibration of a period under the choices in force and keeps it: model and program, choices, hashes of the
 * inputs, every output, author and time. Where the newest stored run still says the same nothing is written.
 */
export async function storeCalibration(sources: StoreSources, periodId: PeriodId) {
  const { workspace } = sources
  const newest = newestRun(workspace.tables, periodId)
  if (newest !== null && freshnessOf(sources, newest).kind === 'current' && isReadable(sources, newest))
    return { runId: newest.id, isNew: false }
  const { values } = choicesInForce(workspace.tables, periodId)
  const computed = await computeRun(sources, periodId, values)
  const runId = workspace.command(metaOf('calibration.store', computed, ''), (tables) =>
    putRun(tables, sources, computed, ''),
  )
  return { runId, isNew: true }
}

/**
 * Makes other choices the period's own, with the reason, and keeps the calibration computed under them: one decision, one
 * entry of the trail, one undo. Scores stay as they are.
 */
export async function applyChoices(
  sources: StoreSources,
  { periodId, choices, reason }: { periodId: PeriodId; choices: CalibrationChoices; reason: string },
) {
  const { workspace, environment } = sources
  const computed = await computeRun(sources, periodId, orderedChoices(choices))
  const runId = workspace.command(metaOf('calibration.apply', computed, reason), (tables) => {
    const [before] = tables.calibrationChoice.where({ periodId })
    tables.calibrationChoice.put({
      id: before?.id ?? environment.newId(),
      periodId,
      choices: computed.choices,
      reason,
      chosenAt: environment.now(),
      chosenBy: environment.author(),
    })
    return putRun(tables, sources, computed, reason)
  })
  return { runId }
}

/** Whether the file still has every text of a run. */
function isReadable({ texts }: StoreSources, { dimensions, problemsHash }: CalibrationRun): boolean {
  try {
    for (const hash of [problemsHash, ...dimensions.map(({ resultHash }) => resultHash)]) texts.get(hash)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

async function computeRun(sources: StoreSources, periodId: PeriodId, choices: CalibrationChoices) {
  sources.job.report('read', 0, 3)
  const { ratings, tasks, problems, trailLength } = await prepareCalibration(sources, periodId, choices)
  sources.job.report('compute', 1, 3)
  const parts = await computeAll(sources, tasks)
  sources.job.report('store', 2, 3)
  return { period: ratings.period, choices, parts, problems, trailLength }
}

type ComputedRun = Awaited<ReturnType<typeof computeRun>>

/** The first digits of the hash of the inputs tell two runs apart in the trail and in the minutes. */
const metaOf = (name: string, { period, parts }: ComputedRun, reason: string) => ({
  name,
  summary: {
    period: period.name,
    people: Math.max(...parts.map(({ facts }: ComputedCalibration) => facts.people)),
    model: modelVersion,
    hash: parts.map(({ facts }) => facts.inputsHash.slice(0, 8)).join(' '),
  },
  ...(reason === '' ? {} : { reason }),
})

function putRun(
  tables: WriteTables,
  { texts, engineVersion, environment }: StoreSources,
  { period, choices, parts, problems, trailLength }: ComputedRun,
  reason: string,
) {
  const problemText = texts.pack(canonicalText(problems))
  texts.put(problemText)
  for (const { facts, packed } of parts) texts.put({ hash: facts.resultHash, packed })
  const id = calibrationRunId.parse(environment.newId())
  tables.calibrationRun.put({
    id,
    periodId: period.id,
    modelVersion,
    engineVersion,
    choices,
    dimensions: parts.map(({ facts }) => facts),
    problemsHash: problemText.hash,
    computedAt: environment.now(),
    computedBy: environment.author(),
    trailLength,
    reason,
  })
  return id
}
