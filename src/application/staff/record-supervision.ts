import type { Period } from '#domain/model/period.ts'
import type { Supervision } from '#domain/model/placement.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'

/** Oldest first, the rater of record last. */
export function inOrderOfTime(
  rows: readonly Supervision[],
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): readonly Supervision[] {
  const last = raterOfRecord(rows, period)
  const start = (row: Supervision) => row.fromDate ?? period.startsOn
  const others = rows.filter((row) => row !== last).toSorted((a, b) => start(a).localeCompare(start(b)))
  return last === undefined ? others : [...others, last]
}
