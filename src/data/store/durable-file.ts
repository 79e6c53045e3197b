import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#domain/app-error.ts'
import { errorCode } from './host-file-system.ts'
import { storeError } from './sql-errors.ts'

/** In the same directory, so that giving it its final name never crosses a file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
}

/** Puts a finished file under its name so that a power cut leaves either the whole file or none. Never overwrites. */
export function placeNew(finished: string, target: string): void {
  syncFile(finished)
  try {
    // A hard link refuses an existing name in one step; renaming would silently replace it.
    fs.linkSync(finished, target)
    fs.unlinkSync(finished)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new AppError('E-OPEN-EXISTS', { path: target })
    if (!linksUnsupported(error)) throw error
    if (fs.existsSync(target)) throw new AppError('E-OPEN-EXISTS', { path: target })
    fs.renameSync(finished, target)
  }
  syncDirectory(dirname(target))
}

/** As `placeNew`, in the place of an existing file. */
export function placeOver(finished: string, target: string): void {
  syncFile(finished)
  fs.renameSync(finished, target)
  syncDirectory(dirname(target))
}

/** Nothing of an unfinished file is left. */
export function removeWithJournal(path: string): void {
  fs.rmSync(path, { force: true })
  fs.rmSync(`${path}-journal`, { force: true })
}

/** What the disk refuses while a file is made, in our own codes. */
export function onDisk(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new AppError('E-OPEN-MISSING', { path: dirname(path) }, error)
    throw storeError(error, path)
  }
}

function syncFile(path: string): void {
  const descriptor = fs.openSync(path, 'r+')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** A new name is on disk only when its directory is. Windows offers no such call and journals names itself. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Memory sticks formatted for every system (FAT, exFAT) and some network drives know no hard links. */
function linksUnsupported(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'].includes(errorCode(error) ?? '')
}
