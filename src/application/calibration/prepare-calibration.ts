import type { CalibrationTask, CalibrationTrail } from '#application/ports/calibration-store.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type CalibrationChoices, inputUnder, optionsUnder } from '#domain/calibration/calibration-choices.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import { calibrationInputOf, type Dimension } from './calibration-input-of.ts'
import { type DataProblem, dataProblemsOf } from './data-problems.ts'
import { inputChanges } from './input-changes.ts'
import { type RatingSources, type Ratings, readRatings } from './read-ratings.ts'

export interface PreparationSources extends RatingSources {
  readonly trail: CalibrationTrail
}

/** Both ratings are calibrated apart: a supervisor may be generous in the one and strict in the other. */
export const dimensions: readonly Dimension[] = ['work-results', 'behaviour']

/** Everything a calibration of a period reads from the workspace, as it was at one moment. */
interface Gathered {
  readonly periodId: string
  readonly trailLength: number
  readonly achievementCap: number | null
  readonly ratings: Ratings
  readonly inputs: readonly ReturnType<typeof calibrationInputOf>[]
  readonly problems: readonly DataProblem[]
}

/** The last period gathered of each open workspace: what-if branches ask for it again and again. */
const kept = new WeakMap<Workspace, Gathered>()

/**
 * The tasks of both dimensions under the given choices.
 * Throws E-CALIBRATE-EMPTY where nobody has a score in either dimension yet.
 */
export async function prepareCalibration(sources: PreparationSources, periodId: PeriodId, choices: CalibrationChoices) {
  const gathered = await gather(sources, periodId, choices.achievementCap)
  const { ratings, inputs } = gathered
  if (inputs.every(({ cases }) => cases.every(({ score }) => score === null)))
    throw new AppError('E-CALIBRATE-EMPTY', { period: ratings.period.name })
  const tasks = inputs.map(
    (input): CalibrationTask => ({
      input: inputUnder(choices, input),
      options: optionsUnder(choices, ratings.period.scoring, input.dimension),
    }),
  )
  return { ...gathered, tasks }
}

async function gather(
  sources: PreparationSources,
  periodId: PeriodId,
  achievementCap: number | null,
): Promise<Gathered> {
  const { workspace, pause } = sources
  const atHand = kept.get(workspace)
  if (
    atHand?.periodId === periodId &&
    atHand.achievementCap === achievementCap &&
    inputChanges(sources, periodId, atHand.trailLength).length === 0
  )
    return atHand
  const ratings = await readRatings(sources, periodId, achievementCap)
  const trailLength = workspace.trailLength()
  const inputs = []
  for (const dimension of dimensions) {
    inputs.push(calibrationInputOf(ratings, dimension))
    await pause()
  }
  const gathered = { periodId, trailLength, achievementCap, ratings, inputs, problems: dataProblemsOf(ratings) }
  kept.set(workspace, gathered)
  return gathered
}
