import type {
  CellClassParams,
  ColDef,
  ColGroupDef,
  ICellRendererParams,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { cellText, editability } from './cell-text.ts'
import styles from './data-grid.module.css'
import type { CellValue, GridColumn } from './types.ts'

/** The column of row numbers; it is not part of a selection. */
export const numberColumn = '#'

/** What the painted cells ask while they are drawn. Reads live state, so that painting needs no new column definitions. */
export interface CellPainter {
  isSelected(rowIndex: number, columnKey: string): boolean
  isCurrent(rowId: string): boolean
  isRefused(rowId: string, columnKey: string): boolean
}

export interface ColumnContext<Row> {
  readonly format: Formatters
  readonly t: Translate
  readonly painter: CellPainter
  /**
   * The column as it is now. AG Grid takes new rows before the new definitions that came with them, and does not word
   * those cells again: with the definitions' own column, names that came with the rows would be missing.
   */
  readonly latest: (column: GridColumn<Row>) => GridColumn<Row>
  readonly rowId: (row: Row) => string
  readonly isOurKey: (event: KeyboardEvent, editing: boolean) => boolean
  readonly widths: Readonly<Record<string, number>>
}

function isNumeric<Row>(column: GridColumn<Row>): boolean {
  return column.decimals !== undefined || column.editor?.kind === 'number'
}

function alignment<Row>(column: GridColumn<Row>): 'left' | 'right' | 'center' {
  return column.align ?? (isNumeric(column) ? 'right' : 'left')
}

function classRules<Row>(column: GridColumn<Row>, context: ColumnContext<Row>): ColDef<Row>['cellClassRules'] {
  const { painter } = context
  const rule = (test: (row: Row, params: CellClassParams<Row>) => boolean) => (params: CellClassParams<Row>) =>
    params.data !== undefined && test(params.data, params)
  return {
    [styles.selected ?? 'selected']: (params) => painter.isSelected(params.rowIndex, column.key),
    [styles.current ?? 'current']: rule((row) => painter.isCurrent(context.rowId(row))),
    [styles.refused ?? 'refused']: rule((row) => painter.isRefused(context.rowId(row), column.key)),
    [styles.changed ?? 'changed']: rule((row) => column.changed?.(row) ?? false),
    [styles.incomplete ?? 'incomplete']: rule((row) => (column.incomplete?.(row) ?? null) !== null),
    [styles.strong ?? 'strong']: rule((row) => column.strong?.(row) ?? false),
  }
}

/** Words of a value: the row's own, or for a choice editor's list, which asks without a row, the words of the option. */
function wordsOf<Row>(
  column: GridColumn<Row>,
  row: Row | undefined,
  value: unknown,
  context: ColumnContext<Row>,
): string {
  if (row !== undefined && (column.editor?.kind !== 'choice' || value === column.value(row))) {
    return cellText(column, row, context.format)
  }
  if (column.editor?.kind !== 'choice') return ''
  return column.editor.options.find((option) => option.value === value)?.label ?? context.t('ui.gridNothing')
}

/** Nothing comes last in both directions. */
function comparator<Row>({ sortValue }: GridColumn<Row>, format: Formatters): NonNullable<ColDef<Row>['comparator']> {
  return (first: CellValue | undefined, second: CellValue | undefined, firstNode, secondNode, descending) => {
    const of = (value: CellValue | undefined, row: Row | undefined): CellValue =>
      (sortValue === undefined || row === undefined ? value : sortValue(row)) ?? null
    const a = of(first, firstNode.data)
    const b = of(second, secondNode.data)
    if (a === null || b === null) return a === b ? 0 : (a === null) === descending ? -1 : 1
    if (typeof a === 'number' && typeof b === 'number') return a - b
    return format.compare(String(a), String(b))
  }
}

function editorPart<Row>(column: GridColumn<Row>, context: ColumnContext<Row>): ColDef<Row> {
  const { editor } = column
  if (editor === undefined) return { editable: false }
  const editable: ColDef<Row>['editable'] = ({ data }) =>
    data !== undefined && editability(column, data, context.t) === true
  if (editor.kind === 'choice') {
    const values = editor.options.map((option) => option.value)
    return {
      editable,
      cellEditor: 'agSelectCellEditor',
      cellEditorParams: {
        values: editor.required === true ? values : [null, ...values],
        // A narrow column does not cut the names that can be chosen in it.
        valueListMaxWidth: Math.max(column.width, ...editor.options.map(({ label }) => 40 + label.length * 8)),
        valueListMaxHeight: 340,
      },
    }
  }
  return {
    editable,
    cellEditor: 'agTextCellEditor',
    cellEditorParams: {
      useFormatter: true,
      ...(editor.kind === 'text' && editor.maxLength !== undefined ? { maxLength: editor.maxLength } : {}),
    },
    // The typed words are judged by our own reading (decimal comma), after the editor closes.
    valueParser: ({ newValue }) => newValue,
  }
}

function rendererPart<Row>(column: GridColumn<Row>): ColDef<Row> {
  const { render } = column
  if (render === undefined) return {}
  return {
    cellRenderer: ({ data, valueFormatted }: ICellRendererParams<Row>) => {
      if (data === undefined) return null
      return (column.incomplete?.(data) ?? null) === null ? render(data) : valueFormatted
    },
  }
}

function toColDef<Row>(column: GridColumn<Row>, context: ColumnContext<Row>, endsGroup: boolean): ColDef<Row> {
  const { format } = context
  const align = alignment(column)
  return {
    colId: column.key,
    headerName: column.header,
    headerTooltip: column.header,
    width: context.widths[column.key] ?? column.width,
    minWidth: 32,
    ...(column.grows === true && context.widths[column.key] === undefined ? { flex: 1, minWidth: column.width } : {}),
    ...(column.frozen === true ? { pinned: 'left' as const, lockPinned: true } : {}),
    sortable: column.sortable ?? true,
    resizable: true,
    suppressMovable: true,
    comparator: comparator(column, format),
    valueGetter: ({ data }) => (data === undefined || data === null ? null : column.value(data)),
    valueFormatter: ({ data, value }) => wordsOf(context.latest(column), data ?? undefined, value, context),
    tooltipValueGetter: ({ data }) => (data === undefined || data === null ? null : (column.tooltip?.(data) ?? null)),
    cellClass: cx(
      align === 'right' && styles.right,
      align === 'center' && styles.centre,
      column.muted === true && styles.muted,
      column.computed === true && styles.computed,
      endsGroup && styles.groupEnd,
    ).split(' '),
    headerClass: align === 'right' ? (styles.rightHeader ?? '') : '',
    cellClassRules: classRules(column, context) ?? {},
    suppressKeyboardEvent: ({ event, editing }: SuppressKeyboardEventParams<Row>) => context.isOurKey(event, editing),
    ...editorPart(column, context),
    ...rendererPart(column),
  }
}

function numberColDef<Row>(context: ColumnContext<Row>): ColDef<Row> {
  return {
    colId: numberColumn,
    headerName: 'No.',
    width: 44,
    pinned: 'left',
    lockPinned: true,
    sortable: false,
    resizable: false,
    suppressMovable: true,
    valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
    valueFormatter: ({ value }) => (typeof value === 'number' ? context.format.number(value) : ''),
    cellClass: [styles.number ?? ''],
    headerClass: styles.rightHeader ?? '',
    cellClassRules: {
      [styles.currentNumber ?? 'currentNumber']: ({ data }) =>
        data !== undefined && context.painter.isCurrent(context.rowId(data)),
    },
    suppressKeyboardEvent: ({ event, editing }) => context.isOurKey(event, editing),
  }
}

/** AG Grid's definitions, with neighbouring columns of one group under one heading. */
export function columnDefs<Row>(
  columns: readonly GridColumn<Row>[],
  context: ColumnContext<Row>,
  rowNumbers: boolean,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  const grouped = columns.some((column) => column.group !== undefined)
  const defs: (ColDef<Row> | ColGroupDef<Row>)[] = []
  const first = columns[0]?.group ?? ''
  if (rowNumbers && !grouped) defs.push(numberColDef(context))
  columns.forEach((column, index) => {
    const endsGroup = grouped && columns[index + 1]?.group !== column.group
    const def = toColDef(column, context, endsGroup)
    if (!grouped) {
      defs.push(def)
      return
    }
    const last = defs.at(-1)
    const sameGroup = index > 0 && columns[index - 1]?.group === column.group
    if (sameGroup && last !== undefined && 'children' in last) last.children.push(def)
    else {
      const children = index === 0 && rowNumbers ? [numberColDef(context), def] : [def]
      defs.push({
        headerName: column.group ?? (index === 0 ? first : ''),
        groupId: `${column.group ?? ''}-${index}`,
        children,
        marryChildren: true,
      })
    }
  })
  return defs
}
