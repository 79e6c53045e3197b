import type { ImportField } from './fields.ts'
import { type HeaderRow, isNumberingRow, newHeader, repeatsHeader } from './header-row.ts'
import { fieldOfHeading, headingKey } from './headings.ts'
import { cellText, isBlank, type TableCell, type TableSheet, tidyText } from './table-cell.ts'
import type { WalkState } from './walk-state.ts'

/** Why a row is not taken in: nothing is dropped without being counted. */
export const skipReasons = [
  'before-table',
  'header',
  'blank',
  'numbering',
  'repeated-header',
  'section',
  'total',
  'title',
  'person-block',
  'other-part',
] as const
export type SkipReason = (typeof skipReasons)[number]

const totals = /^(sub\s*)?(jumlah|jml|total|alpha|rata[\s-]*rata)\b/i
/** Parts of an evaluation form below the table of results. */
const otherParts =
  /^(perilakukerja|ratinghasilkerja|ratingperilaku|predikatkinerja|capaiankinerjaorganisasi|poladistribusi)/
const textFields = new Set<ImportField>([
  'result',
  'indicator',
  'target',
  'realisation',
  'feedback',
  'expectation',
  'leaderResult',
])

/**
 * Why a row below the headings is no row of the table, or null when it is one. A section row, a header of its own or the
 * beginning of another part is remembered in `state` for the rows that follow.
 * @example a row "JUMLAH | | 3" // 'total'
 */
export function skipReason(
  sheet: TableSheet,
  raw: readonly TableCell[],
  filled: readonly TableCell[],
  index: number,
  state: WalkState,
): SkipReason | null {
  const places: number[] = []
  for (let column = 0; column < raw.length; column += 1) if (!isBlank(raw[column])) places.push(column)
  const first = places[0]
  if (first === undefined) return filled.every(isBlank) ? 'blank' : null
  const text = tidyText(cellText(raw[first]))
  if (isNumberingRow(raw) && index <= state.header.bottom + 2) return 'numbering'
  if (takeSection(raw, places, state)) return 'section'
  if (fieldOfHeading(text, state.header.kind) !== null && takeHeader(sheet, raw, index, state)) return 'repeated-header'
  if (isTotal(raw, places, state.header)) return 'total'
  if (state.header.kind === 'plan' && otherParts.test(headingKey(text))) state.otherPart = true
  if (state.otherPart) return 'other-part'
  return places.length === 1 && isTitle(raw, first, state.header) ? 'title' : null
}

function takeSection(raw: readonly TableCell[], places: readonly number[], state: WalkState): boolean {
  const section = places.length <= 3 ? sectionOf(raw, places) : null
  if (section === null) return false
  state.section = section
  state.otherPart = false
  return true
}

/** The same headings again, or a header of its own that begins a new block. */
function takeHeader(sheet: TableSheet, raw: readonly TableCell[], index: number, state: WalkState): boolean {
  if (repeatsHeader(raw, state.header)) return true
  const next = newHeader(sheet, index, state.header)
  if (next === null) return false
  state.header = next
  state.block += 1
  state.otherPart = false
  return true
}

/** "A. UTAMA", "HASIL KERJA TAMBAHAN", "B" + "TAMBAHAN": sets the kind of the results below. */
function sectionOf(raw: readonly TableCell[], places: readonly number[]): 'main' | 'additional' | null {
  const words = places.map((column) => tidyText(cellText(raw[column]))).join(' ')
  const match = /^(?:[A-Z][.)]?\s+)?(?:hasil kerja\s+)?(utama|tambahan)\s*:?$/i.exec(words.slice(0, 60))
  if (match === null) return null
  return match[1]?.toLowerCase() === 'utama' ? 'main' : 'additional'
}

function isTotal(raw: readonly TableCell[], places: readonly number[], header: HeaderRow): boolean {
  const nip = header.fields.indexOf('nip')
  if (nip !== -1 && /\d{9}/.test(cellText(raw[nip]).replace(/\D/g, ''))) return false
  return places.some((column) => {
    const cell = raw[column]
    return (
      cell?.kind === 'text' &&
      cell.text.length < 60 &&
      totals.test(tidyText(cell.text)) &&
      !textFields.has(header.fields[column] ?? 'nip')
    )
  })
}

/** A lone text outside the columns that carry long texts is a title between people, not a person. */
function isTitle(raw: readonly TableCell[], column: number, header: HeaderRow): boolean {
  const mapped = header.fields.filter((field) => field !== null && field !== 'ignored').length
  const field = header.fields[column] ?? null
  return mapped >= 3 && raw[column]?.kind === 'text' && !(field !== null && textFields.has(field))
}
