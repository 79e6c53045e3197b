import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import type { EngineEvent, ShellApi, TimbangBridge } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'
import { activity } from './activity.ts'
import { askSafely } from './engine-gap.ts'

declare global {
  interface Window {
    readonly timbang?: TimbangBridge
  }
}

function bridge(): TimbangBridge {
  const found = window.timbang
  if (found === undefined) throw new AppError('E-NOT-HERE')
  return found
}

interface AskOptions {
  /** The call only reads: when the engine is lost under way, the next one is asked again. */
  readonly reads?: boolean
}

/**
 * Asks the engine by name. Resolves with the value, or rejects with an `AppError` whose code has a sentence in each
 * language. For a call that writes, a resolved promise means: on disk.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: AskOptions = {},
): Promise<CallOutput<Name>> {
  const reply = await askSafely(() => send(name, input), { name, reads: options.reads ?? false })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params)
  activity.answered()
  // The engine's gate has parsed the value by the same contract; the wire carries no type.
  return reply.value as CallOutput<Name>
}

/** Asks what changes nothing: when the engine is lost under way, the next one is asked again. */
export const read = <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> =>
  call(name, input, { reads: true })

/** Asks a new engine before everybody else: what has to be told to it first. */
export async function callFirst<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const reply = await send(name, input)
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params)
  return reply.value as CallOutput<Name>
}

async function send(name: string, input: unknown): ReturnType<TimbangBridge['call']> {
  try {
    return await bridge().call(name, input)
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('E-ENGINE-LOST', {}, cause)
  }
}

/** What only the shell can do: native dialogs, dropped files, zoom, clipboard. */
export function shell(): Readonly<ShellApi> {
  return bridge().shell
}

/** Hears of changes, progress and restarts. Returns the function that ends it. */
export function subscribe(listener: (event: EngineEvent) => void): () => void {
  return bridge().subscribe(listener)
}

/** The part of a call's name before the dot: first element of its query key, and the unit of invalidation. */
export function topicOf(name: string): string {
  return name.split('.', 1)[0] ?? name
}
