import type { ImportField, SheetKind } from './fields.ts'
import { fieldsOf, findHeaderRow, type HeaderRow } from './header-row.ts'
import { fieldOfHeading } from './headings.ts'
import type { SheetChoice } from './recognised-sheet.ts'
import { cellText, isBlank, type TableSheet, tidyText } from './table-cell.ts'
import { readWideHeading } from './wide-form.ts'

/**
 * The headings of a sheet with what each column means, after the kind and the columns the user chose by hand; null when
 * no row looks like headings.
 * @example a staff list with "NIP" and "Nama" in row 3 // { kind: 'staff', top: 2, fields: ['nip', 'name'], … }
 */
export function sheetHeader(sheet: TableSheet, choice: SheetChoice): HeaderRow | null {
  const found = headerOf(sheet, choice)
  if (found === null) return null
  const fields = found.fields.map((field, index) =>
    choice.columns.has(index) ? (choice.columns.get(index) ?? null) : field,
  )
  return { ...found, fields: withoutDoubles(fields, choice.columns) }
}

function headerOf(sheet: TableSheet, choice: SheetChoice): HeaderRow | null {
  const found = findHeaderRow(sheet, choice.kind)
  if (found === null) return choice.kind === null ? wideHeader(sheet) : assumedHeader(sheet, choice.kind)
  if (choice.kind !== null || found.kind !== 'behaviour') return found
  return valuesAreNumbers(sheet, found) ? (findHeaderRow(sheet, 'assessment') ?? found) : found
}

/** `NILAI` means a core value on a behaviour sheet and a score on an assessment sheet; only the cells below can tell. */
function valuesAreNumbers(sheet: TableSheet, header: HeaderRow): boolean {
  const column = header.fields.indexOf('behaviourValue')
  if (column === -1) return false
  const sample = sheet.rows
    .slice(header.bottom + 1, header.bottom + 60)
    .map((row) => tidyText(cellText(row[column])))
    .filter((text) => text !== '')
  return sample.length > 0 && sample.filter((text) => /^[\d.,]+$/.test(text)).length > sample.length / 2
}

/** The user named the kind but no heading is known: the first row with two filled cells holds the headings. */
function assumedHeader(sheet: TableSheet, kind: SheetKind): HeaderRow | null {
  const top = sheet.rows.findIndex((row) => row.filter((cell) => !isBlank(cell)).length >= 2)
  if (top === -1) return null
  const headings = (sheet.rows[top] ?? []).map((cell) => tidyText(cellText(cell)))
  return { kind, top, bottom: top, headings, fields: fieldsOf(headings, kind), score: 0 }
}

/** A wide form has no column of persons: its headings name them. */
function wideHeader(sheet: TableSheet): HeaderRow | null {
  for (let top = 0; top < Math.min(sheet.rows.length, 20); top += 1) {
    const headings = (sheet.rows[top] ?? []).map((cell) => tidyText(cellText(cell)))
    if (headings.filter((heading) => readWideHeading(heading) !== null).length < 2) continue
    const fields = headings.map((heading): ImportField | null => {
      const field = heading === '' ? null : fieldOfHeading(heading, 'behaviour')
      // The one who fills the form in is the rater; the rated stand in the headings.
      if (field === 'name') return 'supervisorName'
      return field === 'nip' ? 'supervisorNip' : field
    })
    return { kind: 'behaviour', top, bottom: top, headings, fields, score: 1 }
  }
  return null
}

/** A field chosen by hand for one column is taken away from the column that had it before. */
function withoutDoubles(fields: readonly (ImportField | null)[], byHand: ReadonlyMap<number, ImportField | null>) {
  const chosen = new Set<ImportField | null>(
    [...byHand.values()].filter((field) => field !== null && field !== 'ignored'),
  )
  return fields.map((field, index) =>
    field !== null && chosen.has(field) && byHand.get(index) !== field ? null : field,
  )
}
