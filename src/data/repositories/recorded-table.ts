import type { TableName, WriteTable } from '#application/ports/tables.ts'
import type { RowChange } from '#application/ports/workspace.ts'
import type { WritableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import { readTable } from './read-table.ts'
import { type Row, rowOf } from './row-mapping.ts'
import { type TableMap, tableMaps } from './table-map.ts'

/** Receives every row written by a command, in order. */
export type RecordChange = (change: RowChange) => void

/** A table whose every write is recorded with the row before and after: trail, undo and ledger rest on this alone. */
export function recordedTable<Entity extends { id: string }>(
  db: WritableDatabase,
  name: TableName,
  map: TableMap<Entity>,
  record: RecordChange,
  version: () => object | null,
): WriteTable<Entity> {
  const put = (entity: Entity) => {
    const after = rowOf(map, entity)
    const before = storedRow(db, map, entity.id)
    const change = { table: name, rowId: entity.id, before: asText(before), after: asText(after) }
    if (change.before === change.after) return
    writeRow(db, map.table, entity.id, before, after)
    record(change)
  }

  return {
    ...readTable(db, map, version),
    put,
    putAll(entities) {
      for (const entity of entities) put(entity)
    },
    insertAll(entities) {
      const columns = map.columns.map((column) => column.column)
      db.insertMany(map.table, columns, recordedRows(entities))
    },
    remove(id) {
      const before = storedRow(db, map, id)
      if (!before) throw new AppError('E-NOT-FOUND', { what: map.table })
      writeRow(db, map.table, id, before, undefined)
      record({ table: name, rowId: id, before: asText(before), after: null })
    },
  }

  function* recordedRows(entities: Iterable<Entity>) {
    for (const entity of entities) {
      const row = rowOf(map, entity)
      record({ table: name, rowId: entity.id, before: null, after: asText(row) })
      yield map.columns.map((column) => row[column.column] ?? null)
    }
  }
}

/** Writes recorded changes backwards: each row becomes what it was before. Refused when a row is no longer as recorded. */
export function writeBack(db: WritableDatabase, change: RowChange): void {
  const map = tableMaps[change.table]
  const now = storedRow(db, map, change.rowId)
  if (asText(now) !== change.after) throw new AppError('E-UNDO-CHANGED')
  const before = change.before === null ? undefined : (JSON.parse(change.before) as Row)
  writeRow(db, map.table, change.rowId, now, before)
}

/** Columns in the order of the map, so that the JSON texts of two equal rows are equal. */
function storedRow(db: WritableDatabase, map: Pick<TableMap<unknown>, 'table' | 'columns'>, id: string) {
  return db.get<Row>(sql`${selectOf(map)} WHERE id = ${id}`)
}

const selects = new Map<string, Sql>()

/** The text of each table's SELECT, made once: an import and its undo ask for tens of thousands of single rows. */
function selectOf(map: Pick<TableMap<unknown>, 'table' | 'columns'>): Sql {
  const known = selects.get(map.table)
  if (known !== undefined) return known
  const columns = map.columns.map((column) => identifier(column.column))
  const made = sql`SELECT ${sql.join(columns)} FROM ${identifier(map.table)}`
  selects.set(map.table, made)
  return made
}

const asText = (row: Row | undefined) => (row === undefined ? null : JSON.stringify(row))

function writeRow(db: WritableDatabase, table: string, id: string, before: Row | undefined, after: Row | undefined) {
  if (after === undefined) {
    expectOne(db.run(sql`DELETE FROM ${identifier(table)} WHERE id = ${id}`), table)
    return
  }
  const columns = Object.keys(after)
  if (before === undefined) {
    db.insertMany(table, columns, [columns.map((column) => after[column] ?? null)])
    return
  }
  const changed = columns.filter((column) => before[column] !== after[column])
  const assignments = changed.map((column) => sql`${identifier(column)} = ${after[column] ?? null}`)
  expectOne(db.run(sql`UPDATE ${identifier(table)} SET ${sql.join(assignments)} WHERE id = ${id}`), table)
}

function expectOne(rows: number, table: string) {
  if (rows !== 1) throw new Error(`${table}: one row expected, ${rows} changed`)
}
