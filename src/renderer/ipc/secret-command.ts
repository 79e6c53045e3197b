import { useState } from 'react'
import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import { activity } from './activity.ts'
import { call } from './client.ts'

export interface SecretCommand<Name extends CallName> {
  /** Resolves with the answer, or with null when it was refused: the refusal then stands in `error`. */
  readonly run: (input: CallInput<Name>) => Promise<CallOutput<Name> | null>
  readonly isPending: boolean
  readonly error: unknown
  readonly forget: () => void
}

/**
 * As `useCommand`, for calls with a passphrase in them: the query client keeps the input of every mutation for minutes,
 * this keeps nothing. The screen shows the refusal itself.
 */
export function useSecretCommand<Name extends CallName>(name: Name): SecretCommand<Name> {
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return {
    isPending,
    error,
    forget: () => setError(null),
    run: async (input) => {
      setPending(true)
      setError(null)
      activity.writeStarted()
      let saved = false
      try {
        const output = await call(name, input)
        saved = true
        return output
      } catch (refusal) {
        setError(refusal)
        return null
      } finally {
        activity.writeEnded(saved)
        setPending(false)
      }
    },
  }
}
