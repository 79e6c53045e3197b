import type { Environment } from '#application/ports/environment.ts'
import type { FileStore } from '#application/ports/files.ts'
import type { PinHashing } from '#application/ports/pins.ts'
import type { Approver } from '#application/users/approvals.ts'
import type { CallName, CallOutput, ParsedInput } from '#contract/contracts.ts'
import type { Backups } from './backups.ts'
import type { ErrorHistory } from './error-history.ts'
import type { EngineHost } from './host.ts'
import type { Jobs } from './jobs.ts'
import type { PassphraseGuard } from './passphrase-guard.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Session } from './session-port.ts'
import type { SignedIn } from './signed-in.ts'
import type { TrailTrust } from './trail-trust.ts'

/** What handlers may use. They only map a call to a use case. */
export interface HandlerContext {
  readonly host: EngineHost
  readonly environment: Environment
  readonly session: Session
  readonly preferences: PreferencesStore
  readonly jobs: Jobs
  readonly files: FileStore
  readonly guard: PassphraseGuard
  readonly backups: Backups
  readonly signedIn: SignedIn
  readonly pinHashing: PinHashing
  readonly trust: TrailTrust
  readonly history: ErrorHistory
}

/**
 * The handlers of the calls whose names begin with one of the given topics: a missing one does not compile. `approver` is
 * the chair who approved the call with an own PIN, where the table of duties asks for one.
 */
export type HandlersOf<Name extends CallName> = {
  readonly [N in Name]: (input: ParsedInput<N>, approver: Approver) => CallOutput<N> | Promise<CallOutput<N>>
}

/** Names of the calls under one topic, such as `CallsOf<'staff'>`. */
export type CallsOf<Topic extends string> = Extract<CallName, `${Topic}.${string}`>
