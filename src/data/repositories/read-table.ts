import type { ReadTable } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import { entityOf, partOf, type Row, toStored } from './row-mapping.ts'
import type { TableMap } from './table-map.ts'

/** Reading of one table through its map. */
export function readTable<Entity extends { id: string }>(
  db: ReadableDatabase,
  map: TableMap<Entity>,
  version: () => object | null,
): ReadTable<Entity> {
  const from = sql`SELECT * FROM ${identifier(map.table)}`
  const rows = (query: Sql) => db.all<Row>(query).map((row) => entityOf(map, row))

  // One bound list, so that the statement is prepared once whatever its length.
  const listed = (field: string, values: readonly string[], match: Partial<Entity> = {}) => {
    const list = sql`${identifier(columnOf(map, field).column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
    return sql` WHERE ${sql.join([list, ...equalities(map, match)], ' AND ')} ORDER BY rowid`
  }

  const get = (id: string) => {
    const row = db.get<Row>(sql`${from} WHERE id = ${id}`)
    return row && entityOf(map, row)
  }

  return {
    get,
    require(id) {
      const found = get(id)
      if (!found) throw new AppError('E-NOT-FOUND', { what: map.table })
      return found
    },
    where: (match) => rows(sql`${from}${condition(map, match)} ORDER BY rowid`),
    whereIn: (field, values, match) => (values.length === 0 ? [] : rows(sql`${from}${listed(field, values, match)}`)),
    pickIn(field, values, fields) {
      if (values.length === 0) return []
      const columns = fields.map((name) => columnOf(map, name))
      const names = sql.join(columns.map((column) => identifier(column.column)))
      const query = sql`SELECT ${names} FROM ${identifier(map.table)}${listed(field, values)}`
      return db.all<Row>(query).map((row) => partOf(map, columns, row))
    },
    all: () => rows(sql`${from} ORDER BY rowid`),
    version,
    count: (match = {}) =>
      Number(db.value<number>(sql`SELECT count(*) FROM ${identifier(map.table)}${condition(map, match)}`) ?? 0),
  }
}

function condition<Entity>(map: TableMap<Entity>, match: Partial<Entity>): Sql {
  const parts = equalities(map, match)
  return parts.length === 0 ? sql`` : sql` WHERE ${sql.join(parts, ' AND ')}`
}

function equalities<Entity>(map: TableMap<Entity>, match: Partial<Entity>): readonly Sql[] {
  return Object.entries(match)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => {
      const column = columnOf(map, field)
      return sql`${identifier(column.column)} IS ${toStored(column, value)}`
    })
}

function columnOf<Entity>(map: TableMap<Entity>, field: string) {
  const column = map.columns.find((candidate) => candidate.field === field)
  if (!column) throw new TypeError(`${map.table} has no field ${field}`)
  return column
}
