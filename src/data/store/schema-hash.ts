import { createHash } from 'node:crypto'
import type { ReadableDatabase } from './database.ts'
import { sql } from './sql.ts'

/**
 * SHA-256 (hex) over every table, index, view and trigger of the file, as SQLite keeps their text. It freezes released
 * schemas and finds a file in which somebody added a trigger or dropped a rule: SQLite's own checks call such a file sound.
 */
export function schemaHash(db: ReadableDatabase): string {
  // Statistics tables come and go with ANALYZE and hold no rule.
  const rows = db.all<{ type: string; name: string; tbl_name: string; sql: string | null }>(
    sql`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
  )
  const lines = rows.map((row) => JSON.stringify([row.type, row.name, row.tbl_name, row.sql]))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
