/** Kinds of data whose completeness and freshness the overview shows. */
export const dataKinds = ['work-scores', 'behaviour', 'realisation', 'evidence', 'feedback'] as const
export type DataKind = (typeof dataKinds)[number]

/** Reads for overview and comparison that would be too slow row by row. */
export interface OverviewReader {
  /** Unit in which each supervisor of the period is placed; one outside the agency has none. */
  unitsOfSupervisors(periodId: string): ReadonlyMap<string, string | null>
  /** How many people to be rated have their organisation predicate from each unit (see `poolUnitOf`). */
  poolSizes(periodId: string): ReadonlyMap<string, number>
  /** How many of the people to be rated have every realisation of their plan, and how many some evidence. */
  grounds(periodId: string): { readonly realisation: number; readonly evidence: number }
  /** When data of each of these kinds last came in for the period; a kind that cannot be traced is missing. */
  freshness(periodId: string, kinds: readonly DataKind[]): ReadonlyMap<DataKind, string>
}
