import type { ImportField, SheetKind } from './fields.ts'
import type { HeaderRow } from './header-row.ts'
import type { SkipReason } from './skipped-row.ts'
import type { TableCell } from './table-cell.ts'

/** A cell of a row with the column it stands in. */
export interface PlacedCell {
  readonly column: number
  readonly cell: TableCell
  /** The row it stands in, where that is another one (two-person block above the table). */
  readonly row?: number
}

/** A row of data: its cells by what they mean. */
export interface SourceRow {
  readonly index: number
  readonly cells: ReadonlyMap<ImportField, PlacedCell>
  /** UTAMA or TAMBAHAN from a section row above, where the sheet has no such column. */
  readonly section: 'main' | 'additional' | null
  /** Which header applies: 0 for the first, rising with each header found further down. */
  readonly block: number
}

export interface SheetColumn {
  readonly index: number
  readonly heading: string
  readonly field: ImportField | null
}

export interface RecognisedSheet {
  readonly kind: SheetKind | null
  readonly header: HeaderRow | null
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SourceRow[]
  readonly skipped: ReadonlyMap<number, SkipReason>
  /** Columns of a wide form that were turned into rows. */
  readonly wide: readonly number[]
}

export interface SheetChoice {
  /** The kind the user chose, or null to recognise it. */
  readonly kind: SheetKind | null
  /** Columns mapped by hand or remembered: index → field, or null for "do not use". */
  readonly columns: ReadonlyMap<number, ImportField | null>
}
