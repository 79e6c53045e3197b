import { effectEvidence, predictionInterval } from '#domain/statistics/effect-evidence.ts'
import { fitMixedModel } from '#domain/statistics/mixed-model/fit-mixed-model.ts'
import { groupingOf } from '#domain/statistics/mixed-model/random-effects.ts'
import { modelColumns } from '#domain/statistics/model-a.ts'
import type { RatedCase } from './calibration-input.ts'
import type { CalibrationOptions } from './calibration-options.ts'
import { personOf } from './fit-ladder.ts'

/** How many points a supervisor gives for one point more of achievement inside the team. */
export interface AchievementSlope {
  readonly slope: number
  /** The same over all supervisors compared. */
  readonly usual: number
  /** Interval of the difference from the usual slope. */
  readonly low: number
  readonly high: number
  /** Share of the differences between supervisors cleared up here, 0 … 1. */
  readonly reliability: number
}

const fewestPeople = 10

/**
 * Whether a supervisor's scores follow achievement inside the team as they do elsewhere: a slope of its own per supervisor (random
 * slope in Model A), beside the spread a second sign of a compressed scale.
 * Input: supervisors with at least 10 people with score and achievement; fewer than two such supervisors, or a fit that
 * cannot be made: an empty answer, as for supervisors with fewer people.
 * Source: calibration guide 5 ("range restriction").
 * @example achievementSlopes(cases, standardOptions).get('S01') // { slope: 0.2, usual: 0.45, low: -0.4, high: -0.1, … }
 */
export function achievementSlopes(
  cases: readonly RatedCase[],
  { interval }: CalibrationOptions,
): ReadonlyMap<string, AchievementSlope> {
  const known = cases.filter((one) => one.score !== null && one.achievement !== null)
  const sizes = new Map<string, number>()
  for (const { supervisor } of known) sizes.set(supervisor, (sizes.get(supervisor) ?? 0) + 1)
  const compared = known.filter(({ supervisor }) => (sizes.get(supervisor) ?? 0) >= fewestPeople)
  const fixed = modelColumns(compared.map(personOf), [])
  const within = fixed.names.indexOf('ach_within')
  if (compared.length === 0 || within < 0) return new Map()
  const width = fixed.names.length
  const values = Float64Array.from(compared.flatMap((_, row) => [1, fixed.values[row * width + within] ?? 0]))
  const grouping = groupingOf(
    'supervisor',
    compared.map(({ supervisor }) => supervisor),
  )
  const columns = { names: ['(Intercept)', 'ach_within'], rows: compared.length, values }
  const fit = fitMixedModel({
    response: Float64Array.from(compared, (one) => one.score ?? 0),
    fixed,
    random: [{ grouping, columns }],
  })
  if (fit.kind === 'cannot-tell') return new Map()
  const usual = fit.fixed.find(({ term }) => term === 'ach_within')?.estimate
  const variance = fit.variance.find(({ term }) => term === 'ach_within')?.variance ?? 0
  if (usual === undefined) return new Map()
  return new Map(
    fit.effects
      .filter(({ term }) => term === 'ach_within')
      .map(({ level, estimate, predictionSd }) => {
        const evidence = effectEvidence({ estimate, sd: predictionSd, variance })
        const reliability = evidence.kind === 'value' ? evidence.reliability : 0
        const range = predictionInterval(estimate, predictionSd, interval)
        return [level, { slope: usual + estimate, usual, ...range, reliability }]
      }),
  )
}
