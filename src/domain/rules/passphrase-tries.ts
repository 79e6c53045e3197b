/** Wrong passphrases given for one file since the last right one. */
export interface FailedTries {
  readonly count: number
  /** Moment of the last one, ISO. */
  readonly lastAt: string
}

export interface NextTry {
  /** Tries left before the next wait, at least 0. */
  readonly tries: number
  /** Seconds until another try is taken; 0: now. */
  readonly waitSeconds: number
}

/** As many wrong passphrases are forgiven at once. */
const freeTries = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 900
/** After a day somebody else may be the one who mistypes. */
const forgottenAfterSeconds = 86_400

/**
 * When the passphrase of a file may be tried again, and how often. Five wrong ones cost nothing; after the fifth one waits
 * 30 seconds, and twice as long after each further one, up to a quarter of an hour. It slows down a person at this
 * program; what slows down somebody with a copy of the file is the derivation of the key.
 *
 * A clock that was turned back does not make the wait longer than it was, one that is right after a day ends it.
 *
 * @param failed the wrong ones so far; null: none
 * @param now ISO moment
 * @returns seconds rounded up; `tries` is 0 while one has to wait
 * @example nextTry({ count: 5, lastAt: '2026-11-23T02:00:00.000Z' }, '2026-11-23T02:00:10.000Z') // { tries: 0, waitSeconds: 20 }
 */
export function nextTry(failed: FailedTries | null, now: string): NextTry {
  if (failed === null || failed.count === 0) return { tries: freeTries, waitSeconds: 0 }
  const passed = Math.max(0, (Date.parse(now) - Date.parse(failed.lastAt)) / 1000)
  if (passed >= forgottenAfterSeconds) return { tries: freeTries, waitSeconds: 0 }
  if (failed.count < freeTries) return { tries: freeTries - failed.count, waitSeconds: 0 }
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failed.count - freeTries, 16))
  const left = Math.ceil(wait - passed)
  return left > 0 ? { tries: 0, waitSeconds: left } : { tries: 1, waitSeconds: 0 }
}

/**
 * One more wrong passphrase.
 *
 * @param failed the wrong ones so far; those of more than a day ago no longer count
 * @param now ISO moment
 * @example oneMore(null, '2026-11-23T02:00:00.000Z') // { count: 1, lastAt: '2026-11-23T02:00:00.000Z' }
 */
export function oneMore(failed: FailedTries | null, now: string): FailedTries {
  const isForgotten = failed === null || (Date.parse(now) - Date.parse(failed.lastAt)) / 1000 >= forgottenAfterSeconds
  return { count: (isForgotten ? 0 : failed.count) + 1, lastAt: now }
}
