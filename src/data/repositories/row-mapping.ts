import type { Value } from '#data/store/sql.ts'
import type { Column, TableMap } from './table-map.ts'

/** A row as SQLite gives it: column name → stored value. */
export type Row = Record<string, Value>

export const rowOf = (columns: readonly Column[], entity: object): Row =>
  Object.fromEntries(columns.map((column) => [column.column, toStored(column, Reflect.get(entity, column.field))]))

/** The entity in a row; a row that does not fit its schema fails loudly, for then the file is not what we wrote. */
export function entityOf<Entity>(map: TableMap<Entity>, row: Row): Entity {
  const fields: Record<string, unknown> = {}
  for (const column of map.columns) fields[column.field] = fromStored(column, row[column.column])
  return map.schema.parse(fields)
}

export function toStored(column: Column, value: unknown): Value {
  if (value === null || value === undefined) return null
  if (column.storedAs === 'boolean') return value ? 1 : 0
  if (column.storedAs === 'json') return JSON.stringify(value)
  return value as Value
}

function fromStored(column: Column, value: Value | undefined): unknown {
  if (value === null || value === undefined) return null
  if (column.storedAs === 'boolean') return value === 1
  if (column.storedAs === 'json') return JSON.parse(String(value))
  return value
}
