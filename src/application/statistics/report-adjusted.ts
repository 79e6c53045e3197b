import { adjustPValues } from '#domain/statistics/adjust-p-values.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { numberColumn } from './statistics-table.ts'

const level = 0.05

/** The p values of a column, corrected in three ways; empty cells stay null and do not count as tests. */
export function reportAdjusted(table: ColumnTable, column: string) {
  const p = numberColumn(table, column, (value) => value >= 0 && value <= 1)
  const [bh, by, holm] = [adjustPValues(p, 'bh'), adjustPValues(p, 'by'), adjustPValues(p, 'holm')]
  const rejected = (adjusted: readonly (number | null)[]) =>
    adjusted.filter((value) => value !== null && value <= level).length
  return {
    n: p.length,
    tested: p.filter((value) => value !== null).length,
    p,
    bh,
    by,
    holm,
    rejectedAt05: { bh: rejected(bh), by: rejected(by), holm: rejected(holm) },
  }
}
