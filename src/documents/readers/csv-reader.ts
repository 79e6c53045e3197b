import Papa from 'papaparse'
import type { TableReaderOptions, Workbook, WorkbookNote } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import type { TableCell } from '#domain/import/table-cell.ts'
import { decodeCsvText, evenLineEnds } from './csv-text.ts'
import { importLimits, limitExceeded } from './limits.ts'

/** In the order in which a tie is decided. */
const DELIMITERS = ['\t', ';', '|', ',']
const SAMPLE_ROWS = 50
const EMPTY: TableCell = { kind: 'empty' }

interface CsvRows {
  readonly rows: TableCell[][]
  readonly notes: WorkbookNote[]
}

/** Reads a CSV file of unknown delimiter and encoding. Every row is kept, also empty and uneven ones. */
export function readCsv(file: string, bytes: Uint8Array, options: TableReaderOptions): Workbook {
  if (bytes.byteLength > importLimits.fileBytes) throw limitExceeded('file-size')
  const { delimiter: wanted } = options
  if (wanted !== undefined && !DELIMITERS.includes(wanted)) throw new AppError('E-ARG')
  const decoded = decodeCsvText(bytes, options.encoding)
  if (decoded.text.includes('\0') || /^\s*<(!doctype|html|table|\?xml)/i.test(decoded.text.slice(0, 200))) {
    throw new AppError('E-IMPORT-FORMAT', { file })
  }
  const { text, newline } = evenLineEnds(decoded.text)
  const declared = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text.slice(0, 10))
  const body = declared === null ? text : text.slice(declared[0].length)
  const declaredDelimiter = DELIMITERS.find((known) => known === declared?.[1])
  const delimiter = wanted ?? declaredDelimiter ?? detectDelimiter(body, newline)

  const { rows, notes } = readRows(body, delimiter, newline)
  if (decoded.unreadable > 0) notes.push({ code: 'unreadable-characters', count: decoded.unreadable })
  const firstRow = declared === null ? 0 : 1
  return {
    format: 'csv',
    sheets: [{ name: 'CSV', hidden: false, rows, formulaCells: [], merged: [], firstRow }],
    notes,
    csv: { delimiter, encoding: decoded.encoding },
  }
}

/**
 * The delimiter that gives most rows the same number of cells, more cells counting more: the decimal commas of a
 * semicolon file also split its rows, but into fewer cells and not the header.
 */
function detectDelimiter(text: string, newline: '\r\n' | '\n' | '\r'): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: SAMPLE_ROWS, skipEmptyLines: 'greedy' })
    const widths = new Map<number, number>()
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    for (const [width, rows] of widths) {
      const score = (rows / data.length) * Math.log2(width)
      if (score > best.score) best = { delimiter, score }
    }
  }
  return best.delimiter
}

function readRows(text: string, delimiter: string, newline: '\r\n' | '\n' | '\r'): CsvRows {
  const rows: TableCell[][] = []
  const notes: WorkbookNote[] = []
  let cells = 0
  let quoteFault: number | null = null
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors }) => {
      if (rows.length >= importLimits.rows) throw limitExceeded('rows')
      if (quoteFault === null && errors.some((error) => error.type === 'Quotes')) quoteFault = rows.length
      const row = data.length > importLimits.columns ? data.slice(0, filledLength(data)) : data
      cells += row.length
      if (row.length > importLimits.columns) throw limitExceeded('columns')
      if (cells > importLimits.cells) throw limitExceeded('cells')
      rows.push(row.map(csvCell))
    },
  })
  const last = rows.at(-1)
  if (last?.length === 1 && last[0]?.kind === 'empty') rows.pop()
  if (quoteFault !== null) notes.push({ code: 'quotes', row: quoteFault })
  const uneven = unevenRows(rows)
  if (uneven !== null) notes.push(uneven)
  return { rows, notes }
}

function csvCell(text: string): TableCell {
  if (text.length > importLimits.cellCharacters) throw limitExceeded('cell-length')
  return text === '' ? EMPTY : { kind: 'text', text }
}

function filledLength(row: readonly string[]): number {
  return row.findLastIndex((text) => text !== '') + 1
}

function unevenRows(rows: readonly (readonly TableCell[])[]): WorkbookNote | null {
  const widths = new Map<number, number>()
  const filled = rows.flatMap((row, index) => (row.every(({ kind }) => kind === 'empty') ? [] : [{ index, row }]))
  for (const { row } of filled) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const usual = [...widths].sort((first, second) => second[1] - first[1])[0]?.[0]
  const uneven = filled.filter(({ row }) => row.length !== usual)
  const first = uneven[0]
  return first === undefined ? null : { code: 'uneven-rows', count: uneven.length, row: first.index }
}
