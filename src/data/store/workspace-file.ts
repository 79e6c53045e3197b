import fs from 'node:fs'
import type { Migration } from '#data/migrations/migration.ts'
import { newestVersion, pendingMigrations } from '#data/migrations/runner.ts'
import { AppError } from '#domain/app-error.ts'
import { bringUpToDate, migrateWithoutForeignKeys } from './bring-up-to-date.ts'
import { type Connection, type News, openConnection } from './connection.ts'
import type { WritableDatabase } from './database.ts'
import { onDisk, placeNew, removeWithJournal, temporaryBeside } from './durable-file.ts'
import { type FileLock, isLocked, lockFile } from './file-lock.ts'
import { type HostFileSystem, nodeFileSystem } from './host-file-system.ts'
import type { OpenOptions } from './open-options.ts'
import {
  applicationId,
  checkPages,
  checkSchema,
  configure,
  configureJournal,
  findDefects,
  hasHotJournal,
  inspectHeader,
  passingCacheKibibytes,
  removeEmptyJournal,
} from './open-workspace.ts'
import { resolveExisting } from './real-path.ts'
import { integer, sql } from './sql.ts'
import type { SqlEngine } from './sql-engine.ts'
import { openingError } from './sql-errors.ts'
import { copyTo } from './workspace-copy.ts'

/** A workspace file held open by this process. */
export interface OpenWorkspace {
  /** The real path (links resolved). */
  readonly path: string
  readonly db: WritableDatabase
  /** What stands between SQLite and the disk for this file. */
  readonly fileSystem: HostFileSystem
  /** True when asked for, or when the medium or the file's rights allow no writing. */
  readonly readOnly: boolean
  /** False when the caller took it on himself to check the pages (`checkWorkspacePages`) before anything is written. */
  readonly pagesChecked: boolean
  /** False once another program has changed the file, or put one of its own in its place: nothing is written then. */
  isOurs(): boolean
  /** For a reader: what the writer did since this was last asked. */
  news(): News
  /**
   * Writes a complete, checked copy. Refuses an existing target unless told to overwrite, and this file itself always.
   * `fileSystem` is the copy's own layer: another key, or `nodeFileSystem` for a plain copy of an encrypted workspace.
   */
  saveCopy(target: string, options?: CopyOptions): void
  /** Every defect SQLite finds in the whole file; empty when it is sound. */
  checkIntegrity(): readonly string[]
  /** `whileLocked` runs when the file is closed and nobody else may open it yet. */
  close(whileLocked?: () => void): void
}

export interface CopyOptions {
  readonly overwrite?: boolean
  readonly fileSystem?: HostFileSystem
}

/**
 * Makes a new workspace file and opens it. The file appears under its name when it is complete, or not at all.
 * Refuses an existing path (E-OPEN-EXISTS): an existing file is never emptied.
 */
export function createWorkspaceFile(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  options: OpenOptions = {},
): OpenWorkspace {
  if (fs.existsSync(path)) throw new AppError('E-OPEN-EXISTS', { path })
  onDisk(path, () => {
    const unfinished = temporaryBeside(path)
    try {
      fs.closeSync(fs.openSync(unfinished, 'wx', 0o600))
      fill(engine, unfinished, migrations, options)
      placeNew(unfinished, path)
    } finally {
      removeWithJournal(unfinished)
    }
  })
  return openWorkspaceFile(engine, path, migrations, options)
}

/**
 * Makes a workspace file that takes several steps to fill: `make` does it under another name beside, and only the
 * finished file gets its own. Refuses an existing path (E-OPEN-EXISTS); a failure or a crash leaves nothing under it.
 */
export async function createWhole(path: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  if (fs.existsSync(path)) throw new AppError('E-OPEN-EXISTS', { path })
  const unfinished = temporaryBeside(path)
  try {
    await make(unfinished)
    onDisk(path, () => placeNew(unfinished, path))
  } finally {
    removeWithJournal(unfinished)
  }
}

/**
 * Opens a workspace file after every check of the durability guide (section 7), in its order. A refused file stays as it
 * is, byte for byte. An older file is first copied aside, then brought up to date.
 */
export function openWorkspaceFile(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  options: OpenOptions = {},
): OpenWorkspace {
  const realPath = resolveExisting(path)
  const lock = options.readOnly === true ? undefined : lockFile(realPath)
  try {
    return openLocked(engine, realPath, migrations, options, lock)
  } catch (error) {
    lock?.release()
    throw openingError(error, realPath, engine.takeFault())
  }
}

