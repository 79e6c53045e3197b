import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { basename } from 'node:path'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { journalHead } from '#data/repositories/journal.ts'
import { isEncrypted } from '#data/store/encryption/header-file.ts'
import { errorCode, type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import type { SqlEngine } from '#data/store/sql-engine.ts'
import { storeError } from '#data/store/sql-errors.ts'
import { type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { readManifest } from './backup-folder.ts'

const chunkSize = 2 ** 22

/**
 * Copies a backup to `target` and compares it with its manifest while doing so. The backup itself is only read.
 * Refuses E-BACKUP-MISSING, E-BACKUP-DAMAGED. A copy without a manifest (brought from elsewhere) is taken as it is.
 */
export async function duplicateCopy(
  copy: string,
  target: string,
  report: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const file = basename(copy)
  const source = openToRead(copy, file)
  try {
    const total = fs.fstatSync(source).size
    const descriptor = fs.openSync(target, 'wx', 0o600)
    const hash = createHash('sha256')
    let done = 0
    try {
      const chunk = Buffer.alloc(chunkSize)
      for (;;) {
        const got = fs.readSync(source, chunk, 0, chunkSize, done)
        if (got === 0) break
        hash.update(chunk.subarray(0, got))
        for (let put = 0; put < got; ) put += fs.writeSync(descriptor, chunk, put, got - put, done + put)
        done += got
        await report(done, total)
      }
    } finally {
      fs.closeSync(descriptor)
    }
    const manifest = readManifest(copy)
    if (manifest !== null && (manifest.bytes !== done || manifest.sha256 !== hash.digest('hex'))) {
      throw new AppError('E-BACKUP-DAMAGED', { file })
    }
  } catch (error) {
    throw storeError(error, target)
  } finally {
    fs.closeSync(source)
  }
}

/**
 * Opens a duplicate for writing, after every check of an opening; one of an older version is brought up to date. What is
 * wrong with it is wrong with the backup: E-BACKUP-DAMAGED. Newer and locked ones keep their own words.
 */
export function openDuplicate(
  engine: SqlEngine,
  duplicate: string,
  copy: string,
  fileSystem: HostFileSystem,
): OpenWorkspace {
  const file = basename(copy)
  const encrypted = isEncrypted(duplicate)
  if (encrypted && fileSystem === nodeFileSystem) throw new AppError('E-OPEN-ENCRYPTED', { path: copy })
  try {
    const opened = openWorkspaceFile(engine, duplicate, migrations, {
      schemaHashes,
      ...(encrypted ? { fileSystem } : {}),
      keepOlder: () => undefined,
    })
    const manifest = readManifest(copy)
    const { count, hash } = journalHead(opened.db)
    if (manifest === null || (manifest.entries === count && manifest.head === hash)) return opened
    opened.close()
    throw new AppError('E-BACKUP-DAMAGED', { file })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const own = ['E-OPEN-NEWER', 'E-OPEN-ENCRYPTED', 'E-BACKUP-DAMAGED', 'E-OPEN-MIGRATION']
    if (own.includes(error.code) || error.code.startsWith('E-SAVE')) throw error
    throw new AppError('E-BACKUP-DAMAGED', { file }, error)
  }
}

function openToRead(copy: string, file: string): number {
  try {
    return fs.openSync(copy, 'r')
  } catch (error) {
    throw new AppError(errorCode(error) === 'ENOENT' ? 'E-BACKUP-MISSING' : 'E-BACKUP-DAMAGED', { file }, error)
  }
}
