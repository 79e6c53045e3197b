import type { FileToCheck, PagesCheck, PagesChecker } from './host.ts'

/** The check of an open file that begins after a while, or as soon as somebody needs its answer. */
export interface DelayedCheck {
  /** Begins now if it has not begun. */
  done(): Promise<void>
  stop(): void
}

/** `ended` hears once how the check ended: null, or why the file may not stay open. */
export function delayedCheck(
  checker: PagesChecker,
  file: FileToCheck,
  ended: (refusal: unknown) => void,
): DelayedCheck {
  let running: PagesCheck | null = null
  const begin = (): PagesCheck => {
    if (running !== null) return running
    clearTimeout(timer)
    running = checker.start(file)
    running.done.then(() => ended(null), ended)
    return running
  }
  const timer = setTimeout(begin, checker.after)
  return {
    done: () => begin().done,
    stop() {
      clearTimeout(timer)
      running?.stop()
    },
  }
}
