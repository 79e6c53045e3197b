import { contracts } from '#contract/contracts.ts'
import type { CallRole } from '#contract/define-contract.ts'
import type { Reply } from '#contract/reply.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { pinHashing as makePinHashing } from '#data/repositories/pin-hash.ts'
import { createBackups } from './backups.ts'
import { createEnvironment } from './environment.ts'
import { createErrorHistory, noteLine } from './error-history.ts'
import { documentFiles } from './files.ts'
import { createDutyCheck } from './gate/duty-check.ts'
import { createGate } from './gate/gate.ts'
import type { HandlerContext } from './handler-context.ts'
import { allHandlers } from './handlers/all-handlers.ts'
import { waitingFileOf } from './handlers/protection.ts'
import type { EngineHost } from './host.ts'
import { createJobs } from './jobs.ts'
import { createPassphraseGuard } from './passphrase-guard.ts'
import { checkPaths } from './path-check.ts'
import { createPreferences } from './preferences.ts'
import { createSession } from './session.ts'
import { createSignedIn } from './signed-in.ts'
import { topicsOf } from './topics.ts'
import { createTrailTrust } from './trail-trust.ts'

export interface Engine {
  /** Answers one call. `role` is the window's, stamped by the shell. */
  handle(role: CallRole, name: string, input: unknown): Promise<Reply<unknown>>
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Keeps what ended this process for the support file; gives the line for its log. */
  stopped(error: unknown): string
  close(): Promise<void>
}

/** The composition root: everything the engine is made of, as a list. */
export function createEngine(host: EngineHost): Engine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }

  const preferences = createPreferences(host.preferencesFolder, host.locale)
  const environment = createEnvironment(host, () => signedIn.current()?.name ?? preferences.get().operatorName)
  const guard = createPassphraseGuard(preferences, environment)
  const session = createSession({
    host,
    environment,
    // Without copies of its own, a file keeps its older form beside itself.
    ...(host.backups === undefined ? {} : { keepOlder: (file) => backups.keepOlder(file) }),
    notify: ({ tables, employeeIds }) => emit({ type: 'changed', topics: topicsOf(tables), employeeIds }),
    replaced() {
      signedIn.follow()
      backups.reopened()
      trust.restart()
      emit({ type: 'changed', topics: ['*'], employeeIds: null })
    },
    refused: ({ code, params }) => emit({ type: 'refused', error: { code, params } }),
    locked(waiting) {
      signedIn.follow()
      emit({ type: 'locked', waiting: waitingFileOf(waiting, guard) })
    },
    guard,
  })
  // What only some may read is asked for anew by whoever sits down.
  const signedIn = createSignedIn(session, () =>
    emit({ type: 'changed', topics: ['users', 'relations', 'calibration', 'trail'], employeeIds: null }),
  )
  const backups = createBackups({
    host,
    session,
    preferences,
    environment,
    changed: () => emit({ type: 'changed', topics: ['backups'], employeeIds: null }),
  })
  const trust = createTrailTrust({
    session,
    after: host.trailCheckAfter ?? null,
    changed: () => emit({ type: 'changed', topics: ['trail', 'reports'], employeeIds: null }),
  })
  const pinHashing = makePinHashing(host.pinKdf)
  const jobs = createJobs(emit)
  const history = createErrorHistory(host.preferencesFolder, host.now)
  const context: HandlerContext = {
    host,
    environment,
    session,
    preferences,
    jobs,
    files: documentFiles(session),
    backups,
    signedIn,
    pinHashing,
    guard,
    trust,
    history,
  }

  const gate = createGate({
    handlers: checkPaths(
      allHandlers(context),
      host.access,
      () => preferences.recent().map(({ path }) => path),
      backups.folder,
    ),
    async sound() {
      await session.sound()
      await backups.clear()
    },
    duties: createDutyCheck({ session, environment, hashing: pinHashing, current: signedIn.current }),
    wholeTrail: () => trust.assured(),
    checkOutputs: host.checkOutputs ?? false,
    reportUnknown(error, name) {
      const reference = environment.newId().slice(-7)
      const note = history.unknown(isCallName(name) ? name : 'none', reference, error)
      host.log?.(host.logsMessages === true ? `${reference} ${name}: ${rawText(error)}` : noteLine(note))
      return reference
    },
  })

  return {
    async handle(role, name, input) {
      const reply = await gate.handle(role, name, input)
      if (!reply.ok && reply.error.code !== 'E-UNKNOWN')
        history.refused(isCallName(name) ? name : 'none', reply.error.code)
      return reply
    },
    stopped: (error) => noteLine(history.unknown('engine', environment.newId().slice(-7), error)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      backups.stop()
      session.close()
    },
  }
}

const isCallName = (name: string): boolean => Object.hasOwn(contracts, name)

const rawText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
