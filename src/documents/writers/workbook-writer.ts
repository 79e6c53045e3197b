import type { WorkbookWriter } from '#application/ports/document-writer.ts'
import { writeCsv } from './csv-writer.ts'

/** Tables as XLSX and CSV. The library that writes XLSX is loaded when the first one is written. */
export const workbookWriter: WorkbookWriter = {
  toXlsx: async (book) => (await import('./xlsx-writer.ts')).writeWorkbook(book),
  toCsv: writeCsv,
}
