import type { CallName } from '#contract/contracts.ts'
import type { HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { dossierHandlers } from './dossier.ts'
import { reportHandlers } from './reports.ts'
import { sessionHandlers } from './session.ts'
import { staffHandlers } from './staff.ts'
import { viewsHandlers } from './views.ts'
import { workspaceHandlers } from './workspace.ts'

/** Every call's handler. A call of the contract without one does not compile. */
export function allHandlers(context: HandlerContext) {
  return {
    ...workspaceHandlers(context),
    ...sessionHandlers(context),
    ...reportHandlers(context),
    ...staffHandlers(context),
    ...dossierHandlers(context),
    ...viewsHandlers(context),
  } satisfies HandlersOf<CallName>
}
