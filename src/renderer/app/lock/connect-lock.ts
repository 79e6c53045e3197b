import type { QueryClient } from '@tanstack/react-query'
import type { CallOutput } from '#contract/contracts.ts'
import { subscribe } from '#renderer/ipc/client.ts'
import { callKey } from '#renderer/ipc/hooks.ts'
import { keepTyped, watchTyping } from './kept-texts.ts'

/** Turns the window to the unlock page when the engine says that a file waits, after taking what was being typed. */
export function connectLock(client: QueryClient): () => void {
  const stopWatching = watchTyping()
  const stopHearing = subscribe((event) => {
    if (event.type !== 'locked') return
    const open = client.getQueryData<CallOutput<'workspace.status'>>(callKey('workspace.status', {}))
    if (open) keepTyped(open.path)
    const { waiting } = event
    client.setQueryData(callKey('protection.state', {}), (before: CallOutput<'protection.state'> | undefined) => ({
      encrypted: false,
      hasRecoveryKey: false,
      ...before,
      waiting,
    }))
  })
  return () => {
    stopWatching()
    stopHearing()
  }
}
