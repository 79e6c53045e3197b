import { z } from '#domain/zod.ts'
import { isoDate, longText, shortText } from './common.ts'
import { periodId, rowId, unitId } from './ids.ts'
import { organisationPredicate } from './levels.ts'

/** Capaian kinerja organisasi of one unit and period: must stand before a predicate of its people is final (art. 24–25). */
export const organisationResult = z.object({
  id: rowId,
  periodId,
  unitId,
  predicate: organisationPredicate,
  source: z.enum(['action-plan', 'trajectory', 'annual', 'previous-year']),
  setBy: shortText,
  setOn: isoDate.nullable(),
  note: longText,
})
export type OrganisationResult = z.infer<typeof organisationResult>

/** Indikator kinerja utama (IKU) of a unit: target and realisation in the agency's own words. */
export const organisationIndicator = z.object({
  id: rowId,
  periodId,
  unitId,
  position: z.number().int(),
  name: shortText.min(1),
  unitOfMeasure: shortText,
  direction: z.enum(['higher', 'lower']),
  target: shortText,
  realisation: shortText,
})
export type OrganisationIndicator = z.infer<typeof organisationIndicator>

/** A written reason for a distribution that departs from the guide pattern, by the unit it concerns. */
export const patternReason = z.object({
  id: rowId,
  periodId,
  unitId,
  reason: longText.min(1),
})
export type PatternReason = z.infer<typeof patternReason>
