import type { ImportField, SheetKind } from './fields.ts'
import {
  fieldsOf,
  filledDown,
  findHeaderRow,
  type HeaderRow,
  isNumberingRow,
  newHeader,
  repeatsHeader,
} from './header-row.ts'
import { fieldOfHeading, headingKey } from './headings.ts'
import { type BlockCell, readBlockLine } from './person-block.ts'
import { cellText, isBlank, type TableCell, type TableSheet, tidyText } from './table-cell.ts'
import { readWideHeading, type WideColumn } from './wide-form.ts'

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

const noChoice: SheetChoice = { kind: null, columns: new Map() }
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
 * Reads a sheet as an office made it: finds the headings, knows the kind of sheet by them, and turns the rows below into
 * cells by meaning. Merged cells are filled down inside their area only. Section rows, totals, numbering rows, repeated
 * headers and titles are counted, never taken for people. A second header further down starts a new block with its own
 * columns. `choice` carries what the user decided by hand.
 * Source: domain guide 9.2.
 */
export function recogniseSheet(sheet: TableSheet, choice: SheetChoice = noChoice): RecognisedSheet {
  const found = headerOf(sheet, choice)
  if (found === null) return unrecognised(sheet)
  const fields = found.fields.map((field, index) =>
    choice.columns.has(index) ? (choice.columns.get(index) ?? null) : field,
  )
  const header: HeaderRow = { ...found, fields: withoutDoubles(fields, choice.columns) }
  const walk = walkRows(sheet, header)
  return {
    kind: header.kind,
    header,
    columns: columnsOf(sheet, header),
    rows: walk.rows,
    skipped: walk.skipped,
    wide: wideColumns(header).map(([column]) => column),
  }
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

function unrecognised(sheet: TableSheet): RecognisedSheet {
  const width = sheet.rows.slice(0, 50).reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, index) => ({ index, heading: '', field: null }))
  return { kind: null, header: null, columns, rows: [], skipped: new Map(), wide: [] }
}

function columnsOf(sheet: TableSheet, header: HeaderRow): SheetColumn[] {
  let width = header.headings.length
  for (const row of sheet.rows) {
    if (row.length <= width) continue
    for (let column = row.length - 1; column >= width; column -= 1) {
      if (!isBlank(row[column])) {
        width = column + 1
        break
      }
    }
  }
  return Array.from({ length: width }, (_, index) => ({
    index,
    heading: header.headings[index] ?? '',
    field: header.fields[index] ?? null,
  }))
}

function wideColumns(header: HeaderRow): [number, WideColumn][] {
  return header.headings.flatMap((heading, column): [number, WideColumn][] => {
    const wide = header.fields[column] == null ? readWideHeading(heading) : null
    return wide === null ? [] : [[column, wide]]
  })
}

interface Walk {
  readonly rows: SourceRow[]
  readonly skipped: Map<number, SkipReason>
}

interface WalkState {
  header: HeaderRow
  block: number
  section: 'main' | 'additional' | null
  otherPart: boolean
  employee: Map<string, BlockCell>
  rater: Map<string, BlockCell>
  /** A table row came after the last block line: the next block line begins a new form. */
  blockDone: boolean
}

function walkRows(sheet: TableSheet, header: HeaderRow): Walk {
  const walk: Walk = { rows: [], skipped: new Map() }
  const below = filledDown(sheet.merged)
  const state: WalkState = {
    header,
    block: 0,
    section: null,
    otherPart: false,
    employee: new Map(),
    rater: new Map(),
    blockDone: false,
  }
  sheet.rows.forEach((raw, index) => {
    const reason = aboveTable(raw, index, header, state)
    if (reason !== null) {
      walk.skipped.set(index, reason)
      return
    }
    const filled = fillDown(sheet, raw, below.get(index) ?? [])
    const skip = skipReason(sheet, raw, filled, index, state)
    if (skip !== null) {
      walk.skipped.set(index, skip)
      return
    }
    state.blockDone = true
    for (const cells of rowCells(filled, state)) {
      walk.rows.push({ index, cells, section: state.section, block: state.block })
    }
  })
  return walk
}

/** The head of the form, the headings, and what stands above them; null for a row of the table. */
function aboveTable(raw: readonly TableCell[], index: number, header: HeaderRow, state: WalkState): SkipReason | null {
  if (takeBlockLine(raw, index, state)) return 'person-block'
  if (index > header.bottom) return null
  if (index >= header.top) return 'header'
  return raw.every(isBlank) ? 'blank' : 'before-table'
}

function takeBlockLine(raw: readonly TableCell[], index: number, state: WalkState): boolean {
  // Only forms name one person above their table; a line such as "UNIT KERJA: …" above a staff list is a title.
  if (state.header.kind === 'staff') return false
  const line = readBlockLine(raw, index)
  if (line === null) return false
  if (state.blockDone) {
    state.employee = new Map()
    state.rater = new Map()
    state.section = null
    state.otherPart = false
    state.blockDone = false
  }
  const [first, second] = line.values
  if (first) state.employee.set(line.field, first)
  if (second) state.rater.set(line.field, second)
  return true
}

function fillDown(sheet: TableSheet, raw: readonly TableCell[], areas: readonly { top: number; left: number }[]) {
  if (areas.length === 0) return raw
  const cells = [...raw]
  for (const area of areas) {
    const source = sheet.rows[area.top]?.[area.left]
    if (source === undefined) continue
    while (cells.length <= area.left) cells.push({ kind: 'empty' })
    if (isBlank(cells[area.left])) cells[area.left] = source
  }
  return cells
}

function skipReason(
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

function rowCells(cells: readonly TableCell[], state: WalkState): ReadonlyMap<ImportField, PlacedCell>[] {
  const found = new Map<ImportField, PlacedCell>()
  fromBlock(found, state)
  const { fields } = state.header
  for (let column = 0; column < fields.length; column += 1) {
    const field = fields[column]
    const cell = cells[column]
    if (field == null || field === 'ignored' || cell === undefined || isBlank(cell)) continue
    found.set(field, { column, cell })
  }
  const wide = wideColumns(state.header)
  if (wide.length === 0) return [found]
  return wide.flatMap(([column, { criterion, person }]) => {
    const cell = cells[column]
    if (cell === undefined || isBlank(cell)) return []
    const row = new Map(found)
    row.set('name', { column, cell: { kind: 'text', text: person } })
    row.set('behaviourValue', { column, cell: { kind: 'text', text: criterion } })
    row.set('behaviourScore', { column, cell })
    return [row]
  })
}

function fromBlock(found: Map<ImportField, PlacedCell>, state: WalkState) {
  for (const field of ['name', 'nip', 'grade', 'post', 'unit'] as const) {
    const cell = state.employee.get(field)
    if (cell) found.set(field, cell)
  }
  const name = state.rater.get('name')
  const nip = state.rater.get('nip')
  if (name) found.set('supervisorName', name)
  if (nip && /\d/.test(cellText(nip.cell))) found.set('supervisorNip', nip)
}
