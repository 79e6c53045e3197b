import { isAbsolute } from 'node:path'
import type { PathGrant } from '#contract/wire.ts'
import { realPathOf } from './real-path.ts'

/** Says whether a caller of the engine may reach a place on the disk. */
export interface PathAccess {
  allows(need: PathGrant): boolean
}

/** Where the caller is the user himself (command line, tests): what he names he may reach, as with any program. */
export const everyPath: PathAccess = { allows: () => true }

export interface GrantedPaths extends PathAccess {
  add(grant: PathGrant): void
}

/** Where the caller is a page: only what the shell granted, compared by real places so that no link leads elsewhere. */
export function createGrantedPaths(): GrantedPaths {
  const granted = { read: new Set<string>(), write: new Set<string>(), folder: new Set<string>() }
  return {
    add({ path, access }) {
      const place = placeOf(path)
      if (place !== null) granted[access].add(place)
    },
    allows({ path, access }) {
      const place = placeOf(path)
      if (place === null) return false
      // What was written here may be read again: a new workspace is reopened after the engine was replaced.
      return granted[access].has(place) || (access === 'read' && granted.write.has(place))
    },
  }
}

/** `..` has no honest use in a path that came from a dialog, and behind a link it leads elsewhere than it reads. */
const stepUpwards = /(^|[\\/])\.\.([\\/]|$)/

/** The real place of a full, plain path; null for any other. */
export function placeOf(path: string): string | null {
  return isAbsolute(path) && !stepUpwards.test(path) ? realPathOf(path) : null
}
