import type { Environment } from '#application/ports/environment.ts'
import { AppError } from '#domain/app-error.ts'
import { type NextTry, nextTry, oneMore } from '#domain/rules/passphrase-tries.ts'
import type { PreferencesStore } from './preferences.ts'

/** Counts wrong passphrases by file, and makes whoever goes on guessing wait. */
export interface PassphraseGuard {
  next(path: string): NextTry
  /** Runs a check of a secret. A wrong one is refused with the tries left (E-OPEN-PASS), one too early with E-OPEN-WAIT. */
  check<Result>(path: string, work: () => Promise<Result>): Promise<Result>
}

export function createPassphraseGuard(
  preferences: Pick<PreferencesStore, 'tries' | 'setTries'>,
  { now }: Pick<Environment, 'now'>,
): PassphraseGuard {
  const next = (path: string) => nextTry(preferences.tries(path), now())
  return {
    next,
    async check(path, work) {
      const { waitSeconds } = next(path)
      if (waitSeconds > 0) throw new AppError('E-OPEN-WAIT', { seconds: waitSeconds })
      const before = preferences.tries(path)
      // Counted before it is known: neither many at once nor a program that is ended meanwhile gives more tries.
      preferences.setTries(path, oneMore(before, now()))
      try {
        const result = await work()
        preferences.setTries(path, null)
        return result
      } catch (error) {
        if (error instanceof AppError && error.code === 'E-OPEN-PASS') {
          throw new AppError('E-OPEN-PASS', { tries: next(path).tries })
        }
        // A slip of the pen, or a disk that fails, is no guess.
        preferences.setTries(path, before)
        throw error
      }
    },
  }
}
