import type { TableReader } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import { readCsv } from './csv-reader.ts'
import { importLimits, limitExceeded } from './limits.ts'
import { readXlsx } from './xlsx-reader.ts'

/** First bytes of the files a spreadsheet program also writes: zip (XLSX, ODS), and the old compound file. */
const ZIP_START = [0x50, 0x4b]
const OTHER_STARTS = [
  /** `.xls`, and XLSX with a password. */
  [0xd0, 0xcf, 0x11, 0xe0],
  /** PDF. */
  [0x25, 0x50, 0x44, 0x46],
]
const CSV_NAME = /\.(csv|tsv|txt)$/i
const XLSX_NAME = /\.xlsx$/i

/** Reads XLSX and CSV files of unknown origin. The bytes decide which of the two it is; a name alone never does. */
export const tableReader: TableReader = {
  read: (fileName, bytes, options = {}) => {
    if (bytes.byteLength > importLimits.fileBytes) throw limitExceeded('file-size')
    if (bytes.byteLength === 0) throw new AppError('E-IMPORT-DAMAGED', { file: fileName })
    if (startsWith(bytes, ZIP_START)) return readXlsx(fileName, bytes)
    if (OTHER_STARTS.some((start) => startsWith(bytes, start)))
      throw new AppError('E-IMPORT-FORMAT', { file: fileName })
    if (CSV_NAME.test(fileName)) return readCsv(fileName, bytes, options)
    throw new AppError(XLSX_NAME.test(fileName) ? 'E-IMPORT-DAMAGED' : 'E-IMPORT-FORMAT', { file: fileName })
  },
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
