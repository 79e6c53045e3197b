/** A place in our own program: the name of a source or bundle file, never a folder, and where in it. */
export interface CodePlace {
  readonly source: string
  readonly line: number
  readonly column: number
}

/** What may be told of an error nobody foresaw: which kind it was, and where in our code. Never its message. */
export interface ToldError {
  readonly kind: string
  /** The operating system's word, such as ENOSPC. */
  readonly system: string | null
  readonly places: readonly CodePlace[]
}

const placesTold = 20
const kinds: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
  'AppError',
  'ZodError',
])
const programFile = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:ts|tsx|js|mjs|cjs)$/

/**
 * Takes an error apart for a support file. Its message is left out whole, since it may quote names, texts and paths; so
 * are the names of functions and everything outside our own program.
 *
 * @param isOurs whether a place on the disk or an address belongs to our program
 * @returns kind, system word and at most twenty places; an unknown kind is called 'other'
 * @example tellError(new TypeError('Budi is not a function'), () => false) // { kind: 'TypeError', system: null, places: [] }
 */
export function tellError(error: unknown, isOurs: (location: string) => boolean): ToldError {
  if (!(error instanceof Error)) return { kind: 'other', system: null, places: [] }
  const code: unknown = Reflect.get(error, 'code')
  return {
    kind: kinds.has(error.name) ? error.name : 'other',
    system: typeof code === 'string' && /^E[A-Z]{2,15}$/.test(code) ? code : null,
    places: linesOfStack(error)
      .flatMap((line) => placeIn(line, isOurs))
      .slice(0, placesTold),
  }
}

/** The lines below the message. A message may look like a stack itself, so it is taken off first. */
function linesOfStack({ stack, message }: Error): readonly string[] {
  if (stack === undefined) return []
  const at = message === '' ? 0 : stack.indexOf(message)
  // A message that was changed after the error was made hides what is message and what is not.
  if (at < 0) return []
  return stack.slice(at + message.length).split('\n')
}

function placeIn(line: string, isOurs: (location: string) => boolean): CodePlace[] {
  const found = /^\s{2,8}at (?:.{0,200} \()?(\S.{0,1000}):(\d{1,7}):(\d{1,7})\)?$/.exec(line)
  const location = found?.[1]?.replaceAll('\\', '/')
  if (found === null || location === undefined || !isOurs(location)) return []
  const file = location.split('/').at(-1)?.replace(/\?.*$/, '') ?? ''
  return programFile.test(file) ? [{ source: file, line: Number(found[2]), column: Number(found[3]) }] : []
}
