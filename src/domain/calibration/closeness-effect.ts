import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import { effectEvidence, predictionInterval, twoSidedP } from '#domain/statistics/effect-evidence.ts'
import { fitMixedModel, type MixedFit } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { groupingOf } from '#domain/statistics/mixed-model/random-effects.ts'
import { fitModelA, modelColumns, type RatedPerson } from '#domain/statistics/model-a.ts'
import type { ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import { byText, type RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import { personOf } from './fit-ladder.ts'

/** What closeness goes along with under one supervisor. */
export interface SupervisorCloseness {
  readonly supervisor: string
  readonly close: number
  readonly others: number
  /** Points more for close people, drawn toward the agency's figure as far as so few people demand. */
  readonly estimate: number
  readonly sd: number
  readonly low: number
  readonly high: number
  /** Test of "close people get nothing more here", on this team's own scores; null: supervisors do not differ. */
  readonly test: { readonly z: number; readonly p: number; readonly q: number } | null
  readonly isFlagged: boolean
}

export type ClosenessEffect =
  | {
      readonly kind: 'value'
      readonly close: number
      readonly people: number
      /** Points more that people who are declared close get, achievement held equal. */
      readonly estimate: number
      readonly se: number
      readonly low: number
      readonly high: number
      readonly p: number
      /** Supervisors with at least 3 close people and 3 others. */
      readonly supervisors: readonly SupervisorCloseness[]
    }
  | { readonly kind: 'insufficient-data'; readonly n: number; readonly required: number }
  | { readonly kind: 'cannot-tell'; readonly because: ModelRefusalReason | 'same-as-other-columns' }
  /** Known, and not for whoever reads this (without-relations.ts). */
  | { readonly kind: 'withheld' }

const fewest = 3

/**
 * Whether people who are declared close to their supervisor get more points than their achievement explains: over the
 * agency (a column in Model A), and per supervisor with at least 3 close people and 3 others (a slope of its own). A line of
 * evidence by itself: closeness is never among the columns of the models that scores or residuals come from.
 * Fewer than 3 close people or 3 others: insufficient-data. With fewer than 8 supervisors to compare nobody is flagged.
 * Source: calibration guide 4.3.
 * @example closenessEffect(cases, standardOptions) // { kind: 'value', estimate: 2.8, se: 0.5, … }
 */
export function closenessEffect(cases: readonly RatedCase[], options: CalibrationOptions): ClosenessEffect {
  const scored = cases.filter((one) => one.score !== null)
  const close = scored.filter((one) => one.isDeclaredClose).length
  const smaller = Math.min(close, scored.length - close)
  if (smaller < fewest) return { kind: 'insufficient-data', n: smaller, required: fewest }
  const people = scored.map((one): RatedPerson => ({ ...personOf(one), extras: [one.isDeclaredClose ? 1 : 0] }))
  const fit = fitModelA(people, ['close'])
  if (fit.kind === 'cannot-tell') return { kind: 'cannot-tell', because: fit.because }
  const found = fit.fixed.find(({ term }) => term === 'close')
  if (found === undefined) return { kind: 'cannot-tell', because: 'same-as-other-columns' }
  return {
    kind: 'value',
    close,
    people: scored.length,
    estimate: found.estimate,
    se: found.se,
    ...predictionInterval(found.estimate, found.se, options.interval),
    p: twoSidedP(found.estimate / found.se),
    supervisors: bySupervisor(scored, options),
  }
}

interface Team {
  readonly supervisor: string
  close: number
  others: number
}

function bySupervisor(scored: readonly RatedCase[], options: CalibrationOptions): readonly SupervisorCloseness[] {
  const teams = new Map<string, Team>()
  for (const one of scored) {
    const team = teams.get(one.supervisor) ?? { supervisor: one.supervisor, close: 0, others: 0 }
    if (one.isDeclaredClose) team.close += 1
    else team.others += 1
    teams.set(one.supervisor, team)
  }
  const eligible = [...teams.values()]
    .filter(({ close, others }) => close >= fewest && others >= fewest)
    .toSorted((a, b) => byText(a.supervisor, b.supervisor))
  if (eligible.length < 2) return []
  const names = new Set(eligible.map(({ supervisor }) => supervisor))
  const fit = fitSlopes(scored.filter(({ supervisor }) => names.has(supervisor)))
  return fit === null ? [] : slopesOf(eligible, fit, options)
}

/** Score on achievement and closeness, with level and closeness differing between supervisors. */
function fitSlopes(cases: readonly RatedCase[]): MixedFit | null {
  const people = cases.map((one): RatedPerson => ({ ...personOf(one), extras: [one.isDeclaredClose ? 1 : 0] }))
  const values = Float64Array.from(cases.flatMap((one) => [1, one.isDeclaredClose ? 1 : 0]))
  const fit = fitMixedModel({
    response: Float64Array.from(cases, (one) => one.score ?? 0),
    fixed: modelColumns(people, ['close']),
    random: [
      {
        grouping: groupingOf(
          'supervisor',
          cases.map((one) => one.supervisor),
        ),
        columns: { names: ['(Intercept)', 'close'], rows: cases.length, values },
      },
    ],
  })
  return fit.kind === 'fitted' ? fit : null
}

function slopesOf(
  eligible: readonly Team[],
  fit: MixedFit,
  { flag, interval }: CalibrationOptions,
): readonly SupervisorCloseness[] {
  const common = fit.fixed.find(({ term }) => term === 'close')
  const variance = fit.variance.find(({ term }) => term === 'close')?.variance ?? 0
  if (common === undefined) return []
  const effects = new Map(fit.effects.filter(({ term }) => term === 'close').map((effect) => [effect.level, effect]))
  const rows = eligible.flatMap((team) => {
    const effect = effects.get(team.supervisor)
    if (effect === undefined) return []
    const evidence = effectEvidence({ estimate: effect.estimate, sd: effect.predictionSd, variance })
    // Undoing the shrinkage gives what the team's own scores say, which is what a test of this supervisor must rest on.
    const own =
      evidence.kind === 'value'
        ? (common.estimate + effect.estimate / evidence.reliability) /
          (effect.predictionSd / Math.sqrt(evidence.reliability))
        : null
    const sd = Math.hypot(effect.predictionSd, common.se)
    return [{ ...team, estimate: common.estimate + effect.estimate, sd, z: own }]
  })
  const q = adjustPValues(
    rows.map(({ z }) => (z === null ? null : twoSidedP(z))),
    'bh',
  )
  const isFlagging = rows.length >= flag.supervisors
  return rows.map(({ supervisor, close, others, estimate, sd, z }, index) => {
    const ownQ = q[index] ?? null
    const isFlagged = isFlagging && ownQ !== null && ownQ <= flag.q && estimate > 0
    const test = z === null || ownQ === null ? null : { z, p: twoSidedP(z), q: ownQ }
    return { supervisor, close, others, estimate, sd, ...predictionInterval(estimate, sd, interval), test, isFlagged }
  })
}
