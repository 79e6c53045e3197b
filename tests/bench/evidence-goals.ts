import type { Measure } from './evidence-measures.ts'

/** Team sizes of the table, in the order of every goal's limits. */
export const teamSizes = [5, 10, 25] as const
export type TeamSize = (typeof teamSizes)[number]

/** One row of the table of goals (calibration guide 6.10): limits for teams of 5, 10 and 25. */
export interface Goal {
  readonly title: string
  readonly measure: string
  readonly is: 'at-most' | 'at-least' | 'within'
  /** Per team size: the limit, or both limits. */
  readonly limits: readonly [Limit, Limit, Limit]
  /** Largest scatter between agencies of 1,500 people, as a full run found it: what a short run may be off by. */
  readonly scatter: number
}

type Limit = number | readonly [number, number]

const goal = (
  title: string,
  measure: string,
  is: Goal['is'],
  scatter: number,
  ...limits: [Limit, Limit, Limit]
): Goal => ({ title, measure, is, scatter, limits })

export const goals: readonly Goal[] = [
  goal('A, leniency out (psi 0.7) / raw', 'A K1', 'at-most', 0.04, 0.76, 0.77, 0.78),
  goal('A, leniency out (psi 1, engine check) / raw', 'A K1, psi 1', 'at-most', 0.045, 0.73, 0.76, 0.77),
  goal('B, leniency out / raw, 10 % panel', 'B 10% K1', 'at-most', 0.04, 0.74, 0.75, 0.75),
  goal('B, advice / raw, 10 % panel', 'B 10% K2', 'at-most', 0.03, 0.56, 0.56, 0.54),
  goal('B, advice / raw, 30 % panel', 'B 30% K2', 'at-most', 0.025, 0.52, 0.5, 0.49),
  goal('AUC favoured, A', 'favoured', 'at-least', 0.025, 0.78, 0.79, 0.8),
  goal('AUC favoured, with declared closeness', 'favoured, with closeness', 'at-least', 0.02, 0.86, 0.87, 0.88),
  goal('AUC lenient supervisor, A', 'A lenient', 'at-least', 0.05, 0.9, 0.91, 0.93),
  goal('AUC lenient supervisor, B 10 %', 'B 10% lenient', 'at-least', 0.04, 0.9, 0.92, 0.94),
  goal('AUC lenient supervisor, B 30 %', 'B 30% lenient', 'at-least', 0.03, 0.91, 0.94, 0.96),
  goal('False share of supervisor flags, B 10 %', 'B 10% false flags', 'at-most', 0.035, 0.05, 0.05, 0.05),
  goal('False share of supervisor flags, B 30 %', 'B 30% false flags', 'at-most', 0.03, 0.05, 0.05, 0.05),
  goal('Power, B 10 %', 'B 10% power, all', 'at-least', 0.13, 0.36, 0.58, 0.79),
  goal('Power, B 30 %', 'B 30% power, all', 'at-least', 0.09, 0.5, 0.75, 0.86),
  goal(
    'Coverage of 90 % intervals, A psi 0.7',
    'A coverage',
    'within',
    0.035,
    [0.86, 0.95],
    [0.86, 0.95],
    [0.86, 0.96],
  ),
  goal(
    'Coverage of 90 % intervals, B 10 %',
    'B 10% coverage',
    'within',
    0.07,
    [0.86, 0.95],
    [0.86, 0.95],
    [0.86, 0.96],
  ),
  goal(
    'Coverage of 90 % intervals, B 30 %',
    'B 30% coverage',
    'within',
    0.05,
    [0.86, 0.95],
    [0.86, 0.95],
    [0.86, 0.96],
  ),
  goal('AUC halo by spread of criteria', 'halo', 'at-least', 0.01, 0.96, 0.97, 0.98),
  goal('AUC compression by spread of scores', 'compression', 'at-least', 0.06, 0.64, 0.7, 0.8),
]

/**
 * The same limits under other readings of what they are about, milder ones and stricter ones. They decide nothing, but a
 * reader must be able to see what hangs on the reading.
 */
export const otherReadings: readonly Goal[] = [
  goal('Stricter: A as proposed, psi 0.7 / raw', 'A K1 with abstention', 'at-most', 0.04, 0.76, 0.77, 0.78),
  goal('Stricter: B as proposed, 10 % panel / raw', 'B 10% K1 with abstention', 'at-most', 0.04, 0.74, 0.75, 0.75),
  goal('Milder: power without teams of two, B 10 %', 'B 10% power', 'at-least', 0.13, 0.36, 0.58, 0.79),
  goal('Milder: power without teams of two, B 30 %', 'B 30% power', 'at-least', 0.09, 0.5, 0.75, 0.86),
  goal('Stricter: power from 3 points on, B 10 %', 'B 10% power, strict', 'at-least', 0.13, 0.36, 0.58, 0.79),
  goal('Stricter: power from 3 points on, B 30 %', 'B 30% power, strict', 'at-least', 0.09, 0.5, 0.75, 0.86),
  goal('Stricter: flag false below 2 points, B 10 %', 'B 10% false flags, strict', 'at-most', 0.05, 0.05, 0.05, 0.05),
  goal('Stricter: flag false below 2 points, B 30 %', 'B 30% false flags, strict', 'at-most', 0.05, 0.05, 0.05, 0.05),
]

export interface JudgedGoal {
  readonly title: string
  readonly teamSize: TeamSize
  readonly measured: Measure
  readonly wanted: string
  readonly pass: boolean
}

/**
 * Whether a measure reaches its goal. A run of few agencies may miss by so many standard errors (`allowance`), from the
 * scatter a full run found, for few agencies do not tell their own; the full run has an allowance of 0. A measure that is no figure never passes.
 */
export function judge(one: Goal, teamSize: TeamSize, measured: Measure, allowance: number): JudgedGoal {
  const limit = one.limits[teamSizes.indexOf(teamSize)] ?? Number.NaN
  const [first, second] = typeof limit === 'number' ? [limit, limit] : limit
  const room = (allowance * one.scatter) / Math.sqrt(measured.agencies)
  const low = one.is === 'at-most' ? Number.NEGATIVE_INFINITY : first - room
  const high = one.is === 'at-least' ? Number.POSITIVE_INFINITY : second + room
  const { value } = measured
  const pass = value >= low && value <= high
  const wanted = { 'at-most': `≤ ${second}`, 'at-least': `≥ ${first}`, within: `${first}–${second}` }[one.is]
  return { title: one.title, teamSize, measured, wanted, pass }
}
