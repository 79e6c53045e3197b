import { AppError } from '#domain/app-error.ts'
import { tellError } from '#domain/support/code-places.ts'
import { call } from './client.ts'

const known = new WeakMap<object, AppError>()
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Any thrown thing as a refusal of the catalogue. What nobody foresaw becomes E-UNKNOWN with a reference, under which the
 * engine keeps where in the program it arose; the message stays here, since it may quote a name. The same error keeps its
 * reference; a thrown text or number, which has no place in the program, is one reference for all.
 */
export function knownError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const key = typeof error === 'object' && error !== null ? error : noError
  const before = known.get(key)
  if (before !== undefined) return before
  const reference = Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => alphabet[byte % 32]).join('')
  const made = new AppError('E-UNKNOWN', { reference }, error)
  known.set(key, made)
  note(reference, error)
  return made
}

const noError = {}

function note(reference: string, error: unknown): void {
  const ownAddress = `${window.location.protocol}//${window.location.host}/`
  const told = tellError(error, (location) => location.startsWith(ownAddress))
  const places = told.places.map((place) => ({ ...place }))
  call('support.note', { reference, error: { ...told, places } })
    // The engine is gone as well: the sentence with its reference is shown all the same.
    .catch(() => undefined)
}

/** Errors that end in nobody's hands are kept, too. */
export function noteStrayErrors(): void {
  window.addEventListener('error', (event) => void knownError(event.error))
  window.addEventListener('unhandledrejection', (event) => void knownError(event.reason))
}
