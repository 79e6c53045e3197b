import { normalQuantile } from '#domain/statistics/tail-probability.ts'
import { deviationOf, meanOf } from './evidence-measures.ts'

/** One score with the supervisor who gave it. */
interface Scored {
  readonly supervisor: string
  readonly score: number
}

/** z-score per supervisor, on the scale of the raw scores: what offices do, and Timbang does not. */
export function scoresBySupervisorZ(people: readonly Scored[]): readonly number[] {
  return withinTeams(people, (scores) => {
    const [mean, deviation] = [meanOf(scores), deviationOf(scores)]
    return scores.map((score) => (deviation > 0 ? (score - mean) / deviation : 0))
  })
}

/** Forced ranking: every team gets the same curve, by rank. */
export function scoresByForcedRank(people: readonly Scored[]): readonly number[] {
  return withinTeams(people, (scores) =>
    scores.map((score) => {
      const below = scores.filter((other) => other < score).length
      const level = scores.filter((other) => other === score).length
      return normalQuantile((below + level / 2) / scores.length)
    }),
  )
}

/** The line through the truth that suits achievement best: what nobody has, so an upper limit for achievement alone. */
export function scoresByAchievement(achievement: readonly number[], truth: readonly number[]): readonly number[] {
  const [middle, centre] = [meanOf(achievement), meanOf(truth)]
  const together = meanOf(achievement.map((index, place) => (index - middle) * ((truth[place] ?? 0) - centre)))
  const slope = together / meanOf(achievement.map((index) => (index - middle) ** 2))
  return achievement.map((index) => slope * (index - middle))
}

/** The team's mean taken out: all teams are declared equal. */
export function scoresTeamCentred(people: readonly Scored[]): readonly number[] {
  return byTeam(people, (scores) => {
    const mean = meanOf(scores)
    return scores.map((score) => score - mean)
  })
}

/** Figures within teams in units of the raw scores' deviation. */
function withinTeams(people: readonly Scored[], figuresOf: (scores: readonly number[]) => readonly number[]) {
  const deviation = deviationOf(people.map(({ score }) => score))
  return byTeam(people, figuresOf).map((figure) => figure * deviation)
}

function byTeam(people: readonly Scored[], figuresOf: (scores: readonly number[]) => readonly number[]): number[] {
  const teams = new Map<string, number[]>()
  people.forEach(({ supervisor }, index) => {
    teams.set(supervisor, [...(teams.get(supervisor) ?? []), index])
  })
  const result: number[] = people.map(() => 0)
  for (const places of teams.values()) {
    const figures = figuresOf(places.map((place) => people[place]?.score ?? 0))
    for (const [index, place] of places.entries()) result[place] = figures[index] ?? 0
  }
  return result
}
