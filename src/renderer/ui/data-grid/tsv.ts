/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows, and a cell
 * that itself holds a tab, line break or quote is quoted with doubled quotes.
 */
export function formatTsv(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quote).join('\t')).join('\r\n')
}

function quote(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Reads what `formatTsv`, Excel and LibreOffice write. One line break at the very end is the end, not an empty row. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  if (text === '') return []
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = readCell(text, at)
    row.push(cell.text)
    at = cell.end
    const mark = text[at]
    if (mark === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    if (mark === undefined) break
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at === text.length) break
  }
  return rows
}

function readCell(text: string, from: number): { readonly text: string; readonly end: number } {
  const quoted = text[from] === '"' ? readQuoted(text, from) : null
  if (quoted !== null) return quoted
  const rest = /[\t\r\n]/g
  rest.lastIndex = from
  const end = rest.exec(text)?.index ?? text.length
  return { text: text.slice(from, end), end }
}

/** A quoted cell, or null when the quote is only the first letter of an ordinary text. */
function readQuoted(text: string, from: number): { readonly text: string; readonly end: number } | null {
  let at = from + 1
  let inside = ''
  while (at < text.length) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    inside += text.slice(at, close)
    if (text[close + 1] === '"') {
      inside += '"'
      at = close + 2
      continue
    }
    const end = close + 1
    return end === text.length || /[\t\r\n]/.test(text[end] ?? '') ? { text: inside, end } : null
  }
  return null
}
