import { type Cell, type CellStyle, type CellValue, type NamedRange, type WriteSheet, writeXlsx } from 'hucre'
import type { Book, BookColumn, BookSheet, BookValue } from '#application/ports/document-writer.ts'
import { documentWords } from '#documents/content/indonesian/document-words.ts'
import { AppError } from '#domain/app-error.ts'
import { xmlText } from './clean-text.ts'

const THIN = { style: 'thin', color: { rgb: '808080' } } as const
const FRAME = { top: THIN, right: THIN, bottom: THIN, left: THIN }
/** Named in every style: a style without a typeface gets whatever the office suite likes. */
const PLAIN = { name: 'Calibri', size: 11 } as const
const BOLD = { ...PLAIN, bold: true } as const
/** Widths count digits; running text in this typeface is a little narrower. */
const LETTERS_PER_DIGIT = 1.1
/** Points of one line of text in that typeface. */
const LINE_HEIGHT = 15
const HEADER_STYLE: CellStyle = {
  font: BOLD,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9ECEF' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: FRAME,
}
/** Characters that fit the width of A4 in landscape in a size that can still be read. */
const READABLE_WIDTH = 220
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
    namedRanges: book.sheets.map((sheet, index) => printTitles(sheet, names[index] ?? '')),
  })
}

function writeSheet(sheet: BookSheet, name: string): WriteSheet {
  const notes = sheet.noteLines ?? []
  const cells = new Map<string, Partial<Cell>>()
  const headers = sheet.columns.map(({ header }) => xmlText(header))
  const rows: CellValue[][] = [...notes.map((line) => [xmlText(line)]), headers]
  notes.forEach((line, row) => {
    cells.set(`${row},0`, { value: xmlText(line), type: 'string', style: { font: row === 0 ? BOLD : PLAIN } })
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
      const style = openStyle(look ?? textStyle(), sheet, column)
      if (typeof value === 'string') cells.set(`${row},${column}`, { value, type: 'string', style })
      else cells.set(`${row},${column}`, { value, style })
    })
    rows.push(written)
  }
  const rowDefs = new Map<number, { readonly height: number }>()
  rows.slice(notes.length).forEach((values, index) => {
    const lines = Math.max(
      ...values.map((value, column) =>
        linesOf(value, Math.floor((sheet.columns[column]?.width ?? 0) * LETTERS_PER_DIGIT)),
      ),
    )
    if (lines > 1) rowDefs.set(notes.length + index, { height: lines * LINE_HEIGHT })
  })
  return {
    name,
    rows,
    cells,
    rowDefs,
    columns: sheet.columns.map(({ width }) => ({ width })),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    ...formParts(sheet, notes.length + 1),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(sheet),
      fitToHeight: 0,
      margins: { top: 0.6, right: 0.4, bottom: 0.7, left: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&C&8${documentWords.page.before} &P ${documentWords.page.between} &N` },
  }
}

/** A form's cells to fill in are open and coloured; everything else stays locked when the sheet is. */
const openStyle = (style: CellStyle, { filledIn }: BookSheet, column: number): CellStyle =>
  filledIn?.columns.includes(column) === true
    ? {
        ...style,
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
        protection: { locked: false },
      }
    : style

/** What makes a sheet a form: locked without a password, and its cells take numbers within the limits only. */
function formParts({ filledIn, rows }: BookSheet, headRow: number): Partial<WriteSheet> {
  if (filledIn === undefined) return {}
  const { columns, lowest, highest } = filledIn
  return {
    protection: { sheet: true, objects: true, scenarios: true },
    dataValidations: columns.map((column) => ({
      type: 'decimal',
      operator: 'between',
      formula1: String(lowest),
      formula2: String(highest),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: documentWords.form.wrongTitle,
      errorMessage: `${documentWords.form.wrongNumber} ${lowest}–${highest}.`,
      range: `${columnLetter(column + 1)}${headRow + 1}:${columnLetter(column + 1)}${headRow + rows.length}`,
    })),
  }
}

/**
 * Lines a text takes in a column, by its words. Said in the file, because not every office suite looks for itself when it
 * opens one, and a wrapped text would then run into the row below.
 */
function linesOf(value: CellValue, width: number): number {
  if (typeof value !== 'string') return 1
  return value.split('\n').reduce((lines, line) => {
    let used = 0
    let taken = 1
    for (const { length } of line.split(' ')) {
      const next = used === 0 ? length : used + 1 + length
      if (next > width && used > 0) taken += 1
      used = next > width && used > 0 ? length : next
      taken += Math.max(0, Math.ceil(used / Math.max(1, width)) - 1)
      if (used > width) used = ((used - 1) % width) + 1
    }
    return lines + taken
  }, 0)
}

/**
 * How many sheets of paper stand side by side: a wide table in one width would be too small to read. The frozen columns
 * are printed again on each of them.
 */
function pagesAcross({ columns, frozenColumns }: BookSheet): number {
  const widthOf = (part: readonly BookColumn[]) => part.reduce((sum, { width }) => sum + width, 0)
  const again = widthOf(columns.slice(0, frozenColumns))
  if (again >= READABLE_WIDTH) return 1
  return Math.max(1, Math.ceil((widthOf(columns) - again) / (READABLE_WIDTH - again)))
}

/** The head and the frozen columns are printed again on every page. */
function printTitles({ noteLines, frozenColumns }: BookSheet, name: string): NamedRange {
  const quoted = `'${name.replaceAll("'", "''")}'`
  const row = (noteLines?.length ?? 0) + 1
  const columns = frozenColumns > 0 ? `${quoted}!$A:$${columnLetter(frozenColumns)},` : ''
  return { name: '_xlnm.Print_Titles', range: `${columns}${quoted}!$${row}:$${row}`, scope: name }
}

/** `A` to `Z`; nobody freezes more columns than that. */
function columnLetter(column: number): string {
  return String.fromCharCode(64 + Math.min(column, 26))
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
  return { font: PLAIN, numFmt: '@', alignment: { vertical: 'top', wrapText: true }, border: FRAME }
}

function columnStyle({ kind, decimals }: BookColumn): CellStyle {
  const numFmt = numberFormat(kind, decimals)
  return { font: PLAIN, numFmt, alignment: { vertical: 'top' }, border: FRAME }
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
