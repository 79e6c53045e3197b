import { AppError } from '#domain/app-error.ts'
import type { SkipReason } from '#domain/import/skipped-row.ts'
import { cellText } from '#domain/import/table-cell.ts'
import type { MarkedCell, RowState } from './preview-model.ts'
import type { ImportPreview } from './previews.ts'

export type RowFilter = 'all' | 'problems' | 'changes'

export interface PreviewRow {
  /** Index in the sheet as read; names the row in answers. */
  readonly index: number
  /** The number a spreadsheet shows beside it. */
  readonly number: number
  readonly state: RowState
  readonly skipped: SkipReason | null
  readonly cells: readonly {
    readonly text: string
    readonly mark: MarkedCell['mark'] | null
    readonly old: string | null
  }[]
}

/** A window of a sheet's rows as the file has them, with the state of each row and cell. */
export function readPreviewRows(
  preview: ImportPreview,
  input: { readonly sheetKey: string; readonly from: number; readonly count: number; readonly filter: RowFilter },
): { readonly total: number; readonly rows: readonly PreviewRow[] } {
  const sheet = preview.sheets.find((candidate) => candidate.key === input.sheetKey)
  if (!sheet) throw new AppError('E-NOT-FOUND', { what: 'sheet' })
  const states = preview.outcome.rowStates.get(sheet.key)
  const marks = preview.outcome.marks.get(sheet.key)
  const first = sheet.recognised.header === null ? 0 : sheet.recognised.header.bottom + 1
  const wanted: number[] = []
  for (let index = first; index < sheet.sheet.rows.length; index += 1) {
    if (fits(input.filter, states?.get(index), marks?.get(index))) wanted.push(index)
  }
  const width = sheet.recognised.columns.length
  const rows = wanted.slice(input.from, input.from + input.count).map((index): PreviewRow => {
    const raw = sheet.sheet.rows[index] ?? []
    const ofRow = marks?.get(index)
    return {
      index,
      number: index + 1 + sheet.sheet.firstRow,
      state: states?.get(index) ?? 'skipped',
      skipped: sheet.recognised.skipped.get(index) ?? null,
      cells: Array.from({ length: width }, (_, column) => {
        const mark = ofRow?.get(column)
        return { text: cellText(raw[column]).slice(0, 2_000), mark: mark?.mark ?? null, old: mark?.old ?? null }
      }),
    }
  })
  return { total: wanted.length, rows }
}

function fits(
  filter: RowFilter,
  state: RowState | undefined,
  marks: ReadonlyMap<number, MarkedCell> | undefined,
): boolean {
  if (filter === 'all') return true
  if (filter === 'changes') return state === 'changed'
  if (state === 'refused' || state === 'open' || state === 'aside') return true
  return [...(marks?.values() ?? [])].some(({ mark }) => mark === 'warning' || mark === 'open' || mark === 'refused')
}
