/** What the "saved" mark of the top bar shows. */
export interface Activity {
  /** Writes that have been sent and not yet answered. */
  readonly writing: number
  /** ISO time at which the engine last said "on disk"; before the first answer of the sitting: null. */
  readonly savedAt: string | null
}

let current: Activity = { writing: 0, savedAt: null }
const listeners = new Set<() => void>()

function set(next: Activity): void {
  current = next
  for (const listener of listeners) listener()
}

/** Counts answers of the engine. Every acknowledged write is on disk, so the last answer's time is the saved time. */
export const activity = {
  read: (): Activity => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  answered: (): void => {
    if (current.savedAt === null) set({ ...current, savedAt: new Date().toISOString() })
  },
  writeStarted: (): void => set({ ...current, writing: current.writing + 1 }),
  writeEnded: (saved: boolean): void =>
    set({
      writing: Math.max(0, current.writing - 1),
      savedAt: saved ? new Date().toISOString() : current.savedAt,
    }),
}
