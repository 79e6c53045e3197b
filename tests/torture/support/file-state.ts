import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { openConnection } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { openEncryptedWorkspace } from '#data/store/encryption/encryption.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { findDefects } from '#data/store/open-workspace.ts'
import { identifier, sql } from '#data/store/sql.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { wasmPath } from './wasm-path.ts'

let loading: Promise<SqlEngine> | undefined

export function sqlEngine(): Promise<SqlEngine> {
  loading ??= loadSqlEngine(fs.readFileSync(wasmPath))
  return loading
}

/** The code of the refusal, or the error's own words. */
export function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : String(error)
}

/**
 * Opens as the product does, with every check; gives the refusal's code, or what `look` makes of the open file.
 * @param key of an encrypted workspace
 */
export async function opened(
  path: string,
  look: (db: ReadableDatabase) => string | Promise<string>,
  key: WorkspaceKey | null = null,
): Promise<string> {
  const engine = await sqlEngine()
  try {
    const file =
      key === null
        ? openWorkspaceFile(engine, path, migrations, { schemaHashes })
        : openEncryptedWorkspace(engine, path, migrations, key, { schemaHashes })
    try {
      return await look(file.db)
    } finally {
      file.close()
    }
  } catch (error) {
    return codeOf(error)
  }
}

/** Every row of every table as one hash, or why the file cannot be read; 'absent' when there is no file. */
export async function contentOf(path: string): Promise<string> {
  if (!fs.existsSync(path)) return 'absent'
  try {
    const db = openConnection(await sqlEngine(), { path, readOnly: false })
    try {
      const defects = findDefects(db)
      return defects.length > 0 ? `damaged: ${defects.slice(0, 3).join('; ')}` : digestOf(db)
    } finally {
      db.close()
    }
  } catch (error) {
    return codeOf(error)
  }
}

function digestOf(db: ReadableDatabase): string {
  const hash = createHash('sha256')
  for (const name of tablesOf(db)) hash.update(name).update(JSON.stringify(rowsOf(db, name)))
  return hash.digest('hex').slice(0, 16)
}

export function tablesOf(db: ReadableDatabase): readonly string[] {
  const query = sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
  return db.all<{ name: string }>(query).map((row) => row.name)
}

export type PlainRow = Readonly<Record<string, unknown>>

/** The rows of one table in the order of their key, blobs as hex. */
export function rowsOf(db: ReadableDatabase, table: string): readonly PlainRow[] {
  return db
    .all<Record<string, unknown>>(sql`SELECT * FROM ${identifier(table)} ORDER BY 1, 2`)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ]),
      ),
    )
}

/** Entries without gaps, at least those acknowledged, each with all its changed rows, and the last round of names whole. */
export function journalVerdict(db: ReadableDatabase, acknowledged: number): string {
  const count = db.value<number>(sql`SELECT count(*) FROM journal`) ?? 0
  const last = db.value<number>(sql`SELECT coalesce(max(seq), 0) FROM journal`) ?? 0
  if (count !== last) return `${count} journal entries, the last is number ${last}`
  if (last < acknowledged) return `entry ${acknowledged} was acknowledged, the last is ${last}`
  const halfEntries = db.value<number>(sql`SELECT count(*) FROM journal AS j WHERE j.change_count <>
    (SELECT count(*) FROM journal_change AS c WHERE c.seq = j.seq)`)
  if (halfEntries !== 0) return `${halfEntries} journal entries lack changed rows`
  const rounds = db.value<number>(sql`SELECT count(DISTINCT substr(name, 1, instr(name, ' '))) FROM unit
    WHERE name LIKE '% Bidang %'`)
  return rounds === 1 ? 'sound' : `the units carry ${rounds} rounds of names`
}

/** The whole verdict on a workspace file by the product itself. */
export async function workspaceVerdict(path: string, acknowledged: number): Promise<string> {
  return opened(path, (db) => {
    const defects = findDefects(db)
    return defects.length > 0 ? `damaged: ${defects.slice(0, 3).join('; ')}` : journalVerdict(db, acknowledged)
  })
}
