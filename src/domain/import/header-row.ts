import { type ImportField, type SheetKind, sheetKinds } from './fields.ts'
import { fieldOfHeading, headingKey } from './headings.ts'
import { kindScore } from './sheet-kind.ts'
import { cellText, isBlank, type MergedBlock, type TableCell, type TableSheet, tidyText } from './table-cell.ts'

/** Where the headings of a table stand, what they say per column, and what each means. */
export interface HeaderRow {
  readonly kind: SheetKind
  /** Index of the first and the last row of the headings (two-row headers). */
  readonly top: number
  readonly bottom: number
  readonly headings: readonly string[]
  readonly fields: readonly (ImportField | null)[]
  readonly score: number
}

/** Title rows, letterhead and the two-person block stand above; further down nobody puts the first header. */
const searchDepth = 80
const widest = 300

/**
 * Finds the headings of a table by matching names, not by position: title rows and the two-person block above are
 * passed over, and a group header with sub-headings below is joined. Null when no row fits any kind of sheet.
 * With `only`, that kind alone is looked for (the user chose it).
 * Source: domain guide 9.2 (title rows, two header rows, group headers).
 */
export function findHeaderRow(sheet: TableSheet, only: SheetKind | null = null): HeaderRow | null {
  const candidates: HeaderRow[] = []
  const depth = Math.min(sheet.rows.length, searchDepth)
  for (let top = 0; top < depth; top += 1) candidates.push(...candidatesAt(sheet, top, only))
  const best = candidates.reduce((most, one) => Math.max(most, one.score), 0)
  const kind = candidates.find((one) => one.score === best)?.kind
  // A list further down may carry a heading or two more: the first table of the sheet still begins with the first header.
  const good = candidates.filter((one) => one.kind === kind && one.score >= best * 0.8)
  const first = good[0]?.top
  return good.filter((one) => one.top === first).toSorted((a, b) => b.score - a.score)[0] ?? null
}

function candidatesAt(sheet: TableSheet, top: number, only: SheetKind | null): HeaderRow[] {
  const upper = headingTexts(sheet, top)
  if (upper.filter((text) => text !== '').length < 2) return []
  const kinds = only === null ? sheetKinds : [only]
  const lower = top + 1 < sheet.rows.length ? headingTexts(sheet, top + 1) : []
  const found: HeaderRow[] = []
  for (const kind of kinds) {
    const single = headerOf(kind, top, top, upper)
    const joined = joinHeadings(upper, lower, kind)
    const double = joined === null ? null : headerOf(kind, top, top + 1, joined)
    if (single !== null) found.push(single)
    // A second row joins only when it brings clearly more: a row of data must never become a heading.
    if (double !== null && double.score >= (single?.score ?? 0) + 3) found.push(double)
  }
  return found
}

function headerOf(kind: SheetKind, top: number, bottom: number, headings: readonly string[]): HeaderRow | null {
  const score = kindScore(headings, kind)
  if (score === 0) return null
  return { kind, top, bottom, headings, fields: fieldsOf(headings, kind), score }
}

/** One field per column; the first column of two that mean the same keeps it, the other stays unmapped and is listed. */
export function fieldsOf(headings: readonly string[], kind: SheetKind): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return headings.map((heading) => {
    const field = heading === '' ? null : fieldOfHeading(heading, kind)
    if (field === null) return null
    if (field === 'ignored') return field
    if (taken.has(field)) return null
    taken.add(field)
    return field
  })
}

function headingTexts(sheet: TableSheet, row: number): string[] {
  const cells = sheet.rows[row] ?? []
  const texts = cells
    .slice(0, widest)
    .map((cell) => (cell.kind === 'text' ? tidyText(cell.text) : tidyText(cellText(cell))))
  for (const area of sheet.merged) {
    if (row < area.top || row > area.bottom) continue
    const source = tidyText(cellText(sheet.rows[area.top]?.[area.left]))
    for (let column = area.left; column <= Math.min(area.right, widest - 1); column += 1) texts[column] = source
  }
  return Array.from(texts, (text) => text ?? '')
}

/** The sub-heading where there is one, with the group's name before it when the sub-heading alone says nothing. */
function joinHeadings(upper: readonly string[], lower: readonly string[], kind: SheetKind): string[] | null {
  const width = Math.max(upper.length, lower.length)
  if (lower.filter((text) => text !== '').length < 2) return null
  return Array.from({ length: width }, (_, column) => {
    const above = upper[column] ?? ''
    const below = lower[column] ?? ''
    if (below === '' || below === above) return above
    if (above === '') return below
    const joined = `${above} ${below}`
    if (fieldOfHeading(joined, kind) !== null) return joined
    return fieldOfHeading(below, kind) === null && fieldOfHeading(above, kind) !== null ? above : below
  })
}

/**
 * Whether a row repeats the headings further down, at the same columns.
 * @example repeatsHeader(['NIP', 'NAMA'], header) // true when the header reads NIP, NAMA
 */
export function repeatsHeader(row: readonly TableCell[], header: HeaderRow): boolean {
  let same = 0
  let filled = 0
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column]
    if (isBlank(cell)) continue
    filled += 1
    const key = headingKey(cellText(cell))
    if (key !== '' && key === headingKey(header.headings[column] ?? '')) same += 1
  }
  return filled >= 2 && same >= 2 && same >= filled * 0.6
}

/**
 * Whether a row below the table is a header of its own at other columns: a second list glued under the first.
 * Gives the new header, or null.
 */
export function newHeader(sheet: TableSheet, row: number, current: HeaderRow): HeaderRow | null {
  const headings = headingTexts(sheet, row)
  const filled = headings.filter((text) => text !== '').length
  if (filled < 3 || headings.some((text) => text.length > 80)) return null
  const recognised = headings.filter((text) => text !== '' && fieldOfHeading(text, current.kind) !== null).length
  if (recognised < 3 || recognised < filled * 0.6) return null
  return headerOf(current.kind, row, row, headings)
}

/**
 * Whether a row only numbers the columns: "(1) (2) (3)" or 1, 2, 3 directly below the headings.
 * @example isNumberingRow([{ kind: 'text', text: '(1)' }, { kind: 'text', text: '(2)' }, { kind: 'text', text: '(3)' }]) // true
 */
export function isNumberingRow(row: readonly TableCell[]): boolean {
  const figures = row
    .filter((cell) => !isBlank(cell))
    .map((cell) => /^\(?(\d{1,2})\)?$/.exec(tidyText(cellText(cell)))?.[1])
  if (figures.length < 3) return false
  return figures.every((figure, index) => figure !== undefined && Number(figure) === Number(figures[0]) + index)
}

/** The columns of a merged block in one row below its first: where its value is filled down. */
export function filledDown(merged: readonly MergedBlock[]): ReadonlyMap<number, readonly MergedBlock[]> {
  const byRow = new Map<number, MergedBlock[]>()
  for (const area of merged) {
    for (let row = area.top + 1; row <= area.bottom; row += 1) {
      const known = byRow.get(row)
      if (known === undefined) byRow.set(row, [area])
      else known.push(area)
    }
  }
  return byRow
}
