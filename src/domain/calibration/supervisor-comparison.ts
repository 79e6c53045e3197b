import { type ExpectationLevel, expectationLevels, type Predicate, predicates } from '#domain/model/levels.ts'
import { type Mean, meanOf, type Spread, spreadOf, type TooFew } from './spread.ts'

/** One rated person as the comparison needs it. Null: not known, which is never a zero. */
export interface ComparedPerson {
  readonly supervisorId: string
  /** Complete work score, 0–100. */
  readonly score: number | null
  /** Mean achievement index, 0–cap. */
  readonly achievement: number | null
  readonly workLevel: ExpectationLevel | null
  readonly predicate: Predicate | null
}

export interface Differences {
  /** Mean score of the team minus the mean of everyone, in points. */
  readonly score: number | null
  /** Mean achievement of the team minus the mean of everyone, in points of the index. */
  readonly achievement: number | null
  /** The first minus the second. A raw figure to talk about; it corrects nothing and nobody. */
  readonly scoreOverAchievement: number | null
}

export interface SupervisorFigures {
  readonly supervisorId: string
  /** Everyone this supervisor rates, scored or not. */
  readonly people: number
  readonly score: Spread | TooFew
  readonly achievement: Mean | TooFew
  readonly difference: Differences
  /** How many got each level of work results and each predicate; those without one are in neither. */
  readonly levels: Readonly<Record<ExpectationLevel, number>>
  readonly predicates: Readonly<Record<Predicate, number>>
}

export interface SupervisorComparison {
  readonly people: number
  readonly scored: number
  readonly agency: { readonly score: Spread | TooFew; readonly achievement: Mean | TooFew }
  /** In rising order of the ids; the screen sorts as it likes. */
  readonly supervisors: readonly SupervisorFigures[]
}

/**
 * Supervisors side by side, with the figures exactly as they were given: count, mean, median, spread, levels and
 * predicates, the mean achievement beside them, and how far each mean lies from that of everyone. Nothing is corrected
 * and nobody is ranked: raw figures cannot tell a lenient supervisor from a good team (calibration guide, section 0).
 * Below three scored people a supervisor's figures are `too-few`. The order of the people changes nothing; a person more
 * changes the figures of the own supervisor and, through the mean of everyone, the differences only.
 * @example compareSupervisors([{ supervisorId: 'a', score: 90, achievement: 101, workLevel: 'meets', predicate: 'good' }]).supervisors[0]?.score // { kind: 'too-few', n: 1, required: 3 }
 */
export function compareSupervisors(people: readonly ComparedPerson[]): SupervisorComparison {
  const teams = new Map<string, ComparedPerson[]>()
  for (const person of people) {
    const team = teams.get(person.supervisorId)
    if (team) team.push(person)
    else teams.set(person.supervisorId, [person])
  }
  const agency = { score: spreadOf(known(people, 'score')), achievement: meanOf(known(people, 'achievement')) }
  const supervisors = [...teams]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([supervisorId, team]) => figuresOf(supervisorId, team, agency))
  return { people: people.length, scored: known(people, 'score').length, agency, supervisors }
}

function figuresOf(
  supervisorId: string,
  team: readonly ComparedPerson[],
  agency: SupervisorComparison['agency'],
): SupervisorFigures {
  const score = spreadOf(known(team, 'score'))
  const achievement = meanOf(known(team, 'achievement'))
  const difference = { score: between(score, agency.score), achievement: between(achievement, agency.achievement) }
  return {
    supervisorId,
    people: team.length,
    score,
    achievement,
    difference: {
      ...difference,
      scoreOverAchievement:
        difference.score === null || difference.achievement === null ? null : difference.score - difference.achievement,
    },
    levels: countBy(
      expectationLevels,
      team.map((person) => person.workLevel),
    ),
    predicates: countBy(
      predicates,
      team.map((person) => person.predicate),
    ),
  }
}

const known = (people: readonly ComparedPerson[], key: 'score' | 'achievement') =>
  people.map((person) => person[key]).filter((value) => value !== null)

const between = (own: Mean | TooFew, all: Mean | TooFew) =>
  own.kind === 'told' && all.kind === 'told' ? own.mean - all.mean : null

function countBy<Value extends string>(
  values: readonly Value[],
  given: readonly (Value | null)[],
): Readonly<Record<Value, number>> {
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as Record<Value, number>
  for (const value of given) if (value !== null) counts[value] += 1
  return counts
}
