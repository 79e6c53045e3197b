import { useMemo } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import { type ColumnChoice, useColumnChoice } from '#renderer/ui/data-grid/use-column-choice.ts'
import type { Board, BoardRow } from './board-rows.ts'
import type { RowNames } from './filter.ts'
import { indicatorColumns } from './indicator-columns.ts'
import type { IndicatorRow } from './indicator-rows.ts'
import { peopleColumns } from './people-columns.ts'
import type { ColumnChoices } from './placement-columns.ts'

interface StaffGrid<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly choice: ColumnChoice
}

export interface StaffGrids {
  readonly people: StaffGrid<BoardRow>
  readonly indicators: StaffGrid<IndicatorRow>
}

const noChange: ReadonlySet<string> = new Set()

/** The columns of both grids, each with the user's choice among them. */
export function useStaffGrids(
  { frozen, resultNumbers, scoring }: Board,
  changed: ReadonlySet<string>,
  names: RowNames,
  choices: ColumnChoices,
): StaffGrids {
  const t = useT()
  const format = useFormat()
  const people = useMemo(
    () => peopleColumns({ board: { resultNumbers, frozen, scoring }, names, choices, changed, t, format }),
    [resultNumbers, frozen, scoring, names, choices, changed, t, format],
  )
  const indicators = useMemo(
    () => indicatorColumns({ names, frozen, changed: noChange, t, format }),
    [names, frozen, t, format],
  )
  return {
    people: { columns: people, choice: useColumnChoice('staff', people) },
    indicators: { columns: indicators, choice: useColumnChoice('staff-indicators', indicators) },
  }
}

/** The columns a grid shows at the moment. */
export const shownColumns = <Row>({ columns, choice }: StaffGrid<Row>): readonly GridColumn<Row>[] =>
  columns.filter((column) => !choice.hidden.has(column.key))
