import { kendallTau, type RankAgreementFigure } from '#domain/statistics/agreement/kendall-tau.ts'
import { type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { type HaloFigure, haloByRater } from '#domain/statistics/rater-habits/halo-by-rater.ts'
import { type SpreadOutcome, spreadByRater } from '#domain/statistics/rater-habits/spread-by-rater.ts'
import { byText, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'

/** How a supervisor uses the scale. */
export interface SupervisorHabits {
  readonly supervisor: string
  /** Distance between the people's scores against the usual distance. */
  readonly spread: SpreadOutcome
  /** Distance between one person's criteria against the usual distance, and how criteria move together. */
  readonly halo: Outcome<HaloFigure>
  /** Whether people with more achievement have the higher scores (tau-b). */
  readonly agreement: Outcome<RankAgreementFigure>
  /** Nearly the same score for everyone although achievement differs. */
  readonly isCompressed: boolean
  /** Nearly the same mark on all criteria for each person. */
  readonly isHalo: boolean
}

const fewestForAgreement = 5

/**
 * Spread, halo and rank agreement with achievement per supervisor. Compressed: spread below the usual with q ≤ 0.10, or
 * no difference at all, while achievement differs. Halo: criteria at most half as far apart as usual.
 * Spread needs 5 people, halo 4 people with 3 criteria, agreement 5 people with achievement; all scores or all
 * achievements of a team equal leave agreement undefined, never 0.
 * Source: calibration guide 5.
 * @example supervisorHabits(cases, standardOptions)[0]?.spread // { kind: 'value', ratio: 0.6, … }
 */
export function supervisorHabits(
  cases: readonly RatedCase[],
  options: CalibrationOptions,
): readonly SupervisorHabits[] {
  const teams = new Map<string, RatedCase[]>()
  for (const one of cases) {
    const team = teams.get(one.supervisor)
    if (team) team.push(one)
    else teams.set(one.supervisor, [one])
  }
  const rows = [...teams].toSorted(([a], [b]) => byText(a, b))
  const spreads = spreadByRater(rows.map(([rater, team]) => ({ rater, scores: scoresOf(team) })))
  const halos = haloByRater(rows.map(([rater, team]) => ({ rater, marks: completeMarks(team) })))
  return rows.map(([supervisor, team], index) => {
    const spread = spreads[index]?.spread ?? tooFew(0, fewestForAgreement)
    const halo = halos[index]?.halo ?? tooFew(0, fewestForAgreement)
    const narrow =
      spread.kind === 'no-differentiation' ||
      (spread.kind === 'value' && spread.q <= options.flag.q && spread.rawRatio < 1)
    return {
      supervisor,
      spread,
      halo,
      agreement: agreementOf(team),
      isCompressed: narrow && achievementDiffers(team),
      isHalo: halo.kind === 'value' && halo.spreadRatio <= options.halo,
    }
  })
}

const scoresOf = (team: readonly RatedCase[]) => team.flatMap(({ score }) => (score === null ? [] : [score]))

const completeMarks = (team: readonly RatedCase[]) =>
  team.flatMap(({ marks }) => {
    const complete = marks.flatMap((mark) => (mark === null ? [] : [mark]))
    return complete.length > 0 && complete.length === marks.length ? [complete] : []
  })

function agreementOf(team: readonly RatedCase[]): SupervisorHabits['agreement'] {
  const pairs = team.flatMap(({ score, achievement }) =>
    score === null || achievement === null ? [] : [{ score, achievement }],
  )
  if (pairs.length < fewestForAgreement) return tooFew(pairs.length, fewestForAgreement)
  return kendallTau(
    pairs.map(({ score }) => score),
    pairs.map(({ achievement }) => achievement),
  )
}

function achievementDiffers(team: readonly RatedCase[]): boolean {
  const known = team.flatMap(({ score, achievement }) => (score === null || achievement === null ? [] : [achievement]))
  return new Set(known).size > 1
}
