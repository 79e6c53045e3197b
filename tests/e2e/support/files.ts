import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tableReader } from '#documents/readers/table-reader.ts'
import { openGuardedZip } from '#documents/readers/zip-guard.ts'
import { cellText } from '#domain/import/table-cell.ts'

/** Whether a program of the system can be called; some of these tests use what a laptop may not have. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** The running text of a PDF as `pdftotext` reads it, in one line. */
export function pdfText(path: string): string {
  const { stdout, status } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`pdftotext could not read ${path}`)
  return stdout.replaceAll(/\s+/g, ' ')
}

/** Every cell of a workbook as shown, row by row, read by Timbang's own reader. */
export function workbookRows(path: string): readonly (readonly string[])[] {
  const book = tableReader.read(path, readFileSync(path))
  return book.sheets.flatMap((sheet) => sheet.rows.map((row) => row.map((cell) => cellText(cell))))
}

/** What SQLite itself says of a workspace file. */
export function integrityOf(path: string): string {
  const { stdout } = spawnSync('sqlite3', [path, 'PRAGMA integrity_check'], { encoding: 'utf8' })
  return stdout.trim()
}

/** The running text of a DOCX, unpacked by Timbang's own guarded reader. */
export function docxText(path: string): string {
  const { parts } = openGuardedZip(readFileSync(path), path, (name) => name === 'word/document.xml')
  const xml = new TextDecoder().decode(parts.get('word/document.xml'))
  return xml
    .replaceAll(/<w:(tab|br)[^>]*>|<\/w:p>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
