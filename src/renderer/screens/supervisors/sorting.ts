import type { SupervisorRow } from '#contract/supervisors.ts'

export const sortings = ['mean', 'gap', 'deviation', 'people', 'name'] as const
export type Sorting = (typeof sortings)[number]

const figure = (row: SupervisorRow, sorting: Sorting): number | null => {
  const { score, difference, people } = row
  if (sorting === 'people') return people
  if (sorting === 'gap') return difference.scoreOverAchievement
  if (score.kind === 'too-few') return null
  return sorting === 'deviation' ? score.deviation : score.mean
}

/** Rows in the wanted order: figures from the highest down, those without one at the end, names by the alphabet. */
export function sorted(
  rows: readonly SupervisorRow[],
  sorting: Sorting,
  compareNames: (first: string, second: string) => number,
): readonly SupervisorRow[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [figure(a, sorting), figure(b, sorting)]
    if (sorting === 'name' || first === second) return compareNames(a.name, b.name)
    if (first === null || second === null) return first === null ? 1 : -1
    return second - first
  })
}
