import type { CellPlace, Sheet, Workbook, WorkbookNote } from '#application/ports/table-reader.ts'
import { digitsAreLost } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import type { TableCell } from '#domain/import/table-cell.ts'
import { type OoxmlParts, ooxmlParts } from './ooxml-parts.ts'
import { readSheet, type SheetContent } from './xlsx-sheet.ts'
import { readCellFormats, readSharedTexts } from './xlsx-tables.ts'
import { attributeOf, XmlFault } from './xml-scanner.ts'
import { openGuardedZip } from './zip-guard.ts'

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly linkId: string
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[]
  readonly epoch1904: boolean
}

/**
 * Reads an XLSX workbook: what each cell stores and shows, merged blocks, hidden sheets, and which cells are formulas
 * (their stored results are taken; nothing is calculated, no link is followed, no macro is read).
 */
export function readXlsx(file: string, bytes: Uint8Array): Workbook {
  const parts = ooxmlParts(openGuardedZip(bytes, file, (name) => /\.(xml|rels)$/i.test(name)))
  try {
    return readWorkbook(file, parts)
  } catch (error) {
    if (error instanceof XmlFault) throw new AppError('E-IMPORT-DAMAGED', { file }, error)
    throw error
  }
}

function readWorkbook(file: string, parts: OoxmlParts): Workbook {
  const root = parts.links('').find((link) => link.type === 'officeDocument')?.target
  if (root === undefined || !parts.has(root)) throw new AppError('E-IMPORT-FORMAT', { file })
  const links = parts.links(root)
  const target = (type: string) => links.find((link) => link.type === type)?.target ?? ''
  const workbook = readWorkbookPart(parts, root)
  if (workbook === null || target('vbaProject') !== '') throw new AppError('E-IMPORT-FORMAT', { file })

  const texts = readSharedTexts(parts, target('sharedStrings'))
  const formatOf = readCellFormats(parts, target('styles'))
  const sheets: Sheet[] = []
  const notes: WorkbookNote[] = []
  const targets = new Set<string>()
  let cells = 0
  for (const { name, hidden, linkId } of workbook.sheets) {
    const link = links.find(({ id }) => id === linkId)
    if (link === undefined || !parts.has(link.target)) throw new XmlFault('a sheet that is not there')
    // A list that names one sheet a million times would keep the reader busy for hours.
    if (targets.has(link.target)) throw new XmlFault('two sheets in one part')
    targets.add(link.target)
    if (link.type !== 'worksheet') continue
    const context = { texts, formatOf, epoch1904: workbook.epoch1904, cellsBefore: cells }
    const content = readSheet(parts, link.target, context)
    cells = content.cells
    const { rows, formulaCells, merged } = content
    sheets.push({ name, hidden, rows, formulaCells, merged, firstRow: 0 })
    notes.push(...sheetNotes(name, hidden, content))
  }
  if (sheets.length === 0) throw new XmlFault('no sheet')
  return { format: 'xlsx', sheets, notes }
}

/** The list of sheets, or null when the part is something else (a text document, a presentation). */
function readWorkbookPart(parts: OoxmlParts, root: string): WorkbookPart | null {
  const sheets: SheetEntry[] = []
  let epoch1904 = false
  let rootElement: string | null = null
  parts.scan(root, {
    open: (element, attributes) => {
      rootElement ??= element
      if (element === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '0')
      if (element !== 'sheet') return
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
        linkId: attributeOf(attributes, 'id') ?? '',
      })
    },
  })
  return rootElement === 'workbook' ? { sheets, epoch1904 } : null
}

function sheetNotes(sheet: string, hidden: boolean, content: SheetContent): WorkbookNote[] {
  const notes: WorkbookNote[] = []
  if (hidden) notes.push({ code: 'hidden-sheet', sheet })
  if (content.formulaCells.length > 0) {
    notes.push({ code: 'formula-cells', sheet, count: content.formulaCells.length })
  }
  const external = content.externalCells[0]
  if (external !== undefined) {
    notes.push({ code: 'external-values', sheet, count: content.externalCells.length, ...external })
  }
  const lost = placesWhere(content.rows, digitsAreLost)
  const firstLost = lost[0]
  if (firstLost !== undefined) notes.push({ code: 'digits-lost', sheet, count: lost.length, ...firstLost })
  return notes
}

function placesWhere(rows: readonly (readonly TableCell[])[], holds: (cell: TableCell) => boolean): CellPlace[] {
  return rows.flatMap((cells, row) => cells.flatMap((cell, column) => (holds(cell) ? [{ row, column }] : [])))
}
