import type { ReadTable } from '#application/ports/tables.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { identifier, type Sql, sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import { entityOf, type Row, toStored } from './row-mapping.ts'
import type { TableMap } from './table-map.ts'

/** SQLite binds at most 32,766 values; lists of ids go in portions. */
const portion = 5_000

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
    whereIn(field, values) {
      const column = columnOf(map, field)
      const found: Entity[] = []
      for (let start = 0; start < values.length; start += portion) {
        const some = sql.join(values.slice(start, start + portion))
        found.push(...rows(sql`${from} WHERE ${identifier(column.column)} IN (${some}) ORDER BY rowid`))
      }
      return found
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
