import { shell } from '#renderer/ipc/client.ts'

/** Hands bytes made in the page to the system's "save as". Resolves to null when the user changed his mind. */
const save = (
  title: string,
  defaultName: string,
  extension: 'png' | 'csv',
  bytes: Uint8Array,
): Promise<string | null> => shell().saveBytes({ title, defaultName, extension, bytes })

export const saveTable = (title: string, csv: string, fileName: string): Promise<string | null> =>
  save(title, fileName, 'csv', new TextEncoder().encode(csv))

export async function savePicture(title: string, canvas: HTMLCanvasElement, fileName: string): Promise<string | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob === null ? null : save(title, fileName, 'png', new Uint8Array(await blob.arrayBuffer()))
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
