import fs, { constants } from 'node:fs'
import { arch, platform } from 'node:os'
import { systemError } from './host-file-system.ts'
import { areProven, loadWindowsKernel, windowsLocks } from './os-locks-windows.ts'

/** `read`: others may read too. `write`: nobody else may hold anything there. `none`: free. */
export type LockKind = 'read' | 'write' | 'none'

/** Bytes of a file that a lock is about. SQLite's lie beyond any content; a length of 0 means up to the end. */
export interface LockRange {
  readonly start: bigint
  readonly length: bigint
}

/** One opening of a file, through which locks are taken. Closing it gives all of them back. */
export interface LockHandle {
  /** Without it only `read` locks can be taken. */
  readonly writable: boolean
  /** `device:inode` of what was opened. */
  readonly identity: string
  /** Takes, changes or (`none`) gives back a lock. False when somebody else's lock is in the way. */
  set(kind: LockKind, range: LockRange): boolean
  /** What somebody else holds in the way of such a lock. */
  inTheWayOf(kind: LockKind, range: LockRange): LockKind
  close(): void
}

/** The operating system's locks on ranges of bytes, which every SQLite program on the computer heeds. */
export interface OsLocks {
  open(path: string, writable: boolean): LockHandle
}

/** The only foreign function needed: fcntl of the C library. */
interface Fcntl {
  call(descriptor: number, command: number, lock: Uint8Array): number
  errorNumber(): number
}

/** Systems whose `struct flock` has the layout below: all of Linux's 64-bit ones. */
const knownArchitectures = ['x64', 'arm64', 'riscv64', 'loong64']

/**
 * The locks of this system, or undefined where we know none: then SQLite is told that every lock is granted, and only the
 * lock of the workspace (file-lock.ts) keeps a second Timbang away. Never rejects: a missing library is no reason not to
 * start.
 *
 * On Windows they are used only after they have proven themselves on a file of their own, because nobody has run them
 * there. macOS has another layout and other commands, and none of it has been built.
 */
export async function loadOsLocks(): Promise<OsLocks | undefined> {
  try {
    if (platform() === 'linux' && knownArchitectures.includes(arch())) return linuxLocks(await loadFcntl())
    if (platform() !== 'win32') return undefined
    const locks = windowsLocks(await loadWindowsKernel())
    return areProven(locks) ? locks : undefined
  } catch {
    return undefined
  }
}

/** Loaded on first use: the library takes some 20 ms. */
async function loadFcntl(): Promise<Fcntl> {
  const { default: koffi } = await import('koffi')
  // The C library of this very process, whichever it is.
  const call = koffi.load(null).func('int fcntl(int descriptor, int command, void *lock)') as unknown as Fcntl['call']
  return { call, errorNumber: () => koffi.errno() }
}

// Locks of an open file description. The older kind belongs to the process, and is lost as soon as *any* descriptor of
// the file is closed in it: one `readFile` of the open workspace would be enough.
const setCommand = 37
const askCommand = 36

const numberOf: Readonly<Record<LockKind, number>> = { read: 0, write: 1, none: 2 }
const kinds: readonly LockKind[] = ['read', 'write', 'none']

const inTheWay = [11, 13] // EAGAIN, EACCES
const errorNames: Readonly<Record<number, string>> = {
  9: 'EBADF',
  22: 'EINVAL',
  37: 'ENOLCK',
  38: 'ENOSYS',
  95: 'ENOTSUP',
}

function linuxLocks(fcntl: Fcntl): OsLocks {
  // struct flock: type 16 bit @0, whence 16 bit @2 (0: from the start), start 64 bit @8, length 64 bit @16, process 32 bit
  // @24, which must be 0 for this kind of lock.
  const bytes = new Uint8Array(32)
  const lock = new DataView(bytes.buffer)

  /** Zero when it was done, otherwise the number of the error. */
  function ask(descriptor: number, command: number, kind: LockKind, { start, length }: LockRange): number {
    bytes.fill(0)
    lock.setInt16(0, numberOf[kind], true)
    lock.setBigInt64(8, start, true)
    lock.setBigInt64(16, length, true)
    return fcntl.call(descriptor, command, bytes) === 0 ? 0 : fcntl.errorNumber()
  }

  return {
    open(path, wanted) {
      const { descriptor, writable } = openFor(path, wanted)
      const { dev, ino } = fs.fstatSync(descriptor, { bigint: true })
      return {
        writable,
        identity: `${dev}:${ino}`,
        set(kind, range) {
          const error = ask(descriptor, setCommand, kind, range)
          if (error === 0) return true
          if (inTheWay.includes(error)) return false
          throw systemError(errorNames[error] ?? 'EIO')
        },
        inTheWayOf(kind, range) {
          const error = ask(descriptor, askCommand, kind, range)
          if (error !== 0) throw systemError(errorNames[error] ?? 'EIO')
          return kinds[lock.getInt16(0, true)] ?? 'none'
        },
        close: () => fs.closeSync(descriptor),
      }
    },
  }
}

function openFor(path: string, wanted: boolean): { descriptor: number; writable: boolean } {
  if (wanted) {
    try {
      return { descriptor: fs.openSync(path, constants.O_RDWR), writable: true }
    } catch {
      // The medium or the rights forbid writing; SQLite finds that out for itself.
    }
  }
  return { descriptor: fs.openSync(path, constants.O_RDONLY), writable: false }
}
