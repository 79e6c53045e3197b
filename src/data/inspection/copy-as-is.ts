import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { dirname, resolve } from 'node:path'
import { placeOver, temporaryBeside } from '#data/store/durable-file.ts'
import { errorCode } from '#data/store/host-file-system.ts'
import { hasHotJournal } from '#data/store/open-workspace.ts'
import { openingError, storeError } from '#data/store/sql-errors.ts'
import { AppError } from '#domain/app-error.ts'

const chunk = 1 << 20

/**
 * Copies a closed file byte for byte, and the journal a crash left beside it; the copy gets its name only when it has been
 * read back and is the same. Refuses to write over the file itself (E-OPEN-EXISTS).
 * @returns bytes copied
 */
export function copyAsIs(path: string, target: string): number {
  if (fs.existsSync(target) && fs.realpathSync(target) === fs.realpathSync(path)) {
    throw new AppError('E-OPEN-EXISTS', { path: target })
  }
  let bytes = copyOne(path, resolve(target))
  if (hasHotJournal(path)) bytes += copyOne(`${path}-journal`, `${resolve(target)}-journal`)
  return bytes
}

function copyOne(path: string, target: string): number {
  const unfinished = temporaryBeside(target)
  try {
    const read = reading(path)
    let written: string
    try {
      written = writeAll(unfinished, read.chunks())
    } finally {
      read.close()
    }
    if (hashOf(unfinished) !== written) throw new AppError('E-SAVE-IO')
    placeOver(unfinished, target)
    return fs.statSync(target).size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new AppError('E-EXPORT-PATH', { path: dirname(target) }, error)
    const refusal = storeError(error, target)
    throw refusal instanceof AppError ? refusal : new AppError('E-EXPORT-PATH', { path: target }, error)
  } finally {
    fs.rmSync(unfinished, { force: true })
  }
}

/** What fails here is the damaged file's disk, not the copy's. */
function reading(path: string) {
  const refuse = (error: unknown): never => {
    const refusal = openingError(error, path)
    throw refusal instanceof AppError ? refusal : new AppError('E-OPEN-MISSING', { path }, error)
  }
  let descriptor = -1
  try {
    descriptor = fs.openSync(path, 'r')
  } catch (error) {
    refuse(error)
  }
  return {
    *chunks(): Generator<Uint8Array> {
      const buffer = Buffer.alloc(chunk)
      for (;;) {
        let got = 0
        try {
          got = fs.readSync(descriptor, buffer, 0, chunk, null)
        } catch (error) {
          refuse(error)
        }
        if (got === 0) return
        yield buffer.subarray(0, got)
      }
    },
    close: () => fs.closeSync(descriptor),
  }
}

function writeAll(path: string, chunks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256')
  const descriptor = fs.openSync(path, 'wx', 0o600)
  try {
    for (const part of chunks) {
      hash.update(part)
      for (let done = 0; done < part.length; ) done += fs.writeSync(descriptor, part, done)
    }
    return hash.digest('hex')
  } finally {
    fs.closeSync(descriptor)
  }
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  const read = reading(path)
  try {
    for (const part of read.chunks()) hash.update(part)
    return hash.digest('hex')
  } finally {
    read.close()
  }
}
