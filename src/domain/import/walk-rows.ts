import type { ImportField } from './fields.ts'
import { filledDown, type HeaderRow } from './header-row.ts'
import { readBlockLine } from './person-block.ts'
import type { PlacedCell, SourceRow } from './recognised-sheet.ts'
import { type SkipReason, skipReason } from './skipped-row.ts'
import { cellText, isBlank, type TableCell, type TableSheet } from './table-cell.ts'
import type { WalkState } from './walk-state.ts'
import { wideColumns } from './wide-form.ts'

/** The rows of a sheet: those taken, and why each of the others is not. */
export interface Walk {
  readonly rows: SourceRow[]
  readonly skipped: Map<number, SkipReason>
}

/**
 * Goes down a sheet row by row: merged cells are filled down inside their area, and every row either becomes cells by
 * meaning or is counted with the reason it is left out.
 * @example a sheet of headings and two people // { rows: [{ index: 1, … }, { index: 2, … }], skipped: Map { 0 → 'header' } }
 */
export function walkRows(sheet: TableSheet, header: HeaderRow): Walk {
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
