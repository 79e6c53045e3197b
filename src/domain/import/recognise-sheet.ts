import type { HeaderRow } from './header-row.ts'
import type { RecognisedSheet, SheetChoice, SheetColumn } from './recognised-sheet.ts'
import { sheetHeader } from './sheet-header.ts'
import { isBlank, type TableSheet } from './table-cell.ts'
import { walkRows } from './walk-rows.ts'
import { wideColumns } from './wide-form.ts'

const noChoice: SheetChoice = { kind: null, columns: new Map() }

/**
 * Reads a sheet as an office made it: finds the headings, knows the kind of sheet by them, and turns the rows below into
 * cells by meaning. Merged cells are filled down inside their area only. Section rows, totals, numbering rows, repeated
 * headers and titles are counted, never taken for people. A second header further down starts a new block with its own
 * columns. `choice` carries what the user decided by hand.
 * Source: domain guide 9.2.
 */
export function recogniseSheet(sheet: TableSheet, choice: SheetChoice = noChoice): RecognisedSheet {
  const header = sheetHeader(sheet, choice)
  if (header === null) return unrecognised(sheet)
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
