import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { readStatisticsTable } from '#application/statistics/statistics-table.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import { AppError } from '#domain/app-error.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'
import { type Flags, UsageError } from './command.ts'

/** The table a `stats` command names with --data. */
export function tableOfFlags(flags: Flags): ColumnTable {
  const path = resolve(neededFlag(flags, 'data', 'FILE.csv'))
  return readStatisticsTable(tableReader, basename(path), bytesOf(path))
}

/** A flag the command cannot do without. */
export function neededFlag(flags: Flags, name: string, example: string): string {
  const value = flags[name]
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} ${example}`)
  return value
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError('E-OPEN-MISSING', { path }, error)
  }
}
