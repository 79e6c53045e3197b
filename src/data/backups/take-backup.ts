import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import type { StoredBackup } from '#application/ports/backup-store.ts'
import { journalHead } from '#data/repositories/journal.ts'
import { openConnection } from '#data/store/connection.ts'
import { temporaryBeside } from '#data/store/durable-file.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import { configure, passingCacheKibibytes } from '#data/store/open-workspace.ts'
import { sql } from '#data/store/sql.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { storeError } from '#data/store/sql-errors.ts'
import { AppError } from '#domain/app-error.ts'
import { copiesToDrop } from '#domain/backups/rotation.ts'
import type { Anchor } from '#domain/ledger/anchor.ts'
import type { BackupManifest, BackupReason } from '#domain/model/backup.ts'
import {
  copiesIn,
  folderOf,
  nameOfCopy,
  placeCopy,
  removeCopy,
  removeLeftovers,
  removeOldDuplicates,
} from './backup-folder.ts'

export interface BackupRequest {
  /** The folder with the copies of all workspaces. */
  readonly root: string
  /** The real path of the workspace. */
  readonly source: string
  readonly reason: BackupReason
  readonly takenAt: string
}

/** How a copy is read back: with the workspace's own way to the disk, so that an encrypted one can be. */
export interface BackupTools {
  readonly engine: SqlEngine
  readonly fileSystem: HostFileSystem
}

/**
 * Takes one copy: written under another name, read back, compared, synced, and only then named; afterwards older copies
 * that are no longer needed go. Whatever happens on the way, a name in the folder leads to a whole copy.
 * Refuses with E-BACKUP-FULL, -FOLDER, -VERIFY, or with what is wrong with the workspace itself.
 * @param write writes a checked copy to the path and returns the head the workspace had at that moment
 */
export function takeBackup(
  tools: BackupTools,
  request: BackupRequest,
  write: (unfinished: string) => Anchor,
): StoredBackup {
  const folder = folderOf(request.root, request.source)
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    removeLeftovers(folder)
    removeOldDuplicates(request.root, Date.now())
    const number = 1 + Math.max(0, ...copiesIn(folder).map((copy) => copy.number))
    const copy = join(folder, nameOfCopy(request.source, number, request.takenAt))
    const unfinished = temporaryBeside(copy)
    try {
      const head = write(unfinished)
      const manifest = { ...describe(tools, unfinished), ...facts(request), number }
      if (manifest.entries !== head.count || manifest.head !== head.hash)
        throw new AppError('E-BACKUP-VERIFY', { folder })
      placeCopy(unfinished, copy, manifest)
      rotate(folder)
      return { ...manifest, path: copy }
    } finally {
      fs.rmSync(unfinished, { force: true })
    }
  } catch (error) {
    throw backupRefusal(error, folder)
  }
}

const facts = ({ takenAt, reason, source }: BackupRequest) => ({ format: 1 as const, takenAt, reason, source })

type Described = Pick<BackupManifest, 'bytes' | 'sha256' | 'userVersion' | 'entries' | 'head' | 'origin' | 'encrypted'>

function describe({ engine, fileSystem }: BackupTools, path: string): Described {
  const db = openConnection(engine, { path, readOnly: true, fileSystem })
  try {
    configure(db, passingCacheKibibytes)
    const { count, hash } = journalHead(db)
    return {
      userVersion: db.value<number>(sql`PRAGMA user_version`) ?? 0,
      entries: count,
      head: hash,
      origin: db.value<string>(sql`SELECT lower(hex(hash)) FROM journal WHERE seq = 1`) ?? null,
      encrypted: fileSystem !== nodeFileSystem,
      ...fingerprint(path),
    }
  } finally {
    db.close()
  }
}

/** Size and SHA-256 of a file as it lies on the disk. */
export function fingerprint(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256')
  const descriptor = fs.openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(2 ** 20)
    let bytes = 0
    for (;;) {
      const got = fs.readSync(descriptor, chunk, 0, chunk.length, bytes)
      if (got === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(chunk.subarray(0, got))
      bytes += got
    }
  } finally {
    fs.closeSync(descriptor)
  }
}

function rotate(folder: string): void {
  for (const { path } of copiesToDrop(copiesIn(folder), localDay)) {
    try {
      removeCopy(path)
    } catch {
      // Somebody reads it just now; the next copy tries again.
    }
  }
}

const localDay = (takenAt: string) => new Date(takenAt).toDateString()

/** The words of a full or closed disk are about the folder of the copies here, not about the workspace. */
function backupRefusal(error: unknown, folder: string): unknown {
  const refusal = storeError(error, folder)
  if (!(refusal instanceof AppError)) {
    return errorCode(error) === undefined ? error : new AppError('E-BACKUP-FOLDER', { folder }, error)
  }
  if (refusal.code === 'E-SAVE-FULL') return new AppError('E-BACKUP-FULL', { folder }, error)
  if (['E-SAVE-RO', 'E-SAVE-IO', 'E-SAVE-BUSY', 'E-OPEN-MISSING', 'E-OPEN-EXISTS'].includes(refusal.code)) {
    return new AppError('E-BACKUP-FOLDER', { folder }, error)
  }
  return refusal
}
