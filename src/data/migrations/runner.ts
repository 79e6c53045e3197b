import type { WritableDatabase } from '#data/store/database.ts'
import { integer, sql } from '#data/store/sql.ts'
import { AppError } from '#domain/app-error.ts'
import type { Migration } from './migration.ts'

/** The version a file has after every step: what this program can read and write. */
export function newestVersion(migrations: readonly Migration[]): number {
  return assertOrdered(migrations).at(-1)?.version ?? 0
}

/** The steps a file of this version still lacks. */
export function pendingMigrations(migrations: readonly Migration[], version: number): readonly Migration[] {
  return assertOrdered(migrations).filter((migration) => migration.version > version)
}

/**
 * Brings a file up to date: all pending steps and the new `user_version` in one transaction, or nothing.
 * The caller has switched foreign keys off, as SQLite asks for when tables are rebuilt; they are checked here, over the
 * whole file, before the change becomes final; what `checkBeforeCommit` throws takes it back, too.
 */
export function applyMigrations(
  db: WritableDatabase,
  migrations: readonly Migration[],
  path: string,
  checkBeforeCommit: () => void = () => undefined,
): void {
  const version = db.value<number>(sql`PRAGMA user_version`) ?? 0
  const pending = pendingMigrations(migrations, version)
  if (pending.length === 0) return
  db.transaction(() => {
    for (const migration of pending) migration.up(db)
    if (db.get(sql`PRAGMA foreign_key_check`) !== undefined) throw new AppError('E-OPEN-DAMAGED', { path })
    db.run(sql`PRAGMA user_version = ${integer(newestVersion(migrations))}`)
    checkBeforeCommit()
  })
}

function assertOrdered(migrations: readonly Migration[]): readonly Migration[] {
  migrations.forEach((migration, index) => {
    const previous = migrations[index - 1]?.version ?? 0
    if (migration.version <= previous) throw new Error(`migration ${migration.name} is out of order`)
  })
  return migrations
}
