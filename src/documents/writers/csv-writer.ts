import Papa from 'papaparse'
import type { BookSheet } from '#application/ports/document-writer.ts'

/**
 * A line a spreadsheet may take for a formula when it opens a CSV file: `= + - @` or their full-width forms, also behind
 * spaces (the non-breaking one too) and tabs. Every line counts: careless programs split quoted text at line ends.
 */
const FORMULA_LINE = /(^|[\r\n])(?=[ \u00a0\t]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g
const CONTROL_START = /^[ \u00a0]*[\t\r\n]/
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)?%?$/
const BYTE_ORDER_MARK = '\ufeff'

/**
 * One sheet as CSV: UTF-8 with a byte order mark, CRLF, commas, every value as plain text (numbers with a point). A text
 * that could run as a formula gets an apostrophe in front.
 */
export function writeCsv(sheet: BookSheet): Uint8Array {
  const notes = (sheet.noteLines ?? []).map((line) => [guardText(line)])
  const headers = sheet.columns.map(({ header }) => guardText(header))
  const rows = sheet.rows.map((values) => {
    return sheet.columns.map((_, column) => {
      const value = values[column] ?? null
      return typeof value === 'string' ? guardText(value) : (value ?? '')
    })
  })
  const text = Papa.unparse([...notes, headers, ...rows], { newline: '\r\n', delimiter: ',' })
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`)
}

function guardText(text: string): string {
  if (NEGATIVE_NUMBER.test(text)) return text
  const guarded = text.replace(FORMULA_LINE, "$1'")
  return CONTROL_START.test(guarded) ? `'${guarded}` : guarded
}
