import { z } from '#domain/zod.ts'
import { shortText } from './common.ts'
import { employeeId } from './ids.ts'

/**
 * A person: pegawai (PNS or PPPK), or a rater outside the civil service (`external`, such as a regional head).
 * What changes with time (post, unit, rank, rater) stands in `placement` and `supervision`, one per period.
 */
export const employee = z.object({
  id: employeeId,
  /** 18 digits as text after cleaning, 9 for an old number, or null for a rater without one. */
  nip: z
    .string()
    .regex(/^(\d{18}|\d{9})$/)
    .nullable(),
  /** The number exactly as the office wrote it. */
  nipAsWritten: shortText.nullable(),
  name: shortText.min(1),
  status: z.enum(['pns', 'pppk', 'external', 'unknown']),
})
export type Employee = z.infer<typeof employee>
