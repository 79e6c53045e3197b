import { sortedLabels } from './column-table.ts'
import { effectEvidence } from './effect-evidence.ts'
import { type FixedEffect, fitMixedModel, type MixedWarning } from './mixed-model/fit-mixed-model.ts'
import type { DesignMatrix } from './mixed-model/model-input.ts'
import { groupingOf } from './mixed-model/random-effects.ts'
import type { DeletionResidual } from './mixed-model/solve.ts'
import type { ModelRefusal } from './model-refusal.ts'

/** One rated person. Null: not known, which is never a zero. */
export interface RatedPerson {
  readonly supervisor: string
  /** 0–100. */
  readonly score: number | null
  /** Achievement index, 0–cap. */
  readonly achievement: number | null
  /** Family of grades or positions; null: none known, a family of its own. */
  readonly family: string | null
  /** Further columns for one question (declared closeness, a subgroup), in the order of `extras`. */
  readonly extras?: readonly number[]
}

export interface SupervisorEffect {
  readonly supervisor: string
  /** People with a score. */
  readonly n: number
  /** Points above (below) what achievement explains. */
  readonly estimate: number
  readonly predictionSd: number
  readonly conditionalSd: number
  /** Share of the variance between supervisors cleared up here, 0 … 1; 0 where supervisors do not differ. */
  readonly reliability: number
  /** Share of the scored people without an achievement index. */
  readonly achievementMissing: number
}

export interface ModelA {
  readonly kind: 'fitted'
  readonly nobs: number
  /** People left out because they have no score. */
  readonly withoutScore: number
  readonly withoutAchievement: number
  readonly logLik: number
  readonly fixed: readonly FixedEffect[]
  readonly supervisorVariance: number
  readonly residualVariance: number
  readonly supervisors: readonly SupervisorEffect[]
  /** One per person given; null for people without a score. */
  readonly deletion: readonly DeletionResidual[]
  readonly dropped: readonly string[]
  readonly warnings: readonly MixedWarning[]
}

/**
 * Model A (calibration guide 2): what a supervisor's scores are above or below what the achievement of the people
 * explains. Achievement is split into the team's mean and the person's distance from it, both in the model (Mundlak);
 * families of grades enter as differences. Never sex, age or closeness, except as the one question asked in `extras`.
 * Missing achievement: the person counts as average in the team, and a column says so.
 * Cannot tell: one supervisor (use `fitOrdinary`), all scores equal, every supervisor with one person, and what
 * `fitMixedModel` lists. A variance between supervisors of zero is an answer: all effects are zero.
 * @example fitModelA(people) // { kind: 'fitted', supervisors: [{ supervisor: 'S01', estimate: 2.4, … }, …], … }
 */
export function fitModelA(people: readonly RatedPerson[], extras: readonly string[] = []): ModelA | ModelRefusal {
  const scored = people.flatMap((person, index) =>
    person.score === null ? [] : [{ person, score: person.score, index }],
  )
  const persons = scored.map(({ person }) => person)
  const grouping = groupingOf(
    'supervisor',
    persons.map((person) => person.supervisor),
  )
  const fit = fitMixedModel({
    response: Float64Array.from(scored, ({ score }) => score),
    fixed: modelColumns(persons, extras),
    random: [
      {
        grouping,
        columns: { names: ['(Intercept)'], rows: persons.length, values: new Float64Array(persons.length).fill(1) },
      },
    ],
  })
  if (fit.kind === 'cannot-tell') return fit
  const supervisorVariance = fit.variance[0]?.variance ?? 0
  const teams = teamsOf(persons)
  const deletion: DeletionResidual[] = people.map(() => null)
  scored.forEach(({ index }, row) => {
    deletion[index] = fit.deletion[row] ?? null
  })
  return {
    kind: 'fitted',
    nobs: fit.nobs,
    withoutScore: people.length - persons.length,
    withoutAchievement: persons.filter((person) => person.achievement === null).length,
    logLik: fit.logLik,
    fixed: fit.fixed,
    supervisorVariance,
    residualVariance: fit.residualVariance,
    supervisors: fit.effects.map((effect) => {
      const team = teams.get(effect.level) ?? { n: 0, known: 0 }
      const { estimate, predictionSd, conditionalSd } = effect
      const evidence = effectEvidence({ estimate, sd: predictionSd, variance: supervisorVariance })
      const reliability = evidence.kind === 'value' ? evidence.reliability : 0
      const achievementMissing = 1 - team.known / Math.max(1, team.n)
      return {
        supervisor: effect.level,
        n: team.n,
        estimate,
        predictionSd,
        conditionalSd,
        reliability,
        achievementMissing,
      }
    }),
    deletion,
    dropped: fit.dropped,
    warnings: fit.warnings,
  }
}

interface Team {
  n: number
  /** People with an achievement index, and their sum. */
  known: number
  sum: number
}

function teamsOf(persons: readonly RatedPerson[]): ReadonlyMap<string, Team> {
  const teams = new Map<string, Team>()
  for (const { supervisor, achievement } of persons) {
    const team = teams.get(supervisor) ?? { n: 0, known: 0, sum: 0 }
    team.n += 1
    if (achievement !== null) {
      team.known += 1
      team.sum += achievement
    }
    teams.set(supervisor, team)
  }
  return teams
}

/**
 * The columns of Model A: constant, distance from the team's mean achievement, team's mean (as distance from the mean of
 * everyone), "has an achievement index" where somebody has none, families but the first, extras. Constant columns are
 * left to the fit, which drops and names them; without any achievement its columns are not formed at all.
 */
export function modelColumns(persons: readonly RatedPerson[], extras: readonly string[]): DesignMatrix {
  const teams = teamsOf(persons)
  const known = persons.filter((person) => person.achievement !== null).length
  const grand = [...teams.values()].reduce((sum, team) => sum + team.sum, 0) / Math.max(1, known)
  const families = sortedLabels(persons.map((person) => person.family ?? '')).slice(1)
  const names = [
    '(Intercept)',
    ...(known > 0 ? ['ach_within', 'ach_team'] : []),
    ...(known > 0 && known < persons.length ? ['has_achievement'] : []),
    ...families.map((family) => `family ${family}`),
    ...extras,
  ]
  const values = new Float64Array(persons.length * names.length)
  persons.forEach((person, row) => {
    const team = teams.get(person.supervisor)
    const mean = team === undefined || team.known === 0 ? grand : team.sum / team.known
    const within = person.achievement === null ? 0 : person.achievement - mean
    const figures = [
      1,
      ...(known > 0 ? [within, mean - grand] : []),
      ...(known > 0 && known < persons.length ? [person.achievement === null ? 0 : 1] : []),
      ...families.map((family) => ((person.family ?? '') === family ? 1 : 0)),
      ...extras.map((_, k) => person.extras?.[k] ?? 0),
    ]
    values.set(figures, row * names.length)
  })
  return { names, rows: persons.length, values }
}
