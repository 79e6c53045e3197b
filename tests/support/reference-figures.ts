import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { numberColumn, readStatisticsTable } from '#application/statistics/statistics-table.ts'
import { tableReader } from '#documents/readers/table-reader.ts'
import type { ColumnTable } from '#domain/statistics/column-table.ts'

/** The expected figures of a case, as R wrote them. */
export interface Expected {
  readonly [key: string]: Json
}
export type Json = string | number | boolean | null | readonly Json[] | Expected

export interface FigureCase {
  readonly name: string
  readonly table: ColumnTable
  readonly expected: Expected
}

/** One figure of ours beside R's. */
export interface Comparison {
  readonly what: string
  readonly found: number | null
  readonly expected: number | null
  readonly tolerance: number
}

/** Every case of a folder (one CSV and one `.expected.json` each), in order of names. */
export function casesOf(folder: string): readonly FigureCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .toSorted()
    .map((file) => loadCase(folder, basename(file, '.expected.json')))
}

export function loadCase(folder: string, name: string): FigureCase {
  const file = `${name}.csv`
  return {
    name,
    table: readStatisticsTable(tableReader, file, readFileSync(join(folder, file))),
    expected: JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')),
  }
}

/** A part of the expected figures; empty where the case has none. */
export function part(expected: Json | undefined, key: string): Expected {
  const found = isPart(expected) ? expected[key] : undefined
  return isPart(found) ? found : {}
}

export function list(expected: Json | undefined, key: string): readonly Json[] {
  const found = isPart(expected) ? expected[key] : undefined
  return isList(found) ? found : []
}

export function figure(expected: Json | undefined, key: string): number | null {
  const found = isPart(expected) ? expected[key] : undefined
  return typeof found === 'number' ? found : null
}

export const has = (expected: Expected, key: string): boolean => expected[key] !== undefined

export const columnNames = (given: FigureCase): readonly string[] => [...given.table.columns.keys()]

/** The rows of the case as figures, null where a cell is empty. */
export function rowsOf(given: FigureCase): readonly (readonly (number | null)[])[] {
  const columns = columnNames(given).map((name) => numberColumn(given.table, name))
  return Array.from({ length: given.table.rows }, (_, row) => columns.map((column) => column[row] ?? null))
}

/** The comparisons that miss their tolerance, as sentences. Empty: all hold. */
export function misses(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.flatMap(({ what, found, expected, tolerance }) => {
    if (expected === null && found === null) return []
    const distance = found === null || expected === null ? Number.POSITIVE_INFINITY : Math.abs(found - expected)
    return distance <= tolerance ? [] : [`${what}: ${found} instead of ${expected} (± ${tolerance})`]
  })
}

export const largestDistance = (comparisons: readonly Comparison[]): number =>
  Math.max(0, ...comparisons.map(({ found, expected }) => Math.abs((found ?? 0) - (expected ?? 0))))

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)
const isPart = (json: Json | undefined): json is Expected =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
