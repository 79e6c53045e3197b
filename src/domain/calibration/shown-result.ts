import type { CalibratedCase, CalibrationResult } from './calibration-result.ts'
import type { JumpFigure, YearJump } from './year-jump.ts'

/** Somebody on one of the two lists to look at first. */
export interface ListedCase {
  readonly employee: string
  readonly supervisor: string
  readonly score: number | null
  /** Points above (below) comparable people under the same supervisor. */
  readonly points: number
  readonly isStrong: boolean
}

type LookFirst = CalibrationResult['lookFirst']

/** Jumps of scores: how far everybody moved, and who most. */
export type ShownJump =
  | {
      readonly kind: 'value'
      readonly people: number
      readonly flagged: number
      /** Of everybody, in points, in the order they were computed. */
      readonly unexplained: readonly number[]
      /** The flagged first, then by z; at most `jumpsShown`. */
      readonly most: readonly JumpFigure[]
    }
  | Exclude<YearJump, { kind: 'value' }>

const jumpsShown = 50

/**
 * A calibration as a page shows it: everything about supervisors and the agency, and of the people those on the two lists.
 * Ten thousand cases are megabytes a page would stand still for; who wants them asks for them by team or by parts.
 */
export interface ShownResult extends Omit<CalibrationResult, 'cases' | 'agenda' | 'lookFirst' | 'jump'> {
  readonly jump: ShownJump
  /** Most conspicuous first, as they were computed. */
  readonly lookFirst: Omit<LookFirst, 'favoured' | 'penalised'> & {
    readonly favoured: readonly ListedCase[]
    readonly penalised: readonly ListedCase[]
  }
}

/** The score a case was given; null: none yet. */
export const scoreOf = ({ proposal }: CalibratedCase): number | null =>
  proposal.kind === 'no-score' ? null : proposal.raw

/**
 * What a page shows of a calibration.
 * @example shownResult(result).lookFirst.favoured[0] // { employee: 'e7', supervisor: 's1', score: 96, points: 8.2, isStrong: true }
 */
export function shownResult(result: CalibrationResult): ShownResult {
  const { cases, agenda: _, lookFirst, jump, ...shown } = result
  const listed = (places: readonly number[]): ListedCase[] =>
    places.flatMap((place) => {
      const one = cases[place]
      if (one?.individual.kind !== 'value') return []
      const { employee, supervisor, individual } = one
      return [{ employee, supervisor, score: scoreOf(one), points: individual.points, isStrong: individual.isStrong }]
    })
  return {
    ...shown,
    jump: shownJump(jump),
    lookFirst: { ...lookFirst, favoured: listed(lookFirst.favoured), penalised: listed(lookFirst.penalised) },
  }
}

function shownJump(jump: YearJump): ShownJump {
  if (jump.kind !== 'value') return jump
  const { people, jumps } = jump
  return {
    kind: 'value',
    people,
    flagged: jumps.filter(({ isFlagged }) => isFlagged).length,
    unexplained: jumps.map(({ unexplained }) => unexplained),
    most: jumps
      .toSorted((a, b) => Number(b.isFlagged) - Number(a.isFlagged) || Math.abs(b.z) - Math.abs(a.z))
      .slice(0, jumpsShown),
  }
}
