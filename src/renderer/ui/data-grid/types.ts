import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type CellValue = string | number | null

/** What a typed or pasted text became: a value, or a sentence that says why not. */
export type ParsedCell = { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly why: string }

/** How a cell is edited. Without `editor` the column is read only. */
export type CellEditor<Row> =
  | {
      readonly kind: 'text'
      readonly maxLength?: number
      readonly required?: boolean
      readonly parse?: (text: string, row: Row) => ParsedCell
    }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly required?: boolean }
  | {
      readonly kind: 'choice'
      /** In order; digits 1…n choose directly. Pasted texts are recognised by label or value. */
      readonly options: readonly { readonly value: string; readonly label: string }[]
      readonly required?: boolean
    }

export interface GridColumn<Row> {
  /** Stable name: remembered widths, hidden columns and `CellChange.columnKey` use it. */
  readonly key: string
  readonly header: string
  /** Heading above neighbouring columns: "Identitas", "Hasil kerja". */
  readonly group?: string
  readonly width: number
  /** Takes the remaining width (with `width` as its least). */
  readonly grows?: boolean
  /** Stays at the left while the rest scrolls. */
  readonly frozen?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** Digits after the comma for numbers; numbers are right aligned unless `align` says otherwise. */
  readonly decimals?: number
  readonly value: (row: Row) => CellValue
  /** The words shown and copied; default: the value, formatted by language. Empty cells should say why. */
  readonly text?: (row: Row) => string
  /** Shown instead of the words (predicate bars, states). The words are still what is copied. */
  readonly render?: (row: Row) => ReactNode
  readonly editor?: CellEditor<Row>
  /** false for single rows that cannot be edited, or the sentence why not. */
  readonly editable?: (row: Row) => boolean | string
  /** Thin mark at the left; Enter or double click calls `onOpen`. */
  readonly computed?: boolean
  /** Corner mark: changed in this sitting. */
  readonly changed?: (row: Row) => boolean
  /** Hatched, with these words: "2 dari 5 RHK belum dinilai". Null: complete. */
  readonly incomplete?: (row: Row) => string | null
  /** Bold: the official level differs from the suggestion. */
  readonly strong?: (row: Row) => boolean
  /** Muted small text (NIP). */
  readonly muted?: boolean
  readonly tooltip?: (row: Row) => string | null
  readonly sortable?: boolean
  /** What the column sorts by, when it is not `value`: the words shown, or the rank of a level. Null comes last. */
  readonly sortValue?: (row: Row) => CellValue
  /** The column chooser cannot hide it. */
  readonly always?: boolean
  /** Hidden until the user shows it. */
  readonly hiddenAtFirst?: boolean
}

export interface CellChange {
  readonly rowId: string
  readonly columnKey: string
  readonly value: CellValue
}

/** One cell the engine refused although the grid had let it through. */
export interface CellRefusal {
  readonly rowId: string
  readonly columnKey: string
  readonly why: string
}

export type ChangeOrigin = 'edit' | 'paste' | 'fill' | 'clear'

export interface CellAddress {
  readonly rowId: string
  readonly columnKey: string
}

/** What the status bar tells of a selection, as in a spreadsheet. */
export interface SelectionSummary {
  readonly cells: number
  readonly rowIds: readonly string[]
  readonly columnKeys: readonly string[]
  readonly numbers: { readonly count: number; readonly sum: number; readonly mean: number } | null
}

export interface GridMenuItem<Row> {
  readonly id: string
  readonly label: string
  readonly icon?: TablerIcon
  readonly run: (row: Row, columnKey: string) => void
}

export interface DataGridProps<Row> {
  /** What the grid holds: its accessible name. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  /** Habits (hidden columns, widths) are remembered under this name. */
  readonly name: string
  /** The row explained in the side panel: tinted, number in accent. */
  readonly currentRowId?: string | null
  /** The focus moved to another row. */
  readonly onCurrentRow?: (rowId: string) => void
  /** Enter or double click on a computed or read-only cell, or on the row number. */
  readonly onOpen?: (row: Row, columnKey: string) => void
  /**
   * Every change, one or a block: edit, paste, fill down, clear. Resolve when the engine has answered; reject (AppError)
   * or return refusals and the grid shows the sentence under itself. The grid never changes its own data: give new `rows`.
   */
  readonly onChanges?: (
    changes: readonly CellChange[],
    origin: ChangeOrigin,
  ) => Promise<readonly CellRefusal[] | undefined>
  readonly onSelection?: (summary: SelectionSummary) => void
  readonly menuItems?: readonly GridMenuItem<Row>[]
  /** Keys of columns not shown; from `useColumnChoice`. */
  readonly hidden?: ReadonlySet<string>
  readonly rowNumbers?: boolean
  /** Shown in the place of rows when there are none. */
  readonly empty?: ReactNode
}
