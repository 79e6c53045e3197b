/** Hands a file made in the page to the user's "save as". */
function save(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}

export function saveText(text: string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  save(url, fileName)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function savePng(canvas: HTMLCanvasElement, fileName: string): void {
  canvas.toBlob((blob) => {
    if (blob === null) return
    const url = URL.createObjectURL(blob)
    save(url, fileName)
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }, 'image/png')
}

/**
 * Rows as CSV for the spreadsheet of the language: semicolons and a byte order mark for Indonesian, commas for English.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are left alone.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[], locale: 'id' | 'en'): string {
  const separator = locale === 'id' ? ';' : ','
  const cell = (value: string | number | null): string => {
    if (value === null) return ''
    if (typeof value === 'number') return locale === 'id' ? String(value).replace('.', ',') : String(value)
    const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[";,\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`
}
