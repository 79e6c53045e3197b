/** Newest copies that are always kept, and days of which the last copy is kept beyond them. */
export const keptNewest = 10
export const keptDays = 30

interface Counted {
  /** Counts up; the order of copies rests on it, not on a clock that may have been set. */
  readonly number: number
  readonly takenAt: string
}

/**
 * The copies of one workspace that are no longer needed: all but the last ten, and the last one of each of the latest
 * thirty days on which a copy was taken. Days without work do not count, so that a long pause, or a clock set ahead,
 * takes nothing away.
 * @param dayOf the calendar day of a moment where the user is
 * @example copiesToDrop([{ number: 1, takenAt: '2026-11-22T02:00:00Z' }], (at) => at.slice(0, 10)) // []
 */
export function copiesToDrop<Copy extends Counted>(
  copies: readonly Copy[],
  dayOf: (takenAt: string) => string,
): readonly Copy[] {
  const newestFirst = copies.toSorted((a, b) => b.number - a.number)
  const kept = new Set(newestFirst.slice(0, keptNewest))
  const days = new Set<string>()
  for (const copy of newestFirst) {
    const day = dayOf(copy.takenAt)
    if (days.has(day) || days.size >= keptDays) continue
    days.add(day)
    kept.add(copy)
  }
  return copies.filter((copy) => !kept.has(copy))
}
