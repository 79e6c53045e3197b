import { z } from '#domain/zod.ts'
import { isoDate, longText, shortText } from './common.ts'
import { employeeId, feedbackId, periodId } from './ids.ts'

/** Umpan balik berkelanjutan. `giver` stays off the projector; the role of the giver may be shown. */
export const feedback = z.object({
  id: feedbackId,
  periodId,
  employeeId,
  fromRole: z.enum(['leader', 'peer', 'subordinate', 'other']),
  giver: shortText,
  givenOn: isoDate.nullable(),
  /** A work result's number, a behaviour value's code, or empty. */
  about: shortText,
  text: longText,
  symbol: z.enum(['thumb', 'smile', 'sad', 'none']),
})
export type Feedback = z.infer<typeof feedback>
