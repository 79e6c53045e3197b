import type { RatedCase } from './calibration-input.ts'
import type { FittedLadder } from './fit-ladder.ts'

/** A supervisor's leniency if the achievement index were this reliable. */
export interface ReliabilityAlternative {
  readonly reliability: number
  readonly leniency: number
}

/**
 * How a supervisor's leniency would change if the achievement index were more or less reliable than taken for: an unreliable
 * index explains too little of the differences between teams, and what it leaves looks like leniency. The slope on the
 * team's mean is divided by the reliability of that mean, 1 − (1 − ρ) var(a)/ñ / var(team means), never below 0.2, and the
 * effect shrunk as before. Model A only: with Model B the panel takes the part of the index.
 * Input: the ladder, and the reliabilities to try. Output: per supervisor, one figure per reliability; empty where Model A is not
 * the main model or no achievement is known.
 * Source: calibration guide 1 ("results also for 0.4 and 0.8"); correction for attenuation, Spearman 1904.
 * @example reliabilitySensitivity(cases, ladder, [0.4, 0.8]).get('S01') // [{ reliability: 0.4, leniency: 2.1 }, …]
 */
export function reliabilitySensitivity(
  cases: readonly RatedCase[],
  { main, modelA, psi }: FittedLadder,
  reliabilities: readonly number[],
): ReadonlyMap<string, readonly ReliabilityAlternative[]> {
  if (main !== 'A' || modelA.kind !== 'fitted') return new Map()
  const slope = modelA.fixed.find(({ term }) => term === 'ach_team')?.estimate
  const { teams, spread } = achievementOf(cases)
  if (slope === undefined || spread.teams <= 0) return new Map()
  const { supervisorVariance, residualVariance } = modelA
  return new Map(
    modelA.supervisors.map(({ supervisor, estimate, n }) => {
      const shrink = (n * supervisorVariance) / (residualVariance + n * supervisorVariance)
      const apart = teams.get(supervisor) ?? 0
      const figures = reliabilities.map((reliability) => {
        const ofMean = Math.max(0.2, 1 - ((1 - reliability) * spread.people) / spread.size / spread.teams)
        return { reliability, leniency: psi.value * (estimate - shrink * slope * (1 / ofMean - 1) * apart) }
      })
      return [supervisor, figures]
    }),
  )
}

/** Distance of every team's mean achievement from that of everyone, and how people and team means scatter. */
function achievementOf(cases: readonly RatedCase[]) {
  const sums = new Map<string, { people: number; sum: number }>()
  const known = cases.flatMap(({ supervisor, score, achievement }) =>
    score === null || achievement === null ? [] : [{ supervisor, achievement }],
  )
  const grand = known.reduce((sum, { achievement }) => sum + achievement / known.length, 0)
  for (const { supervisor, achievement } of known) {
    const team = sums.get(supervisor) ?? { people: 0, sum: 0 }
    team.people += 1
    team.sum += achievement - grand
    sums.set(supervisor, team)
  }
  const teams = new Map([...sums].map(([supervisor, { people, sum }]) => [supervisor, sum / people]))
  const count = Math.max(1, sums.size)
  const ofTeams = [...teams.values()].reduce((sum, apart) => sum + apart ** 2 / count, 0)
  const ofPeople = known.reduce((sum, { achievement }) => sum + (achievement - grand) ** 2 / known.length, 0)
  const size = count / [...sums.values()].reduce((sum, { people }) => sum + 1 / people, 0)
  return { teams, spread: { teams: ofTeams, people: ofPeople, size: Number.isFinite(size) ? size : 1 } }
}
