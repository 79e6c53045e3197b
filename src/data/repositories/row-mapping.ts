import type { Value } from '#data/store/sql.ts'
import type { Column, TableMap } from './table-map.ts'

/** A row as SQLite gives it: column name → stored value. */
export type Row = Record<string, Value>

/** The row of an entity; one that does not fit its schema is refused before it reaches the file. */
export function rowOf<Entity>(map: TableMap<Entity>, entity: Entity): Row {
  const fields = fitted(map, entity as Record<string, unknown>) as Record<string, unknown>
  const row: Row = {}
  for (const column of map.columns) row[column.column] = toStored(column, fields[column.field])
  return row
}

/** The entity in a row; a row that does not fit its schema fails loudly, for then the file is not what we wrote. */
export function entityOf<Entity>(map: TableMap<Entity>, row: Row): Entity {
  const fields: Record<string, unknown> = {}
  for (const column of map.columns) fields[column.field] = fromStored(column, row[column.column])
  return fitted(map, fields)
}

/** Some fields of an entity, each checked like those of a whole one. */
export function partOf<Entity, Field extends keyof Entity & string>(
  map: TableMap<Entity>,
  columns: readonly Column[],
  row: Row,
): Pick<Entity, Field> {
  const fields: Record<string, unknown> = {}
  for (const column of columns) {
    const value = fromStored(column, row[column.column])
    if (map.checks.get(column.field)?.(value) !== true)
      throw new TypeError(`${map.table}.${column.column} does not fit`)
    fields[column.field] = value
  }
  return fields as Pick<Entity, Field>
}

/** The fields themselves when each of them fits, else what zod says of the whole. */
function fitted<Entity>(map: TableMap<Entity>, fields: Record<string, unknown>): Entity {
  for (const [field, fits] of map.checks) if (!fits(fields[field])) return map.schema.parse(fields)
  return fields as Entity
}

export function toStored(column: Column, value: unknown): Value {
  if (value === null || value === undefined) return null
  if (column.storedAs === 'boolean') return value ? 1 : 0
  if (column.storedAs === 'json') return JSON.stringify(value)
  return typeof value === 'string' ? storableText(value) : (value as Value)
}

/**
 * The text as it will be read back: a zero byte ends a text in SQLite's interface, a byte order mark at its start is
 * dropped, and half a surrogate pair has no UTF-8. Recorded and stored text must be the same, or undo and the check of
 * the trail would take the row for altered.
 */
export function storableText(text: string): string {
  if (text.isWellFormed() && text.charCodeAt(0) !== 0xfeff && !text.includes('\0')) return text
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/^\uFEFF+/, '')
}

function fromStored(column: Column, value: Value | undefined): unknown {
  if (value === null || value === undefined) return null
  if (column.storedAs === 'boolean') return value === 1
  if (column.storedAs === 'json') return JSON.parse(String(value))
  return value
}
