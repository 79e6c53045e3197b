import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The real place behind a path, links resolved; also of a file that is yet to be made, whose folder decides then.
 * Null where there is no certain answer: a link to nothing, a folder that may not be looked into.
 */
export function realPathOf(path: string): string | null {
  const real = resolved(path)
  if (real !== null) return real
  const folder = dirname(path)
  if (folder === path || isThere(path)) return null
  const realFolder = realPathOf(folder)
  return realFolder === null ? null : join(realFolder, basename(path))
}

/** Some drives know only one of the two ways (memory drives and a few network drives of Windows fail the native one). */
function resolved(path: string): string | null {
  for (const resolve of [realpathSync.native, realpathSync]) {
    try {
      return resolve(path)
    } catch {
      // The other way, or the folder, gives the answer.
    }
  }
  return null
}

/** What cannot be looked at counts as being there, so that nobody takes it for a new file. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}
