import fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#domain/app-error.ts'

/** The real path (links resolved) of a file that is there; E-OPEN-MISSING where there is none. */
export function resolveExisting(path: string): string {
  try {
    return fs.realpathSync.native(path)
  } catch (error) {
    throw new AppError('E-OPEN-MISSING', { path }, error)
  }
}

/** The real path of a file that need not exist yet; a link to a file means that file. */
export function resolveTarget(path: string): string {
  if (fs.existsSync(path)) return fs.realpathSync.native(path)
  const full = resolve(path)
  return join(resolveExisting(dirname(full)), basename(full))
}
