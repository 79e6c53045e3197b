import fs from 'node:fs'
import type { Migration } from '#data/migrations/migration.ts'
import { applyMigrations, newestVersion, pendingMigrations } from '#data/migrations/runner.ts'
import { AppError } from '#domain/app-error.ts'
import type { Connection } from './connection.ts'
import { nodeFileSystem } from './host-file-system.ts'
import type { OpenOptions } from './open-options.ts'
import { checkPages, checkSchema, removeEmptyJournal } from './open-workspace.ts'
import { sql } from './sql.ts'
import type { SqlEngine } from './sql-engine.ts'
import { storeError } from './sql-errors.ts'
import { copyTo } from './workspace-copy.ts'

/** An older file is kept aside, brought to the newest schema in one transaction, and checked before that is committed. */
export function bringUpToDate(
  engine: SqlEngine,
  db: Connection,
  path: string,
  migrations: readonly Migration[],
  options: OpenOptions,
): void {
  const version = db.value<number>(sql`PRAGMA user_version`) ?? 0
  if (pendingMigrations(migrations, version).length === 0) return
  if (!db.writable) throw new AppError('E-SAVE-RO')
  const keep = options.keepOlder ?? (({ write }) => write(freeName(path, newestVersion(migrations))))
  keep({
    path,
    engine,
    db,
    fileSystem: options.fileSystem ?? nodeFileSystem,
    write: (target) => copyTo(engine, db, { source: path, target, overwrite: false }, migrations, options),
  })
  try {
    migrateWithoutForeignKeys(db, migrations, path, () => {
      // A migration that leaves another schema than the released one has gone wrong in a way nobody foresaw.
      checkSchema(db, path, newestVersion(migrations), options.schemaHashes ?? {})
      checkPages(db, path)
    })
  } catch (error) {
    removeEmptyJournal(db)
    // The disk has its own words; whatever else stops a migration, the file is as it was.
    const refusal = storeError(error, path)
    if (refusal instanceof AppError && refusal.code.startsWith('E-SAVE')) throw refusal
    throw new AppError('E-OPEN-MIGRATION', { path }, error)
  }
}

/** Migrations make tables anew, which foreign keys would not allow half way. */
export function migrateWithoutForeignKeys(
  db: Connection,
  migrations: readonly Migration[],
  path: string,
  checkBeforeCommit: () => void = () => undefined,
): void {
  db.pragma('foreign_keys = OFF')
  try {
    applyMigrations(db, migrations, path, checkBeforeCommit)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function freeName(path: string, version: number): string {
  const stem = path.replace(/\.timbang$/i, '')
  for (let number = 1; ; number += 1) {
    const name = `${stem}.before-v${version}${number === 1 ? '' : `-${number}`}.timbang`
    if (!fs.existsSync(name)) return name
  }
}
