import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Migration } from '#data/migrations/migration.ts'
import { applyMigrations, newestVersion, pendingMigrations } from '#data/migrations/runner.ts'
import { AppError } from '#domain/app-error.ts'
import { type Connection, type News, openConnection } from './connection.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'
import { placeNew, placeOver } from './durable-file.ts'
import { type FileLock, isLocked, lockFile } from './file-lock.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from './host-file-system.ts'
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
} from './open-workspace.ts'
import { integer, sql } from './sql.ts'
import type { SqlEngine } from './sql-engine.ts'
import { openingError, storeError } from './sql-errors.ts'

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

export interface OpenOptions {
  readonly readOnly?: boolean
  /** Known schema hash by `user_version`; a version that is not listed is not compared. */
  readonly schemaHashes?: Readonly<Record<number, string>>
  /** Stands between SQLite and the disk; `node:fs` when absent. */
  readonly fileSystem?: HostFileSystem
  /** From this size on (bytes) the caller checks the pages himself, beside his other work. Absent: never. */
  readonly checkPagesLaterFrom?: number
  /** Keeps a copy of an older file before it is brought up to date; what it throws refuses the opening. Absent: beside the file. */
  readonly keepOlder?: (file: OlderFile) => void
}

/** A file of an earlier version, checked and about to be brought up to date. */
export interface OlderFile {
  readonly path: string
  readonly engine: SqlEngine
  readonly db: ReadableDatabase
  readonly fileSystem: HostFileSystem
  /** Makes a whole, checked copy in the place named. */
  write(target: string): void
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

function bringUpToDate(
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

function migrateWithoutForeignKeys(
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

interface CopyJob {
  readonly source: string
  readonly target: string
  readonly overwrite: boolean
}

/** Writes beside the target, opens and checks what was written, and only then gives it its name. */
function copyTo(
  engine: SqlEngine,
  db: Connection,
  { source, target, overwrite }: CopyJob,
  migrations: readonly Migration[],
  options: OpenOptions,
): void {
  const place = resolveTarget(target)
  const exists = fs.existsSync(place)
  if (place === source || (exists && !overwrite)) throw new AppError('E-OPEN-EXISTS', { path: place })
  // Nobody may have the file open that this copy is about to replace.
  const lock = lockFile(place)
  try {
    onDisk(place, () => {
      const unfinished = temporaryBeside(place)
      try {
        db.vacuumInto(unfinished, options.fileSystem)
        checkWorkspaceCopy(engine, unfinished, migrations, options)
        if (exists) placeOver(unfinished, place)
        else placeNew(unfinished, place)
      } finally {
        removeWithJournal(unfinished)
      }
    })
  } finally {
    lock.release()
  }
}

/** Every check of an opening, on a file nobody else knows of yet. It changes nothing. */
export function checkWorkspaceCopy(
  engine: SqlEngine,
  path: string,
  migrations: readonly Migration[],
  options: Pick<OpenOptions, 'schemaHashes' | 'fileSystem'>,
): void {
  const newest = newestVersion(migrations)
  inspectHeader(path, newest, options.fileSystem)
  const copy = openConnection(engine, { ...options, path, readOnly: true })
  try {
    configure(copy, passingCacheKibibytes)
    checkSchema(copy, path, newest, options.schemaHashes ?? {})
    checkPages(copy, path)
  } finally {
    copy.close()
  }
}

function resolveExisting(path: string): string {
  try {
    return fs.realpathSync.native(path)
  } catch (error) {
    throw new AppError('E-OPEN-MISSING', { path }, error)
  }
}

/** The real path of a file that need not exist yet; a link to a file means that file. */
function resolveTarget(path: string): string {
  if (fs.existsSync(path)) return fs.realpathSync.native(path)
  const full = resolve(path)
  return join(resolveExisting(dirname(full)), basename(full))
}

/** In the same directory, so that giving it its final name never crosses a file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
}

function removeWithJournal(path: string): void {
  fs.rmSync(path, { force: true })
  fs.rmSync(`${path}-journal`, { force: true })
}

/**
 * TRUNCATE leaves an empty journal; it says nothing, and beside a closed file it only puzzles people. SQLite deletes it
 * under its own lock: taken away without, it could be the journal another program has begun a moment ago.
 */
function removeEmptyJournal(db: Connection): void {
  try {
    if (db.writable && db.isOurs()) db.pragma('journal_mode = DELETE')
  } catch {
    // Somebody is using the file, or the disk fails: then it stays.
  }
}

function freeName(path: string, version: number): string {
  const stem = path.replace(/\.timbang$/i, '')
  for (let number = 1; ; number += 1) {
    const name = `${stem}.before-v${version}${number === 1 ? '' : `-${number}`}.timbang`
    if (!fs.existsSync(name)) return name
  }
}

function onDisk(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new AppError('E-OPEN-MISSING', { path: dirname(path) }, error)
    throw storeError(error, path)
  }
}
