import type { Environment } from '#application/ports/environment.ts'
import type { FileStore } from '#application/ports/files.ts'
import type { CallName, CallOutput, ParsedInput } from '#contract/contracts.ts'
import type { EngineHost } from './host.ts'
import type { Jobs } from './jobs.ts'
import type { PreferencesStore } from './preferences.ts'
import type { Session } from './session.ts'

/** What handlers may use. They only map a call to a use case. */
export interface HandlerContext {
  readonly host: EngineHost
  readonly environment: Environment
  readonly session: Session
  readonly preferences: PreferencesStore
  readonly jobs: Jobs
  readonly files: FileStore
}

/** The handlers of the calls whose names begin with one of the given topics: a missing one does not compile. */
export type HandlersOf<Name extends CallName> = {
  readonly [N in Name]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>
}

/** Names of the calls under one topic, such as `CallsOf<'staff'>`. */
export type CallsOf<Topic extends string> = Extract<CallName, `${Topic}.${string}`>
