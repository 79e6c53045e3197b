import type {
  CalibrationTask,
  CalibrationTexts,
  CalibrationTrail,
  Calibrator,
  ComputedCalibration,
} from '#application/ports/calibration-store.ts'
import type { Pause } from '#application/ports/jobs.ts'
import { modelVersion } from '#domain/calibration/calibrate.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { calibrationNames } from './calibration-names.ts'
import { choicesInForce } from './choices-in-force.ts'
import { prepareCalibration } from './prepare-calibration.ts'
import type { RatingSources } from './read-ratings.ts'

export interface CalibrationSources extends RatingSources {
  readonly texts: CalibrationTexts
  readonly trail: CalibrationTrail
  readonly calibrator: Calibrator
  /** Version of the program that computes. */
  readonly engineVersion: string
}

/**
 * The calibration of a period from the workspace's own tables, in both dimensions, under the choices in force. It reads and
 * computes, and changes nothing. The same tables give the same bytes in every field of the runs.
 * Throws E-CALIBRATE-EMPTY where nobody has a score in either dimension yet.
 */
export async function runCalibration(sources: CalibrationSources, periodId: PeriodId) {
  const { engineVersion, texts, pause, workspace } = sources
  const { values } = choicesInForce(workspace.tables, periodId)
  const { ratings, tasks, problems } = await prepareCalibration(sources, periodId, values)
  const { period } = ratings
  const runs = []
  for (const { facts, packed } of await computeAll(sources, tasks)) {
    const result = JSON.parse(texts.unpack(packed)) as CalibrationResult
    runs.push({ dimension: facts.dimension, inputsHash: facts.inputsHash, result })
    await pause()
  }
  return {
    period: { id: period.id, name: period.name },
    modelVersion,
    engineVersion,
    runs,
    problems: [...problems],
    ...calibrationNames(sources, period.id, {
      employees: ratings.people.filter(({ facts }) => facts.rated).map(({ facts }) => facts.employeeId),
      supervisors: tasks.flatMap(({ input }) => input.cases.map(({ supervisor }) => supervisor)),
    }),
  }
}

/** Computes every task, several at a time where there are processors for it. Stops them all once `pause` refuses. */
export async function computeAll(
  { calibrator, pause }: { readonly calibrator: Calibrator; readonly pause: Pause },
  tasks: readonly CalibrationTask[],
): Promise<readonly ComputedCalibration[]> {
  const running = []
  try {
    for (const task of tasks) {
      running.push(calibrator(task))
      await pause()
    }
    for (const one of running) while (!(await one.aWhile())) await pause()
    return await Promise.all(running.map(({ done }) => done))
  } finally {
    for (const one of running) one.stop()
  }
}
