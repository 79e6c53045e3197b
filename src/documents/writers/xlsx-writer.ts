import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import type { Book, BookColumn, BookSheet, BookValue } from '#application/ports/document-writer.ts'
import { AppError } from '#domain/app-error.ts'
import { xmlText } from './clean-text.ts'

const THIN = { style: 'thin', color: { rgb: '808080' } } as const
const FRAME = { top: THIN, right: THIN, bottom: THIN, left: THIN }
const HEADER_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9ECEF' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: FRAME,
}
const CELL_CHARACTERS = 32_767
const DAYS_TO_1970 = 25_569
const MILLISECONDS_PER_DAY = 86_400_000

/**
 * Writes a workbook. Text is stored as text, whatever it begins with, so no cell can be a formula and a NIP keeps its
 * digits; numbers, shares and dates are real numbers with a format. Throws `E-ARG` for a value a cell cannot hold.
 */
export function writeWorkbook(book: Book): Promise<Uint8Array> {
  const names = sheetNames(book.sheets.map(({ name }) => name))
  return writeXlsx({
    properties: { title: xmlText(book.title), creator: xmlText(book.author) },
    sheets: book.sheets.map((sheet, index) => writeSheet(sheet, names[index] ?? '')),
  })
}

function writeSheet(sheet: BookSheet, name: string): WriteSheet {
  const notes = sheet.noteLines ?? []
  const cells = new Map<string, Partial<Cell>>()
  const headers = sheet.columns.map(({ header }) => xmlText(header))
  const rows: CellValue[][] = [...notes.map((line) => [xmlText(line)]), headers]
  notes.forEach((line, row) => {
    cells.set(`${row},0`, { value: xmlText(line), type: 'string', style: { font: { bold: row === 0 } } })
  })
  headers.forEach((header, column) => {
    cells.set(`${notes.length},${column}`, { value: header, type: 'string', style: HEADER_STYLE })
  })
  const styles = sheet.columns.map((column) => ({ plain: textStyle(), typed: columnStyle(column) }))
  for (const values of sheet.rows) {
    const row = rows.length
    const written = sheet.columns.map((column, index) => cellValue(values[index] ?? null, column))
    written.forEach((value, column) => {
      const look = typeof value === 'string' ? styles[column]?.plain : styles[column]?.typed
      const style = look ?? textStyle()
      if (typeof value === 'string') cells.set(`${row},${column}`, { value, type: 'string', style })
      else cells.set(`${row},${column}`, { value, style })
    })
    rows.push(written)
  }
  return {
    name,
    rows,
    cells,
    columns: sheet.columns.map(({ width }) => ({ width })),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function cellValue(value: BookValue, { kind }: BookColumn): string | number | null {
  if (value === null) return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new AppError('E-ARG')
    return kind === 'text' ? String(value) : value
  }
  const text = xmlText(value)
  if (text.length > CELL_CHARACTERS) throw new AppError('E-ARG')
  return (kind === 'date' ? dateSerial(text) : null) ?? text
}

/** The day number of `YYYY-MM-DD` from 1 March 1900 on, or null for anything else. */
function dateSerial(text: string): number | null {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  const serial = moment / MILLISECONDS_PER_DAY + DAYS_TO_1970
  return serial > 60 ? serial : null
}

function textStyle(): CellStyle {
  return { numFmt: '@', alignment: { vertical: 'top', wrapText: true }, border: FRAME }
}

function columnStyle({ kind, decimals }: BookColumn): CellStyle {
  const numFmt = numberFormat(kind, decimals)
  return { numFmt, alignment: { vertical: 'top' }, border: FRAME }
}

function numberFormat(kind: BookColumn['kind'], decimals: number | undefined): string {
  switch (kind) {
    case 'text':
      return '@'
    case 'integer':
      return '#,##0'
    case 'number':
      return `#,##0${fraction(decimals ?? 2)}`
    case 'percent':
      return `0${fraction(decimals ?? 1)}%`
    case 'date':
      return 'dd/mm/yyyy'
  }
}

function fraction(decimals: number): string {
  return decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
}

/** Names a spreadsheet accepts: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean = xmlText(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31)
    const base = clean === '' ? `Sheet${index + 1}` : clean
    let unique = base
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${base.slice(0, 31 - 4)} (${copy})`
    taken.add(unique.toLowerCase())
    return unique
  })
}
