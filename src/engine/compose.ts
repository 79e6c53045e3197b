import type { CallRole } from '#contract/define-contract.ts'
import type { Reply } from '#contract/reply.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { createEnvironment } from './environment.ts'
import { documentFiles } from './files.ts'
import { createGate } from './gate/gate.ts'
import type { HandlerContext } from './handler-context.ts'
import { allHandlers } from './handlers/all-handlers.ts'
import type { EngineHost } from './host.ts'
import { createJobs } from './jobs.ts'
import { checkPaths } from './path-check.ts'
import { createPreferences } from './preferences.ts'
import { createSession } from './session.ts'
import { topicsOf } from './topics.ts'

export interface Engine {
  /** Answers one call. `role` is the window's, stamped by the shell. */
  handle(role: CallRole, name: string, input: unknown): Promise<Reply<unknown>>
  subscribe(listener: (event: EngineEvent) => void): () => void
  close(): Promise<void>
}

/** The composition root: everything the engine is made of, as a list. */
export function createEngine(host: EngineHost): Engine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }

  const preferences = createPreferences(host.preferencesFolder, host.locale)
  const environment = createEnvironment(host, () => preferences.get().operatorName)
  const session = createSession({
    host,
    environment,
    notify: ({ tables, employeeIds }) => emit({ type: 'changed', topics: topicsOf(tables), employeeIds }),
    replaced: () => emit({ type: 'changed', topics: ['*'], employeeIds: null }),
    refused: ({ code, params }) => emit({ type: 'refused', error: { code, params } }),
  })
  const jobs = createJobs(emit)
  const context: HandlerContext = { host, environment, session, preferences, jobs, files: documentFiles(session) }

  const gate = createGate({
    handlers: checkPaths(allHandlers(context), host.access, () => preferences.recent().map(({ path }) => path)),
    sound: () => session.sound(),
    checkOutputs: host.checkOutputs ?? false,
    reportUnknown(error, name) {
      const reference = environment.newId().slice(-7)
      host.log?.(`${reference} ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return reference
    },
  })

  return {
    handle: (role, name, input) => gate.handle(role, name, input),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      session.close()
    },
  }
}
