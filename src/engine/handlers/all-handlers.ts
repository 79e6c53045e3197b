import type { CallName } from '#contract/contracts.ts'
import type { HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { backupHandlers } from './backups.ts'
import { calibrationHandlers } from './calibration.ts'
import { dossierHandlers } from './dossier.ts'
import { followUpHandlers } from './follow-ups.ts'
import { importHandlers } from './import.ts'
import { inspectionHandlers } from './inspection.ts'
import { ledgerHandlers } from './ledger.ts'
import { meetingHandlers } from './meetings.ts'
import { organisationHandlers } from './organisation.ts'
import { overviewHandlers } from './overview.ts'
import { panelHandlers } from './panel.ts'
import { protectionHandlers } from './protection.ts'
import { relationHandlers } from './relations.ts'
import { reportHandlers } from './reports.ts'
import { sessionHandlers } from './session.ts'
import { staffHandlers } from './staff.ts'
import { supervisorHandlers } from './supervisors.ts'
import { supportHandlers } from './support.ts'
import { userHandlers } from './users.ts'
import { viewsHandlers } from './views.ts'
import { workspaceHandlers } from './workspace.ts'

/** Every call's handler. A call of the contract without one does not compile. */
export function allHandlers(context: HandlerContext) {
  return {
    ...workspaceHandlers(context),
    ...sessionHandlers(context),
    ...backupHandlers(context),
    ...ledgerHandlers(context),
    ...inspectionHandlers(context),
    ...supportHandlers(context),
    ...protectionHandlers(context),
    ...reportHandlers(context),
    ...meetingHandlers(context),
    ...followUpHandlers(context),
    ...staffHandlers(context),
    ...dossierHandlers(context),
    ...viewsHandlers(context),
    ...importHandlers(context),
    ...organisationHandlers(context),
    ...overviewHandlers(context),
    ...supervisorHandlers(context),
    ...calibrationHandlers(context),
    ...relationHandlers(context),
    ...panelHandlers(context),
    ...userHandlers(context),
  } satisfies HandlersOf<CallName>
}
