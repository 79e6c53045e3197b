import { z } from '#domain/zod.ts'
import { longText, shortText } from './common.ts'
import { employeeId, indicatorId, periodId, workPlanId, workResultId } from './ids.ts'

/** SKP: an employee's plan for a period, in the qualitative or the quantitative approach (art. 9(3)). */
export const workPlan = z.object({
  id: workPlanId,
  periodId,
  employeeId,
  approach: z.enum(['qualitative', 'quantitative']),
})
export type WorkPlan = z.infer<typeof workPlan>

/** Rencana hasil kerja (RHK). `weightHundredths` null: the default weight applies (all typed or none). */
export const workResult = z.object({
  id: workResultId,
  workPlanId,
  number: z.number().int().min(1),
  kind: z.enum(['main', 'additional']),
  statement: longText.min(1),
  /** RHK pimpinan yang diintervensi: the leader's result this one serves; the role matrix is read from it. */
  leaderResult: longText,
  assignedBy: shortText,
  weightHundredths: z.number().int().min(0).max(10_000).nullable(),
  /** The realisation and feedback of the qualitative form stand beside the result, not beside an indicator. */
  realisation: longText,
})
export type WorkResult = z.infer<typeof workResult>

export const indicatorAspects = ['quantity', 'quality', 'time', 'cost', 'none'] as const
export const indicatorPerspectives = ['recipients', 'process', 'strengthening', 'budget', 'none'] as const

/** Indikator kinerja individu (IKI). Target and realisation keep the office's own wording; numbers are read from it. */
export const indicator = z.object({
  id: indicatorId,
  workResultId,
  number: z.string().max(20),
  aspect: z.enum(indicatorAspects),
  perspective: z.enum(indicatorPerspectives),
  statement: longText,
  target: longText,
  unitOfMeasure: shortText,
  direction: z.enum(['higher', 'lower', 'unknown']),
  realisation: longText,
  evidence: longText,
  dataSource: shortText,
  /** An index entered by a person, always with a reason; advisory like the computed one. */
  indexOverride: z.number().min(0).max(200).nullable(),
  indexOverrideReason: longText,
})
export type Indicator = z.infer<typeof indicator>
