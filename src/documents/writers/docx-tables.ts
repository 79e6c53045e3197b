import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type {
  CellAlign,
  KeyValueBlock,
  Letterhead,
  TableCell as ModelCell,
  Signatory,
  SignatureBlock,
  TableBlock,
} from '#application/ports/document-writer.ts'
import { documentWords } from '#documents/content/indonesian/document-words.ts'
import { formatNip } from '#documents/content/indonesian/format-nip.ts'
import { placeCells } from './block-tables.ts'
import { docxRuns, type RunLook, textRuns, underlined } from './docx-runs.ts'
import { twips } from './page-geometry.ts'

const TABLE_LOOK: RunLook = { size: 18 }
/** Lines of a table stand closer than those of the letter. */
const TABLE_SPACING = { line: 250 } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const NO_TABLE_BORDERS = { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE }
const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<CellAlign, unknown>

/** A ruled table; header rows repeat on every page, no row breaks across pages. `rowHeightMm` is a minimum. */
export function docxTable(block: TableBlock, widthMm: number, rowHeightMm = 0): Table {
  const total = block.columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = block.columns.map(({ weight }) => twips((weight / total) * widthMm))
  const height = { value: twips(rowHeightMm), rule: HeightRule.ATLEAST }
  const header = placeCells(block.headerRows).map((cells) => {
    const children = cells.map(({ cell, column }) => headerCell(cell, spanWidth(widths, column, cell)))
    return new TableRow({ tableHeader: true, cantSplit: true, children })
  })
  const body = placeCells(block.rows).map((cells) => {
    const children = cells.map(({ cell, column }) => {
      return bodyCell(cell, cell.align ?? block.columns[column]?.align ?? 'left', spanWidth(widths, column, cell))
    })
    return new TableRow({ cantSplit: true, children, ...(rowHeightMm > 0 ? { height } : {}) })
  })
  return fixedTable(widths, [...header, ...body], {})
}

function headerCell(cell: ModelCell, width: number): TableCell {
  const runs = docxRuns(cell.runs, { ...TABLE_LOOK, bold: true })
  return new TableCell({
    ...cellFrame(cell, width),
    shading: { fill: 'E9ECEF' },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: TABLE_SPACING, children: runs })],
  })
}

function bodyCell(cell: ModelCell, align: CellAlign, width: number): TableCell {
  const paragraph = new Paragraph({
    alignment: ALIGNMENTS[align],
    spacing: TABLE_SPACING,
    children: docxRuns(cell.runs, TABLE_LOOK),
  })
  return new TableCell({ ...cellFrame(cell, width), children: [paragraph] })
}

function cellFrame({ columnSpan = 1, rowSpan = 1 }: ModelCell, width: number) {
  const margins = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA }
  return { columnSpan, rowSpan, margins, width: { size: width, type: WidthType.DXA } }
}

function spanWidth(widths: readonly number[], column: number, { columnSpan = 1 }: ModelCell): number {
  return widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0)
}

/** Government, agency and address between the emblem's place and the double rule. */
export function docxLetterhead({ government, agency, addressLines, emblem }: Letterhead, widthMm: number): Table {
  const rule = { style: BorderStyle.DOUBLE, size: 12, color: '000000', space: 4 }
  const office = [
    centred(textRuns(government, { size: 26, allCaps: true })),
    centred(textRuns(agency, { size: 32, bold: true, allCaps: true })),
    ...addressLines.map((line) => centred(textRuns(line, { size: 18 }))),
  ]
  const placeMm = emblem === null ? 0 : 24
  const widths = emblem === null ? [twips(widthMm)] : [twips(placeMm), twips(widthMm - placeMm)]
  const dashed = { style: BorderStyle.DASHED, size: 4, color: '777777' }
  const place = new TableCell({
    width: { size: twips(placeMm), type: WidthType.DXA },
    borders: { top: dashed, left: dashed, right: dashed, bottom: rule },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [centred(textRuns(documentWords.emblem, { size: 14, color: '555555' }))],
  })
  const head = new TableCell({
    width: { size: twips(widthMm - placeMm), type: WidthType.DXA },
    borders: { ...NO_BORDERS, bottom: rule },
    children: office,
  })
  const row = new TableRow({ children: emblem === null ? [head] : [place, head], cantSplit: true })
  return fixedTable(widths, [row], { borders: NO_TABLE_BORDERS })
}

/** Labels, colons and values in three columns without rules. */
export function docxKeyValues({ entries }: KeyValueBlock, widthMm: number): Table {
  const widths = [twips(widthMm * 0.3), twips(4), twips(widthMm * 0.7 - 4)]
  const rows = entries.map(({ label, value }) => {
    const columns = [textRuns(label, {}), textRuns(':', {}), docxRuns(value)]
    const children = columns.map((runs, index) => plainCell([new Paragraph({ children: runs })], widths[index] ?? 0))
    return new TableRow({ children, cantSplit: true })
  })
  return fixedTable(widths, rows, { borders: NO_TABLE_BORDERS })
}

/** Signatories side by side; a single one stands on the right. The room between role and name stays empty. */
export function docxSignatures(block: SignatureBlock, widthMm: number, firstAnchor: number): Table {
  const count = Math.max(2, block.columns.length)
  const width = twips(widthMm / count)
  const lead = count - block.columns.length
  const empty = Array.from({ length: lead }, () => plainCell([new Paragraph({})], width))
  const people = block.columns.map((person, index) => plainCell(signatory(person, firstAnchor + index), width))
  const dates = Array.from({ length: count }, (_, index) => {
    const date = index === count - 1 && block.placeAndDate !== null ? docxRuns(block.placeAndDate) : []
    // The date does not stay behind when the names go to the next page.
    return plainCell([centred(date, true)], width)
  })
  const rows = block.placeAndDate === null ? [] : [new TableRow({ children: dates, cantSplit: true })]
  const row = new TableRow({ children: [...empty, ...people], cantSplit: true })
  return fixedTable(Array(count).fill(width), [...rows, row], { borders: NO_TABLE_BORDERS })
}

function signatory({ role, name, rank, nip }: Signatory, anchor: number): Paragraph[] {
  const room = new Bookmark({ id: `ttd_${anchor}`, children: [] })
  return [
    centred(textRuns(role, {})),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(11), after: twips(11) },
      children: [room],
    }),
    centred(textRuns(name, { bold: true, ...underlined })),
    ...(rank === null ? [] : [centred(textRuns(rank, {}))]),
    ...(nip === null ? [] : [centred(textRuns(`${documentWords.nip} ${formatNip(nip)}`, {}))]),
  ]
}

function plainCell(children: Paragraph[], width: number): TableCell {
  return new TableCell({ borders: NO_BORDERS, width: { size: width, type: WidthType.DXA }, children })
}

function centred(children: ReturnType<typeof textRuns>, keepNext = false): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext, children })
}

function fixedTable(widths: number[], rows: TableRow[], borders: { borders?: typeof NO_TABLE_BORDERS }): Table {
  const size = widths.reduce((sum, width) => sum + width, 0)
  const width = { size, type: WidthType.DXA }
  return new Table({ layout: TableLayoutType.FIXED, width, columnWidths: widths, rows, ...borders })
}