function openLocked(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  options: OpenOptions,
  lock: FileLock | undefined,
): OpenWorkspace {
  const newest = newestVersion(migrations)
  inspectBeside(path, newest, lock, options.fileSystem)
  if (lock === undefined && hasHotJournal(path, options.fileSystem)) recoverFirst(engine, path, options)
  const db = openConnection(engine, { ...options, path, readOnly: options.readOnly === true })
  try {
    configure(db)
    checkSchema(db, path, newest, options.schemaHashes ?? {})
    const pagesChecked = !mayCheckLater(db, path, migrations, options)
    if (pagesChecked) checkPages(db, path)
    configureJournal(db)
    bringUpToDate(engine, db, path, migrations, options)
    db.startWatching()
    return openWorkspace(engine, db, path, migrations, options, { lock, pagesChecked })
  } catch (error) {
    db.close()
    throw error
  }
}

/** Not before a migration: that writes. */
function mayCheckLater(db: Connection, path: string, migrations: readonly Migration[], options: OpenOptions): boolean {
  if (options.checkPagesLaterFrom === undefined) return false
  const version = db.value<number>(sql`PRAGMA user_version`) ?? 0
  return pendingMigrations(migrations, version).length === 0 && fs.statSync(path).size >= options.checkPagesLaterFrom
}

/**
 * The part of the checks on opening that reads the whole file, on a handle of its own and for reading only: for another
 * thread, while the file is already being read here. Refuses with E-OPEN-DAMAGED.
 */
export function checkWorkspacePages(engine: SqlEngine, path: string, fileSystem = nodeFileSystem): void {
  const db = openConnection(engine, { path, readOnly: true, fileSystem })
  try {
    configure(db, passingCacheKibibytes)
    checkPages(db, path)
  } catch (error) {
    throw openingError(error, path, engine.takeFault())
  } finally {
    db.close()
  }
}

/** Every defect of the file, on a handle of its own and for reading only: for another thread, as `checkWorkspacePages`. */
export function findWorkspaceDefects(engine: SqlEngine, path: string, fileSystem = nodeFileSystem): readonly string[] {
  const db = openConnection(engine, { path, readOnly: true, fileSystem })
  try {
    // Indexes are compared with their tables in no order of the file: here the pages are kept.
    configure(db)
    return findDefects(db)
  } catch (error) {
    throw openingError(error, path, engine.takeFault())
  } finally {
    db.close()
  }
}

function openWorkspace(
  engine: SqlEngine,
  db: Connection,
  path: string,
  migrations: readonly Migration[],
  options: OpenOptions,
  { lock, pagesChecked }: { readonly lock: FileLock | undefined; readonly pagesChecked: boolean },
): OpenWorkspace {
  let open = true
  return {
    path,
    db,
    fileSystem: options.fileSystem ?? nodeFileSystem,
    readOnly: !db.writable,
    pagesChecked,
    isOurs: () => db.isOurs(),
    news: () => db.news(),
    saveCopy: (target, { overwrite = false, fileSystem = options.fileSystem ?? nodeFileSystem } = {}) =>
      copyTo(engine, db, { source: path, target, overwrite }, migrations, { ...options, fileSystem }),
    checkIntegrity: () => findDefects(db),
    close(whileLocked) {
      if (!open) return
      open = false
      try {
        if (lock !== undefined) removeEmptyJournal(db)
        db.close()
        whileLocked?.()
      } finally {
        lock?.release()
      }
    },
  }
}

/** The header is read without SQLite's locks: beside a writer it can be of two commits at once, but not time after time. */
function inspectBeside(path: string, newest: number, lock: FileLock | undefined, layer?: HostFileSystem): void {
  for (let tries = lock === undefined ? 5 : 1; ; tries -= 1) {
    try {
      inspectHeader(path, newest, layer)
      return
    } catch (error) {
      if (tries === 1 || !(error instanceof AppError) || error.code !== 'E-OPEN-DAMAGED') throw error
    }
  }
}

/**
 * Only a writer may finish what a crash left half done; afterwards there is nothing left to roll back. A journal whose
 * writer is at work is none of ours.
 */
function recoverFirst(engine: SqlEngine, path: string, options: OpenOptions): void {
  if (isLocked(path)) return
  const lock = lockFile(path)
  try {
    const db = openConnection(engine, { ...options, path, readOnly: false })
    try {
      db.value(sql`PRAGMA user_version`)
      if (!db.writable) throw new AppError('E-SAVE-RO')
    } finally {
      db.close()
    }
  } finally {
    lock.release()
  }
}

function fill(engine: SqlEngine, path: string, migrations: readonly Migration[], options: OpenOptions): void {
  const db = openConnection(engine, { ...options, path, readOnly: false })
  try {
    configure(db)
    configureJournal(db)
    db.transaction(() => db.run(sql`PRAGMA application_id = ${integer(applicationId)}`))
    migrateWithoutForeignKeys(db, migrations, path)
  } finally {
    db.close()
  }
}
