import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { ChartTable, ChartTableColumn } from './chart-card.tsx'
import type { ComparisonAxis, ComparisonRow } from './comparison-plot.ts'

export interface ComparisonHeaders {
  readonly name: string
  readonly value: string
  /** What the hollow diamond means. */
  readonly second: string
}

/** How the rows of a comparison read: in a cell, in the ear of a screen reader. */
export interface ComparisonWords {
  readonly figure: (row: ComparisonRow) => string
  readonly range: (row: ComparisonRow) => string
  readonly second: (row: ComparisonRow) => string
  readonly spoken: (row: ComparisonRow) => string
}

export function comparisonWords(
  axis: ComparisonAxis,
  headers: ComparisonHeaders,
  t: Translate,
  format: Formatters,
): ComparisonWords {
  const decimals = axis.decimals === undefined ? 1 : Math.max(1, axis.decimals)
  const words = (value: number): string =>
    axis.signed === true ? format.signed(value, decimals) : format.number(value, decimals)
  const orNone = (value: number | null | undefined): string => (value == null ? t('ui.notEnough') : words(value))
  const interval = ({ value, low, high }: ComparisonRow): string | null =>
    low === undefined || high === undefined || value === null ? null : `${words(low)} – ${words(high)}`
  const figure = (row: ComparisonRow): string => orNone(row.value)
  return {
    figure,
    range: (row) => interval(row) ?? t('ui.notEnough'),
    second: (row) => orNone(row.second),
    spoken: (row) => {
      const range = interval(row)
      return [
        row.name,
        row.unit,
        `${headers.value} ${figure(row)}`,
        range === null ? undefined : `${t('ui.comparisonRange')} ${range}`,
        row.second == null ? undefined : `${headers.second} ${words(row.second)}`,
        `n ${format.number(row.n)}`,
      ]
        .filter((part) => part !== undefined)
        .join(', ')
    },
  }
}

/** What some rows have and others lack decides the columns of all. */
export interface ComparisonParts {
  readonly hasUnit: boolean
  readonly hasSecond: boolean
}

export const comparisonParts = (rows: readonly ComparisonRow[]): ComparisonParts => ({
  hasUnit: rows.some((row) => row.unit !== undefined),
  hasSecond: rows.some((row) => row.second != null),
})

/** The table twin of the chart. */
export function comparisonTable(
  rows: readonly ComparisonRow[],
  { hasUnit, hasSecond }: ComparisonParts,
  headers: ComparisonHeaders,
  { figure, range, second }: ComparisonWords,
  t: Translate,
  format: Formatters,
): ChartTable {
  const right = (header: string): ChartTableColumn => ({ header, align: 'right' })
  return {
    columns: [
      { header: headers.name },
      ...(hasUnit ? [{ header: t('ui.comparisonUnit') }] : []),
      right(headers.value),
      right(t('ui.comparisonRange')),
      ...(hasSecond ? [right(headers.second)] : []),
      right(t('ui.comparisonCount')),
    ],
    rows: rows.map((row) => {
      const unit = hasUnit ? [row.unit ?? ''] : []
      return {
        id: row.id,
        cells: [row.name, ...unit, row.value, range(row), ...(hasSecond ? [row.second ?? null] : []), row.n],
        words: [row.name, ...unit, figure(row), range(row), ...(hasSecond ? [second(row)] : []), format.number(row.n)],
      }
    }),
  }
}
