import type { Translate } from '#renderer/i18n/i18n.ts'
import type { GridColumn } from '#renderer/ui/data-grid/types.ts'

/** Where a column stands and how wide it is: what every shape takes as it is. */
type Place<Row> = Pick<GridColumn<Row>, 'key' | 'header' | 'width'> &
  Partial<Pick<GridColumn<Row>, 'group' | 'hiddenAtFirst' | 'grows' | 'tooltip'>>

/** The person a row is about: stays at the left, and cannot be hidden. */
export function nameColumn<Row extends { readonly name: string }>(
  place: Pick<GridColumn<Row>, 'header' | 'group' | 'tooltip'>,
): GridColumn<Row> {
  return { ...place, key: 'name', width: 160, frozen: true, always: true, value: (row) => row.name }
}

interface Writing<Row> {
  readonly read: (row: Row) => string
  readonly maxLength: number
  /** What an empty cell says; without it the cell stays empty. */
  readonly none?: string
}

/** Words a person may type. */
export function writtenColumn<Row>(place: Place<Row>, { read, maxLength, none }: Writing<Row>): GridColumn<Row> {
  const editor = { kind: 'text', maxLength } as const
  return none === undefined
    ? { ...place, value: read, editor }
    : { ...place, value: (row) => read(row) || null, text: (row) => read(row) || none, editor }
}

interface Choice<Row, Value extends string | null> {
  readonly read: (row: Row) => Value
  readonly words: (value: Value, row: Row) => string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly required?: boolean
}

/** One of a few values, or of a list of names. */
export function choiceColumn<Row, Value extends string | null>(
  place: Place<Row>,
  { read, words, options, required = false }: Choice<Row, Value>,
): GridColumn<Row> {
  return {
    ...place,
    value: read,
    text: (row) => words(read(row), row),
    editor: { kind: 'choice', options, required },
  }
}

/** The same column, in the order of its words rather than of the ids behind them. */
export function sortedByWords<Row>(column: GridColumn<Row>): GridColumn<Row> {
  const { value, text } = column
  return text === undefined ? column : { ...column, sortValue: (row) => (value(row) === null ? null : text(row)) }
}

/** What the meeting has frozen keeps its value; a cell that is still empty may be filled. */
export const editableUnless = (frozen: boolean, isSet: boolean, t: Translate): true | string =>
  frozen && isSet ? t('staff.frozen') : true

/** Marks the cells changed in this sitting. Keys of columns are the names of the row's fields. */
export function withChangedMarks<Row extends { readonly id: string }>(
  columns: readonly GridColumn<Row>[],
  changed: ReadonlySet<string>,
): readonly GridColumn<Row>[] {
  return columns.map((column) => ({ ...column, changed: (row: Row) => changed.has(`${row.id}/${column.key}`) }))
}
