import type { CallInput, CallName, CallOutput } from '#contract/contracts.ts'
import type { Locale } from '#contract/error-sentences.ts'

/** Calls the engine; a refusal is thrown as an AppError. */
export type EngineCall = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

export type Flags = Readonly<Record<string, string | boolean | undefined>>

export interface Progress {
  readonly step: string
  readonly done: number
  readonly total: number
}

export interface CommandRun {
  readonly call: EngineCall
  readonly positionals: readonly string[]
  readonly flags: Flags
  readonly locale: Locale
  readonly today: Date
  /** Long work tells how far it is, on the error stream. */
  readonly complain: (text: string) => void
  /** Hears of every tenth of a long piece of work; gives the function that ends it. */
  readonly onProgress: (listener: (progress: Progress) => void) => () => void
}

export interface CommandResult {
  /** What a person reads. */
  readonly lines: readonly string[]
  /** The same for programs (`--json`). */
  readonly data: unknown
  /** True: the command ran and its answer is "no" (exit code 1), such as a workspace with defects. */
  readonly refused?: boolean
}

export interface CliCommand {
  readonly usage: string
  readonly about: Readonly<Record<Locale, string>>
  /** Smallest and largest number of words after the command's name. */
  readonly words: readonly [number, number]
  /** It reads every page of the file itself, so that opening a large one need not. */
  readonly readsEveryPage?: true
  readonly run: (run: CommandRun) => Promise<CommandResult>
}

/** The command line was not understood: exit code 2. */
export class UsageError extends Error {}
