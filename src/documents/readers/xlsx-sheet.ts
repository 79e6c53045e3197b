import type { CellPlace } from '#application/ports/table-reader.ts'
import type { MergedBlock, TableCell } from '#domain/import/table-cell.ts'
import { importLimits, limitExceeded } from './limits.ts'
import { serialToIso, showDate, showNumber } from './number-text.ts'
import type { OoxmlParts } from './ooxml-parts.ts'
import { type CellFormat, cellText } from './xlsx-tables.ts'
import { attributeOf, XmlFault } from './xml-scanner.ts'

const EMPTY: TableCell = { kind: 'empty' }
const NO_CELLS: readonly TableCell[] = []
/** A value taken from another workbook or program. It may be stale or forged, so it is not taken over. */
const EXTERNAL: TableCell = { kind: 'error', shown: '#EXT!' }
/** `[1]Sheet1!A1` (another workbook) or `prog|'topic'!item` (DDE); `Table[2024]` is neither. */
const OTHER_WORKBOOK = /(?:^|[^\w.\]])'?\[\d+\]/
const OTHER_PROGRAM = /\w\|['\w]/

export interface SheetContext {
  readonly texts: readonly string[]
  readonly formatOf: (styleIndex: number) => CellFormat
  readonly epoch1904: boolean
  /** Cells of the sheets read before this one; the limit is for the whole file. */
  readonly cellsBefore: number
}

export interface SheetContent {
  readonly rows: readonly (readonly TableCell[])[]
  readonly formulaCells: readonly CellPlace[]
  readonly externalCells: readonly CellPlace[]
  readonly merged: readonly MergedBlock[]
  readonly cells: number
}

interface RawCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  stored: string
  formula: string | null
  /** Cells that share a formula name it by number; only the first of them holds its text. */
  sharedFormula: string | null
}

/** Reads the cells of one sheet. What the sheet says about its own size is not believed: only filled cells take room. */
export function readSheet(parts: OoxmlParts, name: string, context: SheetContext): SheetContent {
  const grid = createGrid(context.cellsBefore)
  const formulaCells: CellPlace[] = []
  const externalCells: CellPlace[] = []
  const mergeReferences: string[] = []
  const sharedExternal = new Set<string | null>()
  scanCells(parts, name, mergeReferences, (raw) => {
    const { row, column, formula, sharedFormula } = raw
    const external = formula !== null && (isExternal(formula) || sharedExternal.has(sharedFormula))
    if (external && sharedFormula !== null) sharedExternal.add(sharedFormula)
    grid.place(row, column, external ? EXTERNAL : cellValue(raw, context), formula !== null)
    if (formula !== null) formulaCells.push({ row, column })
    if (external) externalCells.push({ row, column })
  })
  const rows = grid.rows()
  return { rows, formulaCells, externalCells, merged: mergedAreas(mergeReferences, rows), cells: grid.cells() }
}

/** Rows that grow with the cells in them; the limits are held before any room is taken. */
function createGrid(cellsBefore: number) {
  const rows: TableCell[][] = []
  let cells = cellsBefore
  return {
    place(row: number, column: number, value: TableCell, keepEmpty: boolean): void {
      if (value.kind === 'empty' && !keepEmpty) return
      if (row >= importLimits.rows) throw limitExceeded('rows')
      if (column >= importLimits.columns) throw limitExceeded('columns')
      cells += 1
      if (cells > importLimits.cells) throw limitExceeded('cells')
      const cellsOfRow = rows[row] ?? []
      rows[row] = cellsOfRow
      while (cellsOfRow.length < column) cellsOfRow.push(EMPTY)
      cellsOfRow[column] = value
    },
    rows: () => Array.from(rows, (cellsOfRow) => cellsOfRow ?? NO_CELLS),
    cells: () => cells,
  }
}

function scanCells(parts: OoxmlParts, name: string, merges: string[], finish: (cell: RawCell) => void): void {
  let insideData = false
  let insideHint = false
  let row = -1
  let column = -1
  let cell: RawCell | null = null
  let collecting: 'stored' | 'formula' | null = null

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r')
    if (reference === null) column += 1
    else {
      row = rowOf(reference)
      column = columnOf(reference)
    }
    const style = attributeOf(attributes, 's')
    const type = attributeOf(attributes, 't') ?? 'n'
    cell = {
      row,
      column,
      type,
      style: style === null ? 0 : Number(style),
      stored: '',
      formula: null,
      sharedFormula: null,
    }
  }

  // A map, not an object: the names come from the file, and `constructor` is a name as well.
  const openers = new Map<string, (attributes: string) => void>([
    [
      'row',
      (attributes) => {
        row = rowIndex(attributeOf(attributes, 'r'), row)
        column = -1
      },
    ],
    ['c', openCell],
    [
      'rPh',
      () => {
        insideHint = true
      },
    ],
    [
      'v',
      () => {
        collecting = 'stored'
      },
    ],
    [
      't',
      () => {
        collecting = insideHint ? null : 'stored'
      },
    ],
    [
      'f',
      (attributes) => {
        collecting = 'formula'
        if (cell !== null) cell = { ...cell, formula: '', sharedFormula: attributeOf(attributes, 'si') }
      },
    ],
  ])
  const closers = new Map<string, () => void>([
    [
      'c',
      () => {
        if (cell !== null) finish(cell)
        cell = null
      },
    ],
    [
      'rPh',
      () => {
        insideHint = false
      },
    ],
    [
      'v',
      () => {
        collecting = null
      },
    ],
    [
      't',
      () => {
        collecting = null
      },
    ],
    [
      'f',
      () => {
        collecting = null
      },
    ],
    [
      'sheetData',
      () => {
        insideData = false
      },
    ],
  ])

  parts.scan(name, {
    open: (element, attributes) => {
      if (insideData) openers.get(element)?.(attributes)
      else if (element === 'sheetData') insideData = true
      else if (element === 'mergeCell') merges.push(attributeOf(attributes, 'ref') ?? '')
    },
    text: (text) => {
      if (cell === null) return
      if (collecting === 'stored') cell.stored += text
      else if (collecting === 'formula') cell.formula = (cell.formula ?? '') + text
    },
    close: (element) => {
      if (insideData) closers.get(element)?.()
    },
  })
}

