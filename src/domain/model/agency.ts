import { z } from '#domain/zod.ts'
import { shortText } from './common.ts'
import { rowId } from './ids.ts'

/** The agency that owns the workspace: one row. Its zone, not the laptop's, stands in every document. */
export const agency = z.object({
  id: rowId,
  name: shortText.min(1),
  government: shortText,
  address: shortText,
  contact: shortText,
  /** Place named beside the date of signatures. */
  place: shortText,
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  workingWeek: z.enum(['monday-friday', 'monday-saturday']),
  /** The agency's one choice of periodic evaluation (art. 24(2)-(3)). */
  cycle: z.enum(['quarterly', 'monthly']),
  paper: z.enum(['A4', 'F4']),
  /** True for the generated example, so that documents and screens can say so. */
  example: z.boolean(),
})
export type Agency = z.infer<typeof agency>
