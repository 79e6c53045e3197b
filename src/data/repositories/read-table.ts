import type { ReadTable } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import { entityOf, type Row, toStored } from './row-mapping.ts'
import type { TableMap } from './table-map.ts'

/** Reading of one table through its map. */
export function readTable<Entity extends { id: string }>(
  db: ReadableDatabase,
  map: TableMap<Entity>,
): ReadTable<Entity> {
  const from = sql`SELECT * FROM ${identifier(map.table)}`
  const rows = (query: Sql) => db.all<Row>(query).map((row) => entityOf(map, row))

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
    // One bound list, so that the statement is prepared once whatever its length.
    whereIn(field, values) {
      if (values.length === 0) return []
      const column = identifier(columnOf(map, field).column)
      return rows(
        sql`${from} WHERE ${column} IN (SELECT value FROM json_each(${JSON.stringify(values)})) ORDER BY rowid`,
      )
    },
    all: () => rows(sql`${from} ORDER BY rowid`),
    count: (match = {}) =>
      Number(db.value<number>(sql`SELECT count(*) FROM ${identifier(map.table)}${condition(map, match)}`) ?? 0),
  }
}

function condition<Entity>(map: TableMap<Entity>, match: Partial<Entity>): Sql {
  const parts = Object.entries(match)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => {
      const column = columnOf(map, field)
      return sql`${identifier(column.column)} IS ${toStored(column, value)}`
    })
  return parts.length === 0 ? sql`` : sql` WHERE ${sql.join(parts, ' AND ')}`
}

function columnOf<Entity>(map: TableMap<Entity>, field: string) {
  const column = map.columns.find((candidate) => candidate.field === field)
  if (!column) throw new TypeError(`${map.table} has no field ${field}`)
  return column
}