function cellValue(raw: RawCell, context: SheetContext): TableCell {
  const { type, stored } = raw
  if (type === 's') {
    const text = context.texts[Number(stored)]
    if (text === undefined && stored !== '') throw new XmlFault('a shared text that does not exist')
    return textValue(text ?? '')
  }
  if (type === 'inlineStr' || type === 'str') return textValue(cellText(stored))
  if (stored.trim() === '') return EMPTY
  if (stored.length > importLimits.cellCharacters) throw limitExceeded('cell-length')
  if (type === 'b') return { kind: 'boolean', value: stored.trim() === '1' || stored.trim() === 'true' }
  if (type === 'e') return { kind: 'error', shown: stored }
  if (type === 'd') return isoValue(stored.trim())
  return numberValue(stored.trim(), context.formatOf(raw.style), context.epoch1904)
}

function textValue(text: string): TableCell {
  return text === '' ? EMPTY : { kind: 'text', text }
}

function isoValue(stored: string): TableCell {
  const parts = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2})?/.exec(stored)
  if (parts === null) return { kind: 'text', text: stored }
  const [, day = '', time = ''] = parts
  return { kind: 'date', iso: time === 'T00:00:00' ? day : day + time, shown: stored }
}

function numberValue(stored: string, format: CellFormat, epoch1904: boolean): TableCell {
  const value = Number(stored)
  if (!Number.isFinite(value)) return { kind: 'error', shown: stored }
  const iso = format.kind === 'date' ? serialToIso(value, epoch1904) : null
  if (iso !== null) return { kind: 'date', iso, shown: showDate(value, format.code, epoch1904) }
  return { kind: 'number', value, shown: showNumber(value, format.kind === 'date' ? 'General' : format.code, stored) }
}

function isExternal(formula: string): boolean {
  if (!formula.includes('[') && !formula.includes('|')) return false
  const withoutTexts = formula.replace(/"[^"]*"/g, '""')
  return OTHER_WORKBOOK.test(withoutTexts) || OTHER_PROGRAM.test(withoutTexts)
}

function rowIndex(reference: string | null, previous: number): number {
  if (reference === null) return previous + 1
  const row = Number(reference) - 1
  if (!Number.isInteger(row) || row < 0) throw new XmlFault('a row without a number')
  return row
}

/** Column of an address such as `AB12`, 0-based. Called for every cell, hence without a pattern. */
function columnOf(reference: string): number {
  let column = 0
  const letters = lettersOf(reference)
  for (let index = 0; index < letters; index += 1) column = column * 26 + (reference.charCodeAt(index) & 0x1f)
  return column - 1
}

function rowOf(reference: string): number {
  const row = Number(reference.slice(lettersOf(reference))) - 1
  if (!Number.isInteger(row) || row < 0) throw new XmlFault('a cell without an address')
  return row
}

function lettersOf(reference: string): number {
  let letters = 0
  while (letters < reference.length && isLetter(reference.charCodeAt(letters))) letters += 1
  if (letters < 1 || letters > 3) throw new XmlFault('a cell without an address')
  return letters
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/**
 * Merged blocks, cut to the part of the sheet that is filled. Blocks never overlap in a sound file; where they cover
 * more cells than there are, filling them would take unbounded time.
 */
function mergedAreas(references: readonly string[], rows: readonly (readonly TableCell[])[]): MergedBlock[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const areas: MergedBlock[] = []
  let covered = 0
  for (const reference of references) {
    const [first = '', last = first] = reference.replaceAll('$', '').split(':')
    const top = rowOf(first)
    const left = columnOf(first)
    const bottom = Math.min(rowOf(last), rows.length - 1)
    const right = Math.min(columnOf(last), width - 1)
    if (top > bottom || left > right) continue
    covered += (bottom - top + 1) * (right - left + 1)
    if (covered > rows.length * width) throw new XmlFault('merged blocks that overlap')
    areas.push({ top, left, bottom, right })
  }
  return areas
}
