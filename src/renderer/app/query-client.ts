import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { AppError } from '#domain/app-error.ts'
import type { CommandMeta } from '#renderer/ipc/hooks.ts'
import { knownError } from '#renderer/ipc/unknown-error.ts'

export interface CommandOutcome {
  /** A command was refused: shown once, with the sentence of its code. `call` names it where it is known. */
  readonly refused: (error: AppError, call?: string) => void
  /** A command that has words for its success. */
  readonly done: (message: string, undoable: boolean) => void
}

/** Defaults of a local app: the engine is always there, an answer stays true until the engine says otherwise. */
export function createQueryClient(outcome: CommandOutcome): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (quiet(mutation.meta)) return
        const known = knownError(error)
        // Stopping one's own job is not a refusal; a file that asks for its passphrase gets a page of its own.
        if (known.code !== 'E-CANCELLED' && known.code !== 'E-OPEN-ENCRYPTED')
          outcome.refused(known, callOf(mutation.options.mutationKey))
      },
      onSuccess: (output, _input, _context, mutation) => {
        const meta = mutation.meta as CommandMeta | undefined
        const message = meta?.success?.(output)
        if (message !== undefined) outcome.done(message, meta?.undoable ?? false)
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Keys are `[topic, call]`. */
const callOf = (key: readonly unknown[] | undefined): string | undefined =>
  typeof key?.[1] === 'string' ? key[1] : undefined

function quiet(meta: Record<string, unknown> | undefined): boolean {
  return meta?.quiet === true
}
