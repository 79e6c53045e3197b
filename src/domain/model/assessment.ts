import { z } from '#domain/zod.ts'
import { longText, shortText } from './common.ts'
import { assessmentId, employeeId, periodId, rowId, workResultId } from './ids.ts'
import { expectationLevel, predicate } from './levels.ts'

/** The seven BerAKHLAK values in their official order (art. 10(3)). */
export const behaviourValues = ['BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KB'] as const
export const behaviourValue = z.enum(behaviourValues)
export type BehaviourValue = z.infer<typeof behaviourValue>

/**
 * Penilaian awal: the supervisor's own levels for one employee and period. The meeting never overwrites it.
 * A level that differs from the suggestion needs its reason. One per employee and period.
 */
export const assessment = z.object({
  id: assessmentId,
  periodId,
  employeeId,
  /** The supervisor who gave it, as at the time. */
  supervisorId: employeeId,
  workLevel: expectationLevel.nullable(),
  workLevelReason: longText,
  behaviourLevel: expectationLevel.nullable(),
  behaviourLevelReason: longText,
  /** Predicate as printed in an imported file; kept even when it contradicts the quadrant. */
  printedPredicate: predicate.nullable(),
  note: longText,
})
export type Assessment = z.infer<typeof assessment>

/** The supervisor's score of one work result, 0–100. */
export const resultScore = z.object({
  id: rowId,
  assessmentId,
  workResultId,
  score: z.number().min(0).max(100),
})
export type ResultScore = z.infer<typeof resultScore>

/** The supervisor's score of one behaviour value, 1–5. */
export const behaviourScore = z.object({
  id: rowId,
  assessmentId,
  value: behaviourValue,
  score: z.number().int().min(1).max(5),
  note: shortText,
})
export type BehaviourScore = z.infer<typeof behaviourScore>

/**
 * Ekspektasi Khusus Pimpinan and feedback printed beside one behaviour value; free text of the official form.
 */
export const behaviourExpectation = z.object({
  id: rowId,
  periodId,
  employeeId,
  value: behaviourValue,
  expectation: longText,
})
export type BehaviourExpectation = z.infer<typeof behaviourExpectation>
