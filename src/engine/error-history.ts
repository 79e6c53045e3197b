import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppErrorCode, errorParameters } from '#domain/app-error.ts'
import { type ToldError, tellError } from '#domain/support/code-places.ts'
import { z } from '#domain/zod.ts'

/** One refusal or failure, told without anything that came from a workspace, a path or a text. */
export interface NotedError {
  readonly at: string
  /** Name of the call, 'page' for an error of a window, 'engine' for one that ended the engine. */
  readonly where: string
  readonly code: AppErrorCode
  /** Of an error nobody foresaw: the number its sentence names. */
  readonly reference: string | null
  readonly error: ToldError | null
  readonly cause: ToldError | null
}

export interface ErrorHistory {
  refused(where: string, code: AppErrorCode): void
  unknown(where: string, reference: string, error: unknown): NotedError
  /** The page has taken its error apart itself. */
  ofPage(reference: string, error: ToldError): void
  all(): readonly NotedError[]
}

/** Takes an error apart; another one only in the control of a test. */
export type TellError = (error: unknown) => ToldError

const kept = 200

const stored = z.array(
  z.object({
    at: z.string(),
    where: z.string(),
    code: z.custom<AppErrorCode>((code) => typeof code === 'string' && code in errorParameters),
    reference: z.string().nullable(),
    error: z.custom<ToldError>().nullable(),
    cause: z.custom<ToldError>().nullable(),
  }),
)

/**
 * The last two hundred refusals and failures of this laptop's Timbang. Those nobody foresaw are kept over a restart, since
 * they may have been the end of the engine.
 * @param folder null: in memory only
 */
export function createErrorHistory(
  folder: string | null,
  now: () => Date,
  tell: TellError = (error) => tellError(error, isOwnCode),
): ErrorHistory {
  const file = folder === null ? null : join(folder, 'errors.json')
  let notes: readonly NotedError[] = readStored(file)

  function add(note: NotedError): NotedError {
    notes = [...notes, note].slice(-kept)
    return note
  }

  function keep(): void {
    if (file === null || folder === null) return
    try {
      mkdirSync(folder, { recursive: true })
      const unforeseen = notes.filter(({ reference }) => reference !== null)
      writeFileSync(file, JSON.stringify(unforeseen), { mode: 0o600 })
    } catch {
      // A full disk, say: the history stays in memory.
    }
  }

  const at = () => now().toISOString()
  return {
    refused: (where, code) => void add({ at: at(), where, code, reference: null, error: null, cause: null }),
    unknown(where, reference, error) {
      const cause = error instanceof Error && error.cause !== undefined ? tell(error.cause) : null
      const note = add({ at: at(), where, code: 'E-UNKNOWN', reference, error: tell(error), cause })
      keep()
      return note
    },
    ofPage(reference, error) {
      add({ at: at(), where: 'page', code: 'E-UNKNOWN', reference, error, cause: null })
      keep()
    },
    all: () => notes,
  }
}

/** For the log of the process: the same as for the support file. */
export const noteLine = ({ reference, where, error, cause }: NotedError): string =>
  [`${reference} ${where}:`, ...[error, cause].flatMap((told) => (told === null ? [] : [toldLine(told)]))].join(' ')

const toldLine = ({ kind, system, places }: ToldError): string =>
  [kind, system ?? '', ...places.map(({ source, line, column }) => `${source}:${line}:${column}`)]
    .filter((part) => part !== '')
    .join(' ')

/** Where the engine's own files lie: the sources, or what was built from them. */
const ownRoot = import.meta.dirname.replaceAll('\\', '/').replace(/^(.*\/(?:src|out))(?:\/.*)?$/, '$1/')

const isOwnCode = (location: string): boolean => location.replace(/^file:\/\//, '').startsWith(ownRoot)

function readStored(file: string | null): readonly NotedError[] {
  if (file === null) return []
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
