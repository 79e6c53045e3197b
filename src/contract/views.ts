import { shortText } from '#domain/model/common.ts'
import { savedView } from '#domain/model/workspace-records.ts'
import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

/** Named views of a grid (columns, filter, order), kept in the workspace so that whoever opens it has them. */
export const viewsCalls = {
  'views.list': query({ input: z.object({ screen: shortText.min(1) }), output: z.array(savedView) }),
  /** A view of the same name on the same screen is replaced. */
  'views.save': command({
    input: savedView.omit({ id: true }).extend({ screen: shortText.min(1), name: shortText.trim().min(1) }),
    output: savedView,
  }),
  'views.remove': command({ input: z.object({ id: z.string().min(1).max(64) }), output: nothing }),
}
