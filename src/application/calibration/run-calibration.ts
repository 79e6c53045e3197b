import type { Hashing } from '#application/ports/ledger-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { calibrate, modelVersion } from '#domain/calibration/calibrate.ts'
import { byText, type CalibrationInput, canonicalInput } from '#domain/calibration/calibration-input.ts'
import { type CalibrationOptions, standardOptions } from '#domain/calibration/calibration-options.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { canonicalJson, type JsonValue } from '#domain/ledger/canonical-json.ts'
import type { PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import { calibrationInputOf, type Dimension } from './calibration-input-of.ts'
import { dataProblemsOf } from './data-problems.ts'
import { type RatingSources, type Ratings, readRatings } from './read-ratings.ts'

export interface CalibrationSources extends RatingSources {
  readonly hashing: Pick<Hashing, 'sha256'>
  /** Version of the program that computes. */
  readonly engineVersion: string
}

/** One dimension: the result, and the hash of everything it depends on beside the version of the model. */
export interface CalibrationRun {
  readonly dimension: Dimension
  readonly inputsHash: string
  readonly result: CalibrationResult
}

/** Both ratings are calibrated apart: a supervisor may be generous in the one and strict in the other. */
const dimensions: readonly Dimension[] = ['work-results', 'behaviour']

/**
 * The calibration of a period from the workspace's own tables, in both dimensions. It reads and computes, and changes
 * nothing. The same tables give the same bytes in every field of the runs.
 * Throws E-CALIBRATE-EMPTY where nobody has a score in either dimension yet.
 */
export async function runCalibration(sources: CalibrationSources, periodId: PeriodId) {
  const { engineVersion, hashing, pause } = sources
  const ratings = await readRatings(sources, periodId)
  const { period } = ratings
  const inputs = dimensions.map((dimension) => canonicalInput(calibrationInputOf(ratings, dimension)))
  if (inputs.every(({ cases }) => cases.every(({ score }) => score === null)))
    throw new AppError('E-CALIBRATE-EMPTY', { period: period.name })
  const runs: CalibrationRun[] = []
  for (const input of inputs) {
    await pause()
    const options = optionsOf(period, input.dimension)
    runs.push({
      dimension: input.dimension,
      inputsHash: hashing.sha256.of(canonicalJson(asJson({ input, options }))),
      result: calibrate(input, options),
    })
  }
  return {
    period: { id: period.id, name: period.name },
    modelVersion,
    engineVersion,
    runs,
    problems: dataProblemsOf(ratings),
    ...namesOf(sources, ratings, inputs),
  }
}

/** The guide's values with the period's own levels and cap. */
function optionsOf({ scoring }: Period, dimension: Dimension): CalibrationOptions {
  const { meets, above } = dimension === 'behaviour' ? scoring.behaviourBands : scoring.workBands
  return { ...standardOptions, achievementCap: scoring.indexCap, bands: [meets, above] }
}

/** Plain records and lists only, whose read-only types TypeScript does not see as JSON. */
const asJson = (value: { readonly input: CalibrationInput; readonly options: CalibrationOptions }) =>
  value as unknown as JsonValue

/** Who stands behind the ids of the runs. */
function namesOf(
  { workspace, staff, standings }: RatingSources,
  ratings: Ratings,
  inputs: readonly CalibrationInput[],
) {
  const units = new Map<string, string>(
    workspace.tables.unit.all().map((unit) => [unit.id, unit.shortName || unit.name]),
  )
  const unitName = (id: string | null | undefined) => units.get(id ?? '') ?? ''
  const raters = new Set(inputs.flatMap(({ cases }) => cases.map(({ supervisor }) => supervisor)))
  const known = new Map(standings.supervisors(ratings.period.id).map((row) => [row.id, row]))
  return {
    employees: ratings.people
      .filter(({ facts }) => facts.rated)
      .map(({ facts }) => ({ id: facts.employeeId, name: facts.name, unitName: unitName(facts.unitId) }))
      .toSorted((a, b) => byText(a.id, b.id)),
    supervisors: staff
      .names([...raters])
      .map(({ id, name }) => {
        const placed = known.get(id)
        return { id, name, post: placed?.post ?? '', unitName: unitName(placed?.unitId) }
      })
      .toSorted((a, b) => byText(a.id, b.id)),
  }
}
