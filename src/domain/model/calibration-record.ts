import { calibrationChoices } from '#domain/calibration/calibration-choices.ts'
import { z } from '#domain/zod.ts'
import { isoInstant, longText, shortText } from './common.ts'
import { calibrationRunId, meetingId, periodId, rowId } from './ids.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One dimension of a stored run. The result itself lies beside, under its hash. */
export const calibratedDimension = z.object({
  dimension: z.enum(['work-results', 'behaviour']),
  /** SHA-256 of the canonical inputs with the options. */
  inputsHash: sha256,
  /** SHA-256 of the canonical text of the result. */
  resultHash: sha256,
  main: z.enum(['A', 'B', 'none']),
  people: z.number().int().min(0),
  supervisors: z.number().int().min(0),
  flagged: z.number().int().min(0),
})
export type CalibratedDimension = z.infer<typeof calibratedDimension>

/** Hitungan kalibrasi that is kept: who computed what from which state of the workspace. Never changed afterwards. */
export const calibrationRun = z.object({
  id: calibrationRunId,
  periodId,
  modelVersion: shortText,
  engineVersion: shortText,
  choices: calibrationChoices,
  dimensions: z.array(calibratedDimension),
  /** SHA-256 of the text that names people whose data do not count in full. */
  problemsHash: sha256,
  computedAt: isoInstant,
  computedBy: shortText,
  /** Length of the trail when the ratings were read: what came later is not in it. */
  trailLength: z.number().int().min(0),
  /** Why these choices; empty where they were the ones in force. */
  reason: longText,
})
export type CalibrationRun = z.infer<typeof calibrationRun>

/** The choices in force for the calibration of a period. Without a row: the standard ones. */
export const calibrationChoice = z.object({
  id: rowId,
  periodId,
  choices: calibrationChoices,
  reason: longText.min(1),
  chosenAt: isoInstant,
  chosenBy: shortText,
})
export type CalibrationChoice = z.infer<typeof calibrationChoice>

/** The stored run a meeting looks at. */
export const meetingCalibration = z.object({ id: rowId, meetingId, calibrationRunId, linkedAt: isoInstant })
export type MeetingCalibration = z.infer<typeof meetingCalibration>
