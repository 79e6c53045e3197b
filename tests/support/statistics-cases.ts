import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readStatisticsTable } from '#application/statistics/statistics-table.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'

/** One reference case: a table, and what R made of it. */
export interface StatisticsCase {
  readonly name: string
  readonly table: ColumnTable
  readonly expected: Readonly<Record<string, unknown>>
}

/** Every case of a folder: a CSV and an `.expected.json` of the same name, in order of names. */
export function statisticsCases(folder: string): readonly StatisticsCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .toSorted()
    .map((file) => {
      const name = basename(file, '.expected.json')
      return {
        name,
        table: readStatisticsTable(tableReader, `${name}.csv`, readFileSync(join(folder, `${name}.csv`))),
        expected: JSON.parse(readFileSync(join(folder, file), 'utf8')),
      }
    })
}
