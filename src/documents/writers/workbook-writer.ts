import type { WorkbookWriter } from '#application/ports/document-writer.ts'
import { writeCsv } from './csv-writer.ts'
import { writeWorkbook } from './xlsx-writer.ts'

export const workbookWriter: WorkbookWriter = { toXlsx: writeWorkbook, toCsv: writeCsv }
