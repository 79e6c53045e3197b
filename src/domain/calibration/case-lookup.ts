/** Whose score a figure belongs to. */
export interface CaseName {
  readonly employee: string
  readonly supervisor: string
}

/**
 * Figures found by supervisor and employee; of two for the same case the last. A small map for each supervisor: one large
 * one would need a joined text for every case, and lose itself in memory with tens of thousands of them.
 * @example caseLookup([[{ employee: 'e1', supervisor: 's1' }, 7]])({ employee: 'e1', supervisor: 's1' }) // 7
 */
export function caseLookup<Figure>(
  entries: Iterable<readonly [CaseName, Figure]>,
): (name: CaseName) => Figure | undefined {
  const teams = new Map<string, Map<string, Figure>>()
  for (const [{ employee, supervisor }, figure] of entries) {
    const team = teams.get(supervisor)
    if (team === undefined) teams.set(supervisor, new Map([[employee, figure]]))
    else team.set(employee, figure)
  }
  return ({ employee, supervisor }) => teams.get(supervisor)?.get(employee)
}
