import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import {
  effectEvidence,
  leniencyShare,
  type PredictedEffect,
  predictionInterval,
  probabilityBeyond,
} from '#domain/statistics/effect-evidence.ts'
import { byText, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import type { FittedLadder } from './fit-ladder.ts'

/** How lenient a supervisor seems, in points; below zero: severe. */
export interface LeniencyFigure {
  readonly kind: 'value'
  readonly estimate: number
  readonly sd: number
  readonly low: number
  readonly high: number
  /** Share of the variance between supervisors that this team's data have cleared up, 0 … 1. */
  readonly reliability: number
  /** Probability of more than the threshold (2 points), in the direction of the estimate. */
  readonly probability: number
  /** Test of "neither lenient nor severe" and p corrected for all supervisors; null where nothing is tested. */
  readonly test: { readonly z: number; readonly p: number; readonly q: number } | null
}

/** Why a supervisor's scores are left as they are. */
export type NotEnough = 'not-fitted' | 'few-people' | 'low-reliability' | 'achievement-missing'

/** Lenient or severe beyond doubt, and by which of the two routes. */
export interface LeniencyFlag {
  readonly direction: 'lenient' | 'severe'
  readonly routes: readonly ('q' | 'probability')[]
}

export interface SupervisorLeniency {
  readonly supervisor: string
  /** People with a score, and without one. */
  readonly people: number
  readonly withoutScore: number
  /** Share of the people with a score who have no achievement index. */
  readonly achievementMissing: number
  readonly leniency: LeniencyFigure | { readonly kind: 'cannot-tell'; readonly because: 'not-fitted' }
  /** Real quality of the team beyond achievement; only a panel tells it. */
  readonly quality: { readonly estimate: number; readonly sd: number } | null
  /** Empty: enough evidence for a proposal. */
  readonly notEnough: readonly NotEnough[]
  readonly flag: LeniencyFlag | null
}

interface Team {
  people: number
  withoutScore: number
  withoutAchievement: number
}

/** The effect of one supervisor as the main model sees it. `reliability` is that of the undivided effect. */
interface Seen {
  readonly effect: PredictedEffect
  readonly reliability: number
  readonly quality: { readonly estimate: number; readonly sd: number } | null
}

/**
 * Every supervisor's leniency with interval, reliability, evidence and flag. Model B tells leniency from quality; with
 * Model A a share psi of the unexplained difference counts as leniency, and the interval says how little is known.
 * Not enough evidence (no proposal): fewer than 3 people, reliability below 0.30, more than 30 % without achievement, no fit.
 * Flags: q ≤ 0.10 and at least 3 points, or a probability of at least 0.90 of more than 2 points; tested are supervisors
 * of 3 people or more; fewer than 8 supervisors: no flags.
 * Source: calibration guide 2.3, 3.2, 4.1, 4.2, 5.1.
 * @example supervisorLeniency(cases, ladder, standardOptions)[0]?.leniency // { kind: 'value', estimate: 3.1, low: 0.4, … }
 */
export function supervisorLeniency(
  cases: readonly RatedCase[],
  ladder: FittedLadder,
  options: CalibrationOptions,
): readonly SupervisorLeniency[] {
  const teams = teamsOf(cases)
  const seen = seenEffects(ladder)
  const rows = [...teams].toSorted(([a], [b]) => byText(a, b)).map(([supervisor, team]) => ({ supervisor, team }))
  const tests = rows.map(({ supervisor, team }) => {
    const found = seen.get(supervisor)
    if (found === undefined || team.people < options.evidence.people) return null
    const evidence = effectEvidence(found.effect)
    return evidence.kind === 'value' ? evidence : null
  })
  const q = adjustPValues(
    tests.map((test) => test?.p ?? null),
    'bh',
  )
  const isFlagging = rows.filter(({ team }) => team.people > 0).length >= options.flag.supervisors
  return rows.map(({ supervisor, team }, index) => {
    const found = seen.get(supervisor)
    const [test, ownQ] = [tests[index] ?? null, q[index] ?? null]
    const leniency =
      found === undefined
        ? ({ kind: 'cannot-tell', because: 'not-fitted' } as const)
        : figureOf(found, test === null || ownQ === null ? null : { z: test.z, p: test.p, q: ownQ }, options)
    return {
      supervisor,
      people: team.people,
      withoutScore: team.withoutScore,
      achievementMissing: team.people === 0 ? 0 : team.withoutAchievement / team.people,
      leniency,
      quality: found?.quality ?? null,
      notEnough: notEnough(team, found, options),
      flag: isFlagging && leniency.kind === 'value' ? flagOf(leniency, options) : null,
    }
  })
}

function teamsOf(cases: readonly RatedCase[]): ReadonlyMap<string, Team> {
  const teams = new Map<string, Team>()
  for (const one of cases) {
    const team = teams.get(one.supervisor) ?? { people: 0, withoutScore: 0, withoutAchievement: 0 }
    if (one.score === null) team.withoutScore += 1
    else {
      team.people += 1
      if (one.achievement === null) team.withoutAchievement += 1
    }
    teams.set(one.supervisor, team)
  }
  return teams
}

function seenEffects({ main, modelA, modelB, psi }: FittedLadder): ReadonlyMap<string, Seen> {
  if (main === 'B' && modelB !== null) {
    const variance = modelB.variance.leniency
    return new Map(
      modelB.teams.map((team) => {
        const effect = { estimate: team.leniency, sd: team.leniencySd, variance }
        const quality = { estimate: team.quality, sd: team.qualitySd }
        return [team.team, { effect, reliability: reliabilityOf(effect), quality }]
      }),
    )
  }
  if (modelA.kind !== 'fitted') return new Map()
  return new Map(
    modelA.supervisors.map(({ supervisor, estimate, predictionSd, reliability }) => {
      const whole = { estimate, sd: predictionSd, variance: modelA.supervisorVariance }
      return [supervisor, { effect: leniencyShare(whole, psi.value), reliability, quality: null }]
    }),
  )
}

function reliabilityOf(effect: PredictedEffect): number {
  const evidence = effectEvidence(effect)
  return evidence.kind === 'value' ? evidence.reliability : 0
}

function figureOf(
  { effect, reliability }: Seen,
  test: LeniencyFigure['test'],
  { interval, flag }: CalibrationOptions,
): LeniencyFigure {
  const { estimate, sd } = effect
  const { low, high } = predictionInterval(estimate, sd, interval)
  const probability = probabilityBeyond(estimate, sd, flag.probablePoints)
  return { kind: 'value', estimate, sd, low, high, reliability, probability, test }
}

function notEnough(team: Team, found: Seen | undefined, { evidence }: CalibrationOptions): readonly NotEnough[] {
  if (found === undefined) return ['not-fitted']
  const missing = team.people === 0 ? 0 : team.withoutAchievement / team.people
  return [
    ...(team.people < evidence.people ? (['few-people'] as const) : []),
    ...(found.reliability < evidence.reliability ? (['low-reliability'] as const) : []),
    ...(missing > evidence.achievementMissing ? (['achievement-missing'] as const) : []),
  ]
}

function flagOf({ estimate, probability, test }: LeniencyFigure, { flag }: CalibrationOptions): LeniencyFlag | null {
  if (test === null) return null
  const routes = [
    ...(test.q <= flag.q && Math.abs(estimate) >= flag.points ? (['q'] as const) : []),
    ...(probability >= flag.probability ? (['probability'] as const) : []),
  ]
  return routes.length === 0 ? null : { direction: estimate > 0 ? 'lenient' : 'severe', routes }
}
