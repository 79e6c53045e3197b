import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'
import type { Board, BoardRow } from './board-rows.ts'
import { withChangedMarks } from './column-shapes.ts'
import type { RowNames } from './filter.ts'
import { behaviourColumns, workColumns } from './level-columns.ts'
import { outcomeColumns } from './outcome-columns.tsx'
import { type ColumnChoices, identityColumns, placementColumns } from './placement-columns.ts'

interface PeopleColumnsInput {
  readonly board: Pick<Board, 'resultNumbers' | 'frozen' | 'scoring'>
  readonly names: RowNames
  readonly choices: ColumnChoices
  readonly changed: ReadonlySet<string>
  readonly t: Translate
  readonly format: Formatters
}

/** The columns of one row per employee. Keys are the names of the row's fields, so that changed cells find their mark. */
export function peopleColumns(input: PeopleColumnsInput): readonly GridColumn<BoardRow>[] {
  const { board, names, choices, changed, t, format } = input
  return withChangedMarks(
    [
      ...identityColumns(t),
      ...placementColumns(t, names, choices),
      ...workColumns(t, format, board),
      ...behaviourColumns(t, format, board),
      ...outcomeColumns(t, format),
    ],
    changed,
  )
}
