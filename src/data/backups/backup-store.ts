import fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackupStore } from '#application/ports/backup-store.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { openConnection } from '#data/store/connection.ts'
import type { ReadableDatabase } from '#data/store/database.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { checkSchema, configure, inspectHeader, passingCacheKibibytes } from '#data/store/open-workspace.ts'
import { sql } from '#data/store/sql.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { copiesBelow } from './backup-folder.ts'

/** The copies on the disk. `open`: the database of the workspace that is open here, by its place. */
export function backupStore(
  folder: string,
  engine: SqlEngine,
  open: (place: string) => ReadableDatabase | null,
): BackupStore {
  return {
    folder,
    copies: () => copiesBelow(folder),
    placeOf: placeOfWorkspace,
    originOf(path) {
      const place = placeOfWorkspace(path)
      try {
        const db = open(place)
        return db === null ? readOrigin(engine, place) : originIn(db)
      } catch {
        // Damaged, missing, of a newer version, closed by a passphrase: its own opening says which.
        return null
      }
    },
  }
}

/** Links resolved; also of a file that is gone, as long as its folder is there. */
export function placeOfWorkspace(path: string): string {
  const full = resolve(path)
  for (const [known, rest] of [
    [full, ''],
    [dirname(full), basename(full)],
  ] as const) {
    try {
      return join(fs.realpathSync.native(known), rest)
    } catch {
      // Its folder, then; or the name as it was given.
    }
  }
  return full
}

/** The hash of the first entry tells one workspace from every other. */
export const originIn = (db: ReadableDatabase): string | null =>
  db.value<string>(sql`SELECT lower(hex(hash)) FROM journal WHERE seq = 1`) ?? null

/** An encrypted file is not looked into: without its passphrase it says nothing. */
function readOrigin(engine: SqlEngine, path: string): string | null {
  if (isEncrypted(path)) return null
  inspectHeader(path, newestVersion(migrations))
  const db = openConnection(engine, { path, readOnly: true })
  try {
    configure(db, passingCacheKibibytes)
    checkSchema(db, path, newestVersion(migrations), schemaHashes)
    return originIn(db)
  } finally {
    db.close()
  }
}
