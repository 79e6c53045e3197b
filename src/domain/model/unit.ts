import { z } from '#domain/zod.ts'
import { shortText } from './common.ts'
import { unitId } from './ids.ts'

/** A unit kerja in the agency's free tree. The tree never decides who rates whom. */
export const unit = z.object({
  id: unitId,
  parentId: unitId.nullable(),
  name: shortText.min(1),
  shortName: shortText,
  position: z.number().int(),
})
export type Unit = z.infer<typeof unit>
