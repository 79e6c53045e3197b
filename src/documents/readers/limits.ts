import type { ImportLimit } from '#application/ports/table-reader.ts'
import { AppError } from '#domain/app-error.ts'

const MEGABYTE = 1024 * 1024

/**
 * What a table file may contain. The figures leave room for any staff list of an agency (10,000 people × 20 columns is
 * 1 to 5 MB) and keep the worst file from taking the reader's memory or time.
 */
export const importLimits = {
  fileBytes: 25 * MEGABYTE,
  entries: 200,
  entryBytes: 100 * MEGABYTE,
  totalBytes: 300 * MEGABYTE,
  /** Inflated to deflated size; looked at only above `ratioFloorBytes`, where it can do harm. */
  ratio: 200,
  ratioFloorBytes: MEGABYTE,
  rows: 200_000,
  columns: 300,
  /** Filled cells of one file: rows × columns alone would still be 60 million. */
  cells: 5_000_000,
  cellCharacters: 32_767,
  xmlDepth: 64,
} as const

export function limitExceeded(limit: ImportLimit): AppError {
  return new AppError('E-IMPORT-LIMIT', { limit })
}
