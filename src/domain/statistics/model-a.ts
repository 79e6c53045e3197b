import { type GroupCodes, groupCodes } from './column-table.ts'
import { effectEvidence } from './effect-evidence.ts'
import { type FixedEffect, fitMixedModel, type GroupEffect, type MixedWarning } from './mixed-model/fit-mixed-model.ts'
import type { DesignMatrix } from './mixed-model/model-input.ts'
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
  const persons = people.filter((person) => person.score !== null)
  const rows = persons.length
  const teams = teamsOf(persons)
  const fit = fitMixedModel({
    response: scoresOf(persons),
    fixed: columnsOf(persons, extras, teams),
    random: [
      {
        grouping: { name: 'supervisor', levels: teams.levels, codes: teams.codes },
        columns: { names: ['(Intercept)'], rows, values: new Float64Array(rows).fill(1) },
      },
    ],
  })
  if (fit.kind === 'cannot-tell') return fit
  const supervisorVariance = fit.variance[0]?.variance ?? 0
  let row = 0
  const residuals = fit.deletion()
  const deletion = people.map((person): DeletionResidual => {
    if (person.score === null) return null
    row += 1
    return residuals[row - 1] ?? null
  })
  return {
    kind: 'fitted',
    nobs: fit.nobs,
    withoutScore: people.length - rows,
    withoutAchievement: rows - teams.knownInAll,
    logLik: fit.logLik,
    fixed: fit.fixed,
    supervisorVariance,
    residualVariance: fit.residualVariance,
    supervisors: supervisorEffects(fit.effects, teams, supervisorVariance),
    deletion,
    dropped: fit.dropped,
    warnings: fit.warnings,
  }
}

/** The effects with what is known about their teams; both run in the order of the levels. */
function supervisorEffects(effects: readonly GroupEffect[], teams: Teams, variance: number): SupervisorEffect[] {
  return effects.map(({ level, estimate, predictionSd, conditionalSd }, place) => {
    const n = teams.sizes[place] ?? 0
    const evidence = effectEvidence({ estimate, sd: predictionSd, variance })
    return {
      supervisor: level,
      n,
      estimate,
      predictionSd,
      conditionalSd,
      reliability: evidence.kind === 'value' ? evidence.reliability : 0,
      achievementMissing: 1 - (teams.known[place] ?? 0) / Math.max(1, n),
    }
  })
}

function scoresOf(persons: readonly RatedPerson[]): Float64Array {
  const scores = new Float64Array(persons.length)
  for (let row = 0; row < scores.length; row += 1) scores[row] = persons[row]?.score ?? 0
  return scores
}

/** Persons by supervisor: per level how many, how many with an achievement index, and its mean. */
interface Teams extends GroupCodes {
  readonly sizes: Int32Array
  readonly known: Int32Array
  /** The mean of everyone where nobody in the team has an index. */
  readonly means: Float64Array
  readonly knownInAll: number
  readonly grandMean: number
}

function teamsOf(persons: readonly RatedPerson[]): Teams {
  const { levels, codes } = groupCodes(persons.map((person) => person.supervisor))
  const sizes = new Int32Array(levels.length)
  const known = new Int32Array(levels.length)
  const means = new Float64Array(levels.length)
  persons.forEach(({ achievement }, row) => {
    const team = codes[row] as number
    sizes[team] = (sizes[team] as number) + 1
    if (achievement === null) return
    known[team] = (known[team] as number) + 1
    means[team] = (means[team] as number) + achievement
  })
  const knownInAll = known.reduce((sum, count) => sum + count, 0)
  const grandMean = means.reduce((sum, team) => sum + team, 0) / Math.max(1, knownInAll)
  known.forEach((count, team) => {
    means[team] = count === 0 ? grandMean : (means[team] as number) / count
  })
  return { levels, codes, sizes, known, means, knownInAll, grandMean }
}

/**
 * The columns of Model A: constant, distance from the team's mean achievement, team's mean (as distance from the mean of
 * everyone), "has an achievement index" where somebody has none, families but the first, extras. Constant columns are
 * left to the fit, which drops and names them; without any achievement its columns are not formed at all.
 */
export function modelColumns(persons: readonly RatedPerson[], extras: readonly string[]): DesignMatrix {
  return columnsOf(persons, extras, teamsOf(persons))
}

function columnsOf(persons: readonly RatedPerson[], extras: readonly string[], teams: Teams): DesignMatrix {
  const rows = persons.length
  const { knownInAll } = teams
  const families = groupCodes(persons.map((person) => person.family ?? ''))
  const hasAny = knownInAll > 0
  const hasGaps = hasAny && knownInAll < rows
  const names = [
    '(Intercept)',
    ...(hasAny ? ['ach_within', 'ach_team'] : []),
    ...(hasGaps ? ['has_achievement'] : []),
    ...families.levels.slice(1).map((family) => `family ${family}`),
    ...extras,
  ]
  const width = names.length
  const values = new Float64Array(rows * width)
  const firstExtra = width - extras.length
  for (let row = 0; row < rows; row += 1) {
    const at = row * width
    values[at] = 1
    const family = families.codes[row] as number
    if (family > 0) values[at + firstExtra - families.levels.length + family] = 1
    for (let k = 0; k < extras.length; k += 1) values[at + firstExtra + k] = persons[row]?.extras?.[k] ?? 0
  }
  if (hasAny) writeAchievement(values, width, persons, teams)
  return { names, rows, values }
}

/** Distance from the team's mean, the team's mean from that of everyone, and whether there is an index at all. */
function writeAchievement(
  values: Float64Array,
  width: number,
  persons: readonly RatedPerson[],
  { codes, means, knownInAll, grandMean }: Teams,
): void {
  const hasGaps = knownInAll < persons.length
  for (let row = 0; row < persons.length; row += 1) {
    const at = row * width
    const mean = means[codes[row] as number] as number
    const achievement = persons[row]?.achievement ?? null
    values[at + 1] = achievement === null ? 0 : achievement - mean
    values[at + 2] = mean - grandMean
    if (hasGaps) values[at + 3] = achievement === null ? 0 : 1
  }
}
