import type { z } from '#domain/zod.ts'
import { backupCalls } from './backups.ts'
import { calibrationCalls } from './calibration.ts'
import { dossierCalls } from './dossier.ts'
import { followUpCalls } from './follow-ups.ts'
import { importCalls } from './import.ts'
import { inspectionCalls } from './inspection.ts'
import { ledgerCalls } from './ledger.ts'
import { meetingCalls } from './meetings.ts'
import { organisationCalls } from './organisation.ts'
import { overviewCalls } from './overview.ts'
import { panelCalls } from './panel.ts'
import { protectionCalls } from './protection.ts'
import { relationCalls } from './relations.ts'
import { reportCalls } from './reports.ts'
import { sessionCalls } from './session.ts'
import { staffCalls } from './staff.ts'
import { supervisorCalls } from './supervisors.ts'
import { supportCalls } from './support.ts'
import { userCalls } from './users.ts'
import { viewsCalls } from './views.ts'
import { workspaceCalls } from './workspace.ts'

/** The one map of everything the engine can be asked. Its keys are the names of the calls. */
export const contracts = {
  ...workspaceCalls,
  ...sessionCalls,
  ...backupCalls,
  ...ledgerCalls,
  ...supportCalls,
  ...inspectionCalls,
  ...protectionCalls,
  ...reportCalls,
  ...meetingCalls,
  ...followUpCalls,
  ...staffCalls,
  ...dossierCalls,
  ...viewsCalls,
  ...importCalls,
  ...organisationCalls,
  ...overviewCalls,
  ...supervisorCalls,
  ...calibrationCalls,
  ...relationCalls,
  ...panelCalls,
  ...userCalls,
}

export type Contracts = typeof contracts
export type CallName = keyof Contracts
/** What a caller passes (before defaults are filled in). */
export type CallInput<Name extends CallName> = z.input<Contracts[Name]['input']>
/** What a handler receives. */
export type ParsedInput<Name extends CallName> = z.output<Contracts[Name]['input']>
export type CallOutput<Name extends CallName> = z.output<Contracts[Name]['output']>
