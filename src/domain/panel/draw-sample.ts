import { AppError } from '#domain/app-error.ts'
import { byText } from '#domain/calibration/calibration-input.ts'
import type { Chance } from '#domain/statistics/seeded-chance.ts'

/** Somebody who may be drawn, with the supervisor who leads the team. */
export interface Listed {
  readonly employee: string
  readonly team: string
}

/**
 * A blind sample that touches as many teams as it has dossiers for, each in proportion to its size: people are listed team
 * by team (in an order of chance inside a team), and from a start of chance every N/n-th of them is taken.
 * Input: everyone rated by somebody, in any order; `wanted` dossiers, at most as many as there are people; chance from a
 * seed that is kept, so that the same list and seed give the same sample. Output: the drawn, in an order of chance, so that
 * neither their place nor the code made from it tells the team.
 * Throws E-ARG: fewer than one dossier, more than people, the same person twice.
 * Source: systematic sampling with implicit stratification (Cochran 1977, ch. 8); calibration guide 3.
 * @example drawSample([{ employee: 'e1', team: 'A' }, …], 24, seededChance(7)).length // 24
 */
export function drawSample(people: readonly Listed[], wanted: number, chance: Chance): readonly Listed[] {
  const known = new Set(people.map(({ employee }) => employee))
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > people.length || known.size < people.length)
    throw new AppError('E-ARG')
  const rising = people.toSorted((a, b) => byText(a.team, b.team) || byText(a.employee, b.employee))
  // A stable sort: the order of chance stays inside each team.
  const listed = shuffled(rising, chance).toSorted((a, b) => byText(a.team, b.team))
  const step = listed.length / wanted
  const start = chance() * step
  const drawn = Array.from(
    { length: wanted },
    (_, k) => listed[Math.min(listed.length - 1, Math.floor(start + k * step))],
  )
  return shuffled(
    drawn.filter((one): one is Listed => one !== undefined),
    chance,
  )
}

/**
 * The same list in an order of chance (Fisher and Yates).
 * @example shuffled([1, 2, 3], seededChance(1)) // [2, 3, 1] or another order, the same for the same seed
 */
export function shuffled<Item>(list: readonly Item[], chance: Chance): readonly Item[] {
  const items = [...list]
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1))
    const kept = items[last] as Item
    items[last] = items[other] as Item
    items[other] = kept
  }
  return items
}

/**
 * The codes panelists see instead of names, in the order of the draw.
 * @example codesFor(2) // ['P-01', 'P-02']
 */
export function codesFor(count: number): readonly string[] {
  const digits = Math.max(2, String(count).length)
  return Array.from({ length: count }, (_, index) => `P-${String(index + 1).padStart(digits, '0')}`)
}
