import { createHash } from 'node:crypto'
import type { ReadableDatabase } from './database.ts'
import { sql } from './sql.ts'

/**
 * SHA-256 (hex) over every table, index, view and trigger of the file, as SQLite keeps their text. It freezes released
 * schemas and finds a file in which somebody added a trigger or dropped a rule: SQLite's own checks call such a file sound.
 */
export function schemaHash(db: ReadableDatabase): string {
  // The tables of ANALYZE come and go and hold no rule. By their exact names: a pattern would hide a trigger called so.
  const rows = db.all<{ type: string; name: string; tbl_name: string; sql: string | null }>(
    sql`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY type, name`,
  )
  const lines = rows.map((row) => JSON.stringify([row.type, row.name, row.tbl_name, row.sql]))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
