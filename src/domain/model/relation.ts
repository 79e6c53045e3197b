import { z } from '#domain/zod.ts'
import { isoDate, isoInstant, shortText } from './common.ts'
import { employeeId, meetingId, participantId, periodId, relationId, rowId } from './ids.ts'

export const relationKinds = ['kinship', 'former-team', 'origin', 'business', 'other'] as const
export type RelationKind = (typeof relationKinds)[number]

/** Who declares: one who rates, decides or scores. */
const holder = {
  /** Null: somebody from outside the agency, known by name. */
  holderId: employeeId.nullable(),
  /** As at the time. */
  holderName: shortText.min(1),
}

/**
 * Hubungan yang dinyatakan: one who rates, decides or scores (the holder) stands close to an employee, or in a conflict of
 * interest. Private to chair and secretary. No column is called `employee_id`: notices of changes name employees by it, and
 * go to every window.
 */
export const relation = z.object({
  id: relationId,
  ...holder,
  subjectId: employeeId,
  kind: z.enum(relationKinds),
  /** Whether the holder leaves the subject's case. Always so for kinship and business. */
  recuses: z.boolean(),
  remark: shortText,
  declaredBy: shortText.min(1),
  declaredOn: isoDate,
  recordedAt: isoInstant,
  /** Null: it holds. A relation is withdrawn, never removed. */
  withdrawnAt: isoInstant.nullable(),
  withdrawnReason: shortText,
})
export type Relation = z.infer<typeof relation>

/** Pernyataan: a holder has handed in the statement of relations for a period, be it that there are none. */
export const relationStatement = z.object({
  id: rowId,
  periodId,
  ...holder,
  receivedOn: isoDate,
  recordedAt: isoInstant,
})
export type RelationStatement = z.infer<typeof relationStatement>

/** Why a participant takes part in a case although a declared relation asks for a recusal. As private as the relation. */
export const recusalWaiver = z.object({
  id: rowId,
  meetingId,
  subjectId: employeeId,
  participantId,
  reason: shortText.min(1),
  decidedBy: shortText,
  decidedAt: isoInstant,
})
export type RecusalWaiver = z.infer<typeof recusalWaiver>
