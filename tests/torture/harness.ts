/** How hard a harness tries. `short` is part of `npm test`, `full` is what a release needs. */
export type Effort = 'short' | 'medium' | 'full'

export interface TortureOptions {
  /** The same seed tries the same things again, as far as the operating system's timing allows. */
  readonly seed: number
  /** How many attempts; a harness that counts steps instead takes this as its upper limit. */
  readonly count: number
  /** Progress for whoever watches. */
  readonly say: (line: string) => void
}

/** A deliberately careless way of doing the same thing. A harness that does not see it fail proves nothing. */
export interface Control {
  readonly what: string
  readonly failed: boolean
}

export interface TortureResult {
  readonly harness: string
  readonly tried: number
  readonly passed: number
  readonly controls: readonly Control[]
  readonly seconds: number
  readonly seed: number
  /** What was left out on this machine, and why. */
  readonly skipped: readonly string[]
  /** Figures worth knowing beside the two counts, such as how often which refusal came. */
  readonly figures: Readonly<Record<string, number>>
  /** The first failures in words, with what is needed to see them again. */
  readonly failures: readonly string[]
}

export interface Harness {
  readonly name: string
  /** One line for the table of docs/reliability.md. */
  readonly what: string
  readonly counts: Readonly<Record<Effort, number>>
  readonly run: (options: TortureOptions) => Promise<TortureResult>
}

const failuresShown = 12

/** Collects what a harness saw. `verdict` is 'sound' or says what is wrong. */
export interface Tally {
  add(verdict: string, label: string): void
  control(what: string, failed: boolean): void
  skip(why: string): void
  figure(name: string, by?: number): void
  result(): TortureResult
}

export function startTally(harness: string, options: TortureOptions): Tally {
  const start = performance.now()
  const controls: Control[] = []
  const skipped: string[] = []
  const failures: string[] = []
  const figures: Record<string, number> = {}
  let tried = 0
  let passed = 0
  return {
    add(verdict, label) {
      tried += 1
      if (verdict === 'sound') passed += 1
      else if (failures.length < failuresShown) failures.push(`${label}: ${verdict}`)
    },
    control: (what, failed) => void controls.push({ what, failed }),
    skip: (why) => void skipped.push(why),
    figure(name, by = 1) {
      figures[name] = (figures[name] ?? 0) + by
    },
    result: () => ({
      harness,
      tried,
      passed,
      controls,
      seconds: Math.round((performance.now() - start) / 100) / 10,
      seed: options.seed,
      skipped,
      figures,
      failures,
    }),
  }
}

/**
 * Whether a run may stand: nothing failed, something was tried, and every control was seen to fail. Where the machine
 * lacks what a harness needs, it tries nothing, says why, and stands as left out.
 */
export function isProven({ tried, passed, controls, skipped }: TortureResult): boolean {
  if (tried === 0) return skipped.length > 0
  return passed === tried && controls.length > 0 && controls.every((control) => control.failed)
}
