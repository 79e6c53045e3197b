import { basename } from 'node:path'
import type { WaitingFile } from '#contract/protection.ts'
import { hasRecoveryKey, newRecoveryKey } from '#data/store/encryption/encryption.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import {
  addProtection,
  changePassphrase,
  removeProtection,
  setRecoveryKey,
  unlockWaiting,
  writePlainCopy,
} from '#engine/protection.ts'
import type { Waiting } from '#engine/session-port.ts'

export function protectionHandlers(context: HandlerContext): HandlersOf<CallsOf<'protection'>> {
  const { session, guard, preferences, environment } = context
  return {
    'protection.state': () => {
      const waiting = session.waiting()
      const key = session.isOpen() ? session.key() : null
      return {
        waiting: waiting === null ? null : waitingFileOf(waiting, guard),
        encrypted: key !== null,
        hasRecoveryKey: key !== null && hasRecoveryKey(key),
      }
    },
    'protection.unlock': async ({ secret }) => {
      await unlockWaiting(context, secret)
      const { path } = session.current()
      preferences.remember({ path, name: basename(path), openedAt: environment.now() })
      return {}
    },
    'protection.leave': () => {
      session.stopWaiting()
      return {}
    },
    'protection.lock': ({ because }) => ({ locked: session.lock(because) }),
    'protection.newRecoveryKey': () => ({ recoveryKey: newRecoveryKey() }),
    'protection.add': async (input) => {
      await addProtection(context, input)
      return {}
    },
    'protection.changePassphrase': async ({ secret, passphrase }) => {
      await changePassphrase(context, secret, passphrase)
      return {}
    },
    'protection.setRecoveryKey': async ({ secret, recoveryKey }) => {
      await setRecoveryKey(context, secret, recoveryKey)
      return {}
    },
    'protection.remove': async ({ secret }) => {
      await removeProtection(context, secret)
      return {}
    },
    'protection.plainCopy': async ({ secret, path }) => {
      await writePlainCopy(context, secret, path)
      return { path }
    },
  }
}

/** What a page may know of a file that waits. */
export function waitingFileOf(waiting: Waiting, guard: HandlerContext['guard']): WaitingFile {
  return { ...waiting, fileName: basename(waiting.path), ...guard.next(waiting.path) }
}
