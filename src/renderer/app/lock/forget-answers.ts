import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import type { CallName } from '#contract/contracts.ts'
import { callKey } from '#renderer/ipc/hooks.ts'

/** What says nothing about the people in a workspace. */
const harmless: ReadonlySet<CallName> = new Set(['workspace.status', 'protection.state', 'preferences.get'])

/** Takes everything the engine ever answered out of the page: rows, names, and the inputs of commands. */
export function forgetAnswers(client: QueryClient): void {
  client.setQueryData(callKey('workspace.status', {}), null)
  client.removeQueries({ predicate: ({ queryKey }) => !harmless.has(queryKey[1] as CallName) })
  client.getMutationCache().clear()
  notifications.clean()
}
