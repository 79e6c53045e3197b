import fs from 'node:fs'
import { AppError } from '#domain/app-error.ts'
import type { Connection } from './connection.ts'
import type { ReadableDatabase } from './database.ts'
import { isEncrypted } from './encryption/header-file.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from './host-file-system.ts'
import { schemaHash } from './schema-hash.ts'
import { sql } from './sql.ts'
import { storeError } from './sql-errors.ts'

/** 'TIMB': the mark of a Timbang workspace in the header of the SQLite file. */
export const applicationId = 0x54494d42

/** No SQLite file is shorter than its smallest page. */
const smallestFile = 512
const headerSize = 100
const magic = 'SQLite format 3\0'
const rollbackJournal = 1
const writeAheadLog = 2

/**
 * The checks that need no SQLite, in the order of the durability guide: size, magic, journal bytes, mark, version,
 * length. They read with a plain descriptor that is closed again, and change nothing.
 */
export function inspectHeader(path: string, newest: number, layer?: HostFileSystem): void {
  const { size, header } = readHeader(path, layer)
  if (size < smallestFile) throw new AppError('E-OPEN-EMPTY', { path })
  // An encrypted first block that was cut off in writing reads as zeros as long as its journal can put it back.
  if (layer !== undefined && header.every((byte) => byte === 0) && hasHotJournal(path, layer)) return
  if (header.toString('latin1', 0, magic.length) !== magic) {
    throw new AppError(layer === undefined && isEncrypted(path) ? 'E-OPEN-ENCRYPTED' : 'E-OPEN-FOREIGN', { path })
  }
  if (header.readUInt32BE(68) !== applicationId) throw new AppError('E-OPEN-FOREIGN', { path })
  const formats = [header.readUInt8(18), header.readUInt8(19)]
  if (formats.includes(writeAheadLog) || fs.existsSync(`${path}-wal`)) throw new AppError('E-OPEN-WAL', { path })
  if (formats.some((format) => format !== rollbackJournal)) throw new AppError('E-OPEN-DAMAGED', { path })
  // A journal left by a crash is newer than these bytes: SQLite first puts the file back, then we ask again.
  if (hasHotJournal(path, layer)) return
  assertKnownVersion(header.readUInt32BE(60), newest)
  if (size < header.readUInt32BE(28) * pageSize(header)) throw new AppError('E-OPEN-DAMAGED', { path })
}

/** A journal with a header in it: a transaction was under way when its writer ended. */
export function hasHotJournal(path: string, fileSystem: HostFileSystem = nodeFileSystem): boolean {
  try {
    const descriptor = fileSystem.openSync(`${path}-journal`, 'r')
    try {
      const first = Buffer.alloc(1)
      return fileSystem.readSync(descriptor, first, 0, 1, 0) === 1 && first[0] !== 0
    } finally {
      fileSystem.closeSync(descriptor)
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Pages kept in memory: enough for a large agency's tables without its history. Measured: docs/decisions/0012. */
const workingCacheKibibytes = 131_072
/** A check reads every page once, in the order of the file: keeping them would only take memory. */
export const passingCacheKibibytes = 4_096

/** The settings every handle has. Those that touch the journal come after the checks (`configureJournal`). */
export function configure(db: Connection, cacheKibibytes = workingCacheKibibytes): void {
  db.pragma('busy_timeout = 3000')
  db.pragma('locking_mode = NORMAL')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = -${cacheKibibytes}`)
  db.pragma('foreign_keys = ON')
}

/** DELETE with FULL would lose the last commit in a power cut; TRUNCATE with FULL does not. Never WAL: there is no shared memory. */
export function configureJournal(db: Connection): void {
  db.pragma('journal_mode = TRUNCATE')
  db.pragma('synchronous = FULL')
}

/** What must hold before the first row is read: mark and version again, and no rule of the schema added or missing. */
export function checkSchema(
  db: ReadableDatabase,
  path: string,
  newest: number,
  schemaHashes: Readonly<Record<number, string>>,
): void {
  if (db.value(sql`PRAGMA application_id`) !== applicationId) throw new AppError('E-OPEN-FOREIGN', { path })
  const version = db.value<number>(sql`PRAGMA user_version`) ?? 0
  assertKnownVersion(version, newest)
  // Where released schemas are known, a version nobody released hides something: migrations would run over it.
  const known = Object.keys(schemaHashes).length > 0
  if (known && schemaHash(db) !== schemaHashes[version]) throw new AppError('E-OPEN-SCHEMA', { path })
}

/** Reads the whole file: sound pages, and no reference that leads nowhere. Takes about a second per 100 MB. */
export function checkPages(db: ReadableDatabase, path: string): void {
  if (db.value(sql`PRAGMA quick_check`) !== 'ok') throw new AppError('E-OPEN-DAMAGED', { path })
  if (db.get(sql`PRAGMA foreign_key_check`) !== undefined) throw new AppError('E-OPEN-DAMAGED', { path })
}

/** Every defect in words; empty for a sound file. Slower than the check on opening: it also compares indexes with tables. */
export function findDefects(db: ReadableDatabase): readonly string[] {
  const pages = db
    .all<{ integrity_check: string }>(sql`PRAGMA integrity_check`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const references = db
    .all<{ table: string; rowid: number | null; parent: string }>(sql`PRAGMA foreign_key_check`)
    .map((row) => `${row.table} ${row.rowid ?? ''} → ${row.parent}`)
  return [...pages, ...references]
}

function assertKnownVersion(version: number, newest: number): void {
  if (version > newest) throw new AppError('E-OPEN-NEWER', { version })
}

function pageSize(header: Buffer): number {
  const stored = header.readUInt16BE(16)
  return stored === 1 ? 65_536 : stored
}

function readHeader(path: string, fileSystem: HostFileSystem = nodeFileSystem): { size: number; header: Buffer } {
  let descriptor: number
  try {
    descriptor = fileSystem.openSync(path, 'r')
  } catch (error) {
    throw diskRefusal(error, path) ?? new AppError('E-OPEN-MISSING', { path }, error)
  }
  try {
    const stat = fileSystem.fstatSync(descriptor)
    if (!stat.isFile()) throw new AppError('E-OPEN-FOREIGN', { path })
    const header = Buffer.alloc(headerSize)
    fileSystem.readSync(descriptor, header, 0, headerSize, 0)
    return { size: stat.size, header }
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  } finally {
    fileSystem.closeSync(descriptor)
  }
}

/** A disk that fails, or an encrypted file whose head or first block is not what was written there. */
function diskRefusal(error: unknown, path: string): AppError | undefined {
  const refusal = storeError(error, path)
  if (!(refusal instanceof AppError)) return undefined
  return refusal === error || ['E-OPEN-DAMAGED', 'E-SAVE-IO'].includes(refusal.code) ? refusal : undefined
}

/**
 * TRUNCATE leaves an empty journal; it says nothing, and beside a closed file it only puzzles people. SQLite deletes it
 * under its own lock: taken away without, it could be the journal another program has begun a moment ago.
 */
export function removeEmptyJournal(db: Connection): void {
  try {
    if (db.writable && db.isOurs()) db.pragma('journal_mode = DELETE')
  } catch {
    // Somebody is using the file, or the disk fails: then it stays.
  }
}
