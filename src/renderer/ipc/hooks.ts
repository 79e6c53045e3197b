import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import type { AppError } from '#domain/app-error.ts'
import { activity } from './activity.ts'
import { call, read, topicOf } from './client.ts'

export interface CallOptions {
  /** false: do not ask yet (an id is still missing). */
  readonly enabled?: boolean
  /** true: keep showing the former answer while a new input is being answered, so that nothing jumps. */
  readonly keepPrevious?: boolean
  /**
   * true: changes that name their employees do not ask for everything again; the screen patches the rows itself
   * (`useChangedEmployees` and `queryClient.setQueryData(callKey(…))`). For the large grids.
   */
  readonly patchesRows?: boolean
}

/** The key under which a call's answer is kept: `[topic, name, input]`. */
export function callKey<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): readonly [string, Name, CallInput<Name>] {
  return [topicOf(name), name, input]
}

/** How a call is asked and its answer kept, for whoever asks before a component does. */
export const callQuery = <Name extends CallName>(name: Name, input: CallInput<Name>): CallQuery<Name> => ({
  queryKey: callKey(name, input),
  queryFn: () => read(name, input),
})

/** Written out, since TypeScript would write the outputs of all calls into the type it infers. */
interface CallQuery<Name extends CallName> {
  readonly queryKey: readonly [string, Name, CallInput<Name>]
  readonly queryFn: () => Promise<CallOutput<Name>>
}

/**
 * Reads: `const staff = useCall('staff.grid', { periodId })` → a TanStack query (`data`, `error: AppError | null`,
 * `isPending`, `refetch`). The engine's "changed" event with the call's topic makes it ask again.
 */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<Name>, AppError> {
  return useQuery({
    ...callQuery(name, input),
    enabled: options.enabled ?? true,
    meta: { patchesRows: options.patchesRows ?? false },
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

export interface CommandOptions<Name extends CallName> {
  /** Sentence of the notification after success, with an "Urungkan" action unless `undoable` is false. */
  readonly success?: string | ((output: CallOutput<Name>) => string)
  readonly undoable?: boolean
  /** true: the screen shows the refusal itself; no notification. */
  readonly quiet?: boolean
  readonly onSuccess?: (output: CallOutput<Name>, input: CallInput<Name>) => void
}

/** What the global mutation handler reads (app/query-client.ts). */
export interface CommandMeta extends Record<string, unknown> {
  readonly success?: (output: unknown) => string
  readonly undoable: boolean
  readonly quiet: boolean
}

/**
 * Writes: `const record = useCommand('scores.record', { success: t('…') })`; `record.mutate(input)` or
 * `await record.mutateAsync(input)`. Resolved = on disk. A refusal appears once, as a notification with its sentence,
 * unless `quiet`. What depends on it is asked again when the engine's "changed" event arrives.
 */
export function useCommand<Name extends CallName>(
  name: Name,
  options: CommandOptions<Name> = {},
): UseMutationResult<CallOutput<Name>, AppError, CallInput<Name>> {
  const { success } = options
  const meta: CommandMeta = {
    quiet: options.quiet ?? false,
    undoable: options.undoable ?? true,
    ...(success === undefined
      ? {}
      : {
          success: (output: unknown) => (typeof success === 'string' ? success : success(output as CallOutput<Name>)),
        }),
  }
  return useMutation<CallOutput<Name>, AppError, CallInput<Name>>({
    mutationKey: [topicOf(name), name],
    meta,
    mutationFn: async (input) => {
      activity.writeStarted()
      let saved = false
      try {
        const output = await call(name, input)
        saved = true
        return output
      } finally {
        activity.writeEnded(saved)
      }
    },
    onSuccess: (output, input) => options.onSuccess?.(output, input),
  })
}
