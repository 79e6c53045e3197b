import { AppError } from '#domain/app-error.ts'

/** The shortest PIN accepted. Longer ones and whole phrases are welcome. */
export const shortestPin = 6

/**
 * Refuses a PIN that is too short (E-PIN-SHORT), or that somebody who looks over the shoulder guesses at once: one
 * character repeated, or characters that follow one another (E-PIN-EASY). Source: security guide 7.
 * @example requirePin('482913') // passes
 */
export function requirePin(pin: string): void {
  const letters = [...pin.normalize('NFKC')]
  if (letters.length < shortestPin) throw new AppError('E-PIN-SHORT', { minimum: shortestPin })
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  const [step] = steps
  if (steps.size === 1 && step !== undefined && Math.abs(step) <= 1) throw new AppError('E-PIN-EASY')
}

const freeTries = 4
const firstWait = 30
const longestWait = 3_600

/**
 * Seconds to wait before the next try, after a number of wrong ones in a row: nothing up to the fourth, then half a
 * minute, doubled with each further one up to an hour. A clock that was turned back does not shorten the wait.
 * @example pinWait({ failures: 6, failedAt: '2026-11-23T02:00:00.000Z' }, '2026-11-23T02:00:10.000Z') // 50
 */
export function pinWait(tries: { readonly failures: number; readonly failedAt: string | null }, now: string): number {
  if (tries.failures <= freeTries || tries.failedAt === null) return 0
  const whole = Math.min(longestWait, firstWait * 2 ** (tries.failures - freeTries - 1))
  const passed = Math.max(0, (Date.parse(now) - Date.parse(tries.failedAt)) / 1000)
  return Math.max(0, Math.ceil(whole - passed))
}
