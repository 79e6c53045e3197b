import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { byText, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'

/** How many of a supervisor's people reach the highest achievement that counts. */
export interface TargetDifficulty {
  readonly supervisor: string
  readonly people: number
  /** At the cap of the achievement index. */
  readonly atCap: number
  /** Share at the cap here and under all other supervisors; null: too few people, or nobody else. */
  readonly comparison: {
    readonly share: number
    readonly elsewhere: number
    readonly p: number
    readonly q: number
    /** More people at the cap than elsewhere beyond chance: targets may have been soft. */
    readonly isSoft: boolean
  } | null
}

const fewestPeople = 5

/**
 * Whether a supervisor's targets may be too easy: the share of people whose achievement is at the cap, against all other
 * supervisors, by Fisher's exact test in the direction of "more", corrected for all supervisors. Easy targets hide
 * leniency: achievement then explains scores that work does not.
 * Fewer than 5 people with achievement, here or elsewhere: no comparison. Soft: q ≤ 0.10 and a larger share than elsewhere.
 * Source: Fisher 1935.
 * @example targetDifficulty(cases, standardOptions)[0] // { supervisor: 'S01', people: 12, atCap: 9, comparison: { share: 0.75, … } }
 */
export function targetDifficulty(
  cases: readonly RatedCase[],
  { achievementCap, flag }: CalibrationOptions,
): readonly TargetDifficulty[] {
  const teams = new Map<string, { people: number; atCap: number }>()
  const all = { people: 0, atCap: 0 }
  for (const { supervisor, achievement } of cases) {
    const team = teams.get(supervisor) ?? { people: 0, atCap: 0 }
    teams.set(supervisor, team)
    if (achievement === null) continue
    const reached = achievement >= achievementCap ? 1 : 0
    team.people += 1
    team.atCap += reached
    all.people += 1
    all.atCap += reached
  }
  const rows = [...teams].toSorted(([a], [b]) => byText(a, b)).map(([supervisor, team]) => ({ supervisor, ...team }))
  const logs = logFactorials(all.people)
  const compared = rows.map(({ people, atCap }) => {
    const others = all.people - people
    if (people < fewestPeople || others < fewestPeople) return null
    const p = chanceOfAsMany(logs, { people, atCap }, all)
    return { share: atCap / people, elsewhere: (all.atCap - atCap) / others, p }
  })
  const q = adjustPValues(
    compared.map((one) => one?.p ?? null),
    'bh',
  )
  return rows.map((row, index) => {
    const one = compared[index] ?? null
    if (one === null) return { ...row, comparison: null }
    const ownQ = q[index] ?? 1
    return { ...row, comparison: { ...one, q: ownQ, isSoft: ownQ <= flag.q && one.share > one.elsewhere } }
  })
}

interface Reached {
  readonly people: number
  readonly atCap: number
}

/** How often so many people, drawn from everyone, hold at least so many at the cap: hypergeometric upper tail. */
function chanceOfAsMany(logs: Float64Array, here: Reached, all: Reached): number {
  const choose = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0)
  const whole = choose(all.people, here.people)
  let sum = 0
  for (let held = here.atCap; held <= Math.min(here.people, all.atCap); held += 1) {
    const others = here.people - held
    if (others <= all.people - all.atCap)
      sum += Math.exp(choose(all.atCap, held) + choose(all.people - all.atCap, others) - whole)
  }
  return Math.min(1, sum)
}

/** Made once for all supervisors: a table per supervisor would cost the square of the people. */
function logFactorials(largest: number): Float64Array {
  const logs = new Float64Array(largest + 1)
  for (let n = 2; n <= largest; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n)
  return logs
}
