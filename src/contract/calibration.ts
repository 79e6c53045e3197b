import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { dataProblemCodes } from '#domain/calibration/data-problem.ts'
import { periodId } from '#domain/model/ids.ts'
import { z } from '#domain/zod.ts'
import { query } from './define-contract.ts'

export const calibrationDimension = z.enum(['work-results', 'behaviour'])

/** Plain data all through: no figure that is none, nothing JSON would lose. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  return typeof value === 'object' && Object.values(value).every(isPlain)
}

/**
 * What the domain computed, as it is: its shape is the domain's (CalibrationResult), and its bytes are what the hash of the
 * inputs stands for, so nothing is renamed or left out on the way.
 */
export const calibrationResult = z.custom<CalibrationResult>(
  (value) => typeof value === 'object' && value !== null && 'findings' in value && isPlain(value),
)

export const calibrationRun = z.object({
  dimension: calibrationDimension,
  /** SHA-256 of the inputs in canonical order with the options: the same hash and model version give the same result. */
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
  result: calibrationResult,
})

const person = z.object({ id: z.string(), name: z.string(), unitName: z.string() })

/** People whose data do not count in full; ids, rising. */
export const dataProblem = z.object({ code: z.enum(dataProblemCodes), employees: z.array(z.string()) })

export const calibrationCalls = {
  /** The calibration of a period from what the workspace holds, in both dimensions. Stores nothing. */
  'calibration.run': query({
    input: z.object({ periodId }),
    output: z.object({
      period: z.object({ id: periodId, name: z.string() }),
      modelVersion: z.string(),
      /** Of the program that computed. */
      engineVersion: z.string(),
      runs: z.array(calibrationRun),
      problems: z.array(dataProblem),
      /** Names to the ids of the results. */
      employees: z.array(person),
      supervisors: z.array(person.extend({ post: z.string() })),
    }),
  }),
}
