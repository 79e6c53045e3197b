import fs from 'node:fs'
import type { Migration } from '#data/migrations/migration.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { AppError } from '#domain/app-error.ts'
import { type Connection, openConnection } from './connection.ts'
import { onDisk, placeNew, placeOver, removeWithJournal, temporaryBeside } from './durable-file.ts'
import { lockFile } from './file-lock.ts'
import type { OpenOptions } from './open-options.ts'
import { checkPages, checkSchema, configure, inspectHeader, passingCacheKibibytes } from './open-workspace.ts'
import { resolveTarget } from './real-path.ts'
import type { SqlEngine } from './sql-engine.ts'

interface CopyJob {
  readonly source: string
  readonly target: string
  readonly overwrite: boolean
}

/** Writes beside the target, opens and checks what was written, and only then gives it its name. */
export function copyTo(
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
