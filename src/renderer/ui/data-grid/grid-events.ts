import type {
  CellDoubleClickedEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  CellKeyDownEvent,
  CellMouseDownEvent,
  CellMouseOverEvent,
  ColumnResizedEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
} from 'ag-grid-community'
import { numberColumn } from './column-defs.tsx'
import { type GridReader, proposePaste } from './proposals.ts'
import type { CellPlace } from './range.ts'
import type { DataGridProps, GridColumn } from './types.ts'
import type { Changes } from './use-changes.ts'
import type { Selection } from './use-selection.ts'

export interface GridEventsInput<Row> {
  readonly onOpen: DataGridProps<Row>['onOpen']
  readonly onCurrentRow: DataGridProps<Row>['onCurrentRow']
  readonly selection: Selection<Row>
  readonly reader: GridReader<Row>
  readonly changes: Changes
  readonly byKey: ReadonlyMap<string, GridColumn<Row>>
  readonly rememberWidths: (widths: Readonly<Record<string, number>>) => void
  readonly api: () => GridApi<Row> | null
}

/** What the grid does when AG Grid tells of mouse, focus, keys and edits: selects, opens, sends, remembers. */
export function gridEvents<Row>(input: GridEventsInput<Row>) {
  const { changes, reader, rememberWidths, selection } = input
  return {
    ...pointerEvents(selection),
    ...openingEvents(input),
    onCellFocused: (event: CellFocusedEvent<Row>): void => followFocus(input, event),
    onCellEditRequest({ data, column, newValue, rowIndex }: CellEditRequestEvent<Row>): void {
      if (data === undefined || rowIndex === null) return
      const at = placeOf(selection, rowIndex, column.getColId())
      if (at === null) return
      const text = newValue === null || newValue === undefined ? '' : String(newValue)
      void changes.send(proposePaste([{ ...at, text }], reader), 'edit')
    },
    onColumnResized({ finished, source, columns }: ColumnResizedEvent<Row>): void {
      if (!finished || source !== 'uiColumnResized' || columns === null) return
      rememberWidths(Object.fromEntries(columns.map((column) => [column.getColId(), column.getActualWidth()])))
    },
    onSortChanged: (): void => selection.select(null),
    // A row keeps its cells when it moves: after sorting or filtering only the numbers that changed are drawn anew.
    onModelUpdated: (): void => input.api()?.refreshCells({ columns: [numberColumn], suppressFlash: true }),
  }
}

function placeOf<Row>(selection: Selection<Row>, rowIndex: number | null, key: string | null): CellPlace | null {
  const column = key === null ? -1 : selection.columnKeys().indexOf(key)
  return rowIndex === null || column < 0 ? null : { row: rowIndex, column }
}

/** Click, shift-click and drag choose a block; the number of a row chooses the row. */
function pointerEvents<Row>(selection: Selection<Row>) {
  const selectRow = (rowIndex: number): void =>
    selection.select({
      anchor: { row: rowIndex, column: 0 },
      focus: { row: rowIndex, column: selection.columnKeys().length - 1 },
    })
  return {
    onCellMouseDown({ rowIndex, column, event }: CellMouseDownEvent<Row>): void {
      if (!(event instanceof MouseEvent)) return
      if (column.getColId() === numberColumn) {
        if (rowIndex !== null) selectRow(rowIndex)
        return
      }
      const at = placeOf(selection, rowIndex, column.getColId())
      if (at === null) return
      const before = selection.current()
      if (event.button === 2 && selection.isSelected(at.row, column.getColId())) return
      selection.select(
        event.shiftKey && before !== null ? { anchor: before.anchor, focus: at } : { anchor: at, focus: at },
      )
    },
    onCellMouseOver({ rowIndex, column, event }: CellMouseOverEvent<Row>): void {
      if (!(event instanceof MouseEvent) || event.buttons !== 1) return
      const at = placeOf(selection, rowIndex, column.getColId())
      const before = selection.current()
      if (at !== null && before !== null) selection.select({ anchor: before.anchor, focus: at })
    },
  }
}

function followFocus<Row>(
  { selection, reader, onCurrentRow }: GridEventsInput<Row>,
  { rowIndex, column, sourceEvent }: CellFocusedEvent<Row>,
): void {
  const key = column === null || column === undefined || typeof column === 'string' ? column : column.getColId()
  const at = placeOf(selection, rowIndex, key ?? null)
  const byMouse = sourceEvent instanceof MouseEvent
  if (at !== null && !byMouse) selection.select({ anchor: at, focus: at })
  const row = rowIndex === null ? undefined : selection.rowAt(rowIndex)
  if (row !== undefined) onCurrentRow?.(reader.rowId(row))
}

/** Enter and double click open what cannot be edited. */
function openingEvents<Row>({ byKey, onOpen }: GridEventsInput<Row>) {
  const opens = (column: GridColumn<Row> | undefined, row: Row): boolean =>
    column === undefined || column.editor === undefined || column.editable?.(row) === false
  const open = (row: Row | undefined, key: string): void => {
    if (row !== undefined && onOpen !== undefined && opens(byKey.get(key), row)) onOpen(row, key)
  }
  return {
    onCellDoubleClicked: ({ data, column }: CellDoubleClickedEvent<Row>): void => open(data, column.getColId()),
    onCellKeyDown(keyed: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>): void {
      if (!('column' in keyed)) return
      const { data, event, column } = keyed
      if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.defaultPrevented)
        open(data, column.getColId())
    },
  }
}
