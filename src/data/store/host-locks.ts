import { errorCode, systemError } from './host-file-system.ts'
import type { HostFile } from './host-state.ts'
import type { LockHandle, LockKind, LockRange, OsLocks } from './os-locks.ts'

/**
 * The locks of one file as SQLite sees them: held by the whole engine, not by one of its openings. SQLite keeps count of
 * its own openings of a file itself, takes a lock through one and gives it back through another. So all of them share one
 * handle, and it is closed with the last of them.
 */
interface SharedLocks {
  /** Undefined once the file system turned out to know no locks. */
  handle: LockHandle | undefined
  /** A lock was granted once: an error after that is an error. */
  proven: boolean
  holding: boolean
  readonly users: Set<HostFile>
}

/** Which locks the engine holds, by file. */
export interface HostLocks {
  /** False when somebody else's lock is in the way. */
  set(file: HostFile, kind: LockKind, range: LockRange): boolean
  inTheWayOf(file: HostFile, kind: LockKind, range: LockRange): LockKind
  /** The opening is being closed. */
  leave(file: HostFile): void
}

/** @param system undefined where the system has no locks we know: everything is granted, and nobody is in the way */
export function createHostLocks(system: OsLocks | undefined): HostLocks {
  const byIdentity = new Map<string, SharedLocks>()
  const byFile = new Map<HostFile, { readonly locks: SharedLocks; readonly identity: string }>()

  function locksOf(file: HostFile, locks: OsLocks): SharedLocks {
    const known = byFile.get(file)?.locks
    if (known !== undefined) return known
    const identity = identityOf(file)
    const shared = byIdentity.get(identity) ?? open(file, identity, locks)
    byIdentity.set(identity, shared)
    shared.users.add(file)
    byFile.set(file, { locks: shared, identity })
    return shared
  }

  function open(file: HostFile, identity: string, locks: OsLocks): SharedLocks {
    const handle = locks.open(file.path, !file.route.readOnly)
    if (handle.identity !== identity) {
      handle.close()
      // Somebody put another file there a moment ago.
      throw systemError('EBUSY')
    }
    return { handle, proven: false, holding: false, users: new Set() }
  }

  /** A reader of ours came first, and now one of us writes. */
  function ensureWritable(file: HostFile, shared: SharedLocks, locks: OsLocks): void {
    if (shared.handle?.writable !== false || file.route.readOnly) return
    if (shared.holding) throw systemError('EBUSY')
    const before = shared.handle
    shared.handle = open(file, before.identity, locks).handle
    before.close()
  }

  function attempt<T>(shared: SharedLocks, work: (handle: LockHandle) => T, without: T): T {
    if (shared.handle === undefined) return without
    try {
      const result = work(shared.handle)
      shared.proven = true
      return result
    } catch (error) {
      if (shared.proven || !isWithoutLocks(error)) throw error
      shared.handle.close()
      shared.handle = undefined
      return without
    }
  }

  return {
    set(file, kind, range) {
      if (system === undefined) return true
      const shared = locksOf(file, system)
      if (kind === 'write') ensureWritable(file, shared, system)
      const granted = attempt(shared, (handle) => handle.set(kind, range), true)
      if (granted) shared.holding = kind !== 'none' || range.length !== 0n
      return granted
    },
    inTheWayOf(file, kind, range) {
      if (system === undefined) return 'none'
      return attempt(locksOf(file, system), (handle) => handle.inTheWayOf(kind, range), 'none')
    },
    leave(file) {
      const known = byFile.get(file)
      if (known === undefined) return
      byFile.delete(file)
      known.locks.users.delete(file)
      if (known.locks.users.size > 0) return
      byIdentity.delete(known.identity)
      known.locks.handle?.close()
    },
  }
}

/** Some network file systems have no locks: then the warning about the place must do. */
function isWithoutLocks(error: unknown): boolean {
  return ['ENOLCK', 'ENOSYS', 'ENOTSUP', 'EINVAL'].includes(errorCode(error) ?? '')
}

function identityOf({ descriptor, route }: HostFile): string {
  const { dev, ino } = route.fileSystem.fstatSync(descriptor, { bigint: true })
  return `${dev}:${ino}`
}
