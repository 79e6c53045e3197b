import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemError } from './host-file-system.ts'
import type { LockHandle, LockKind, LockRange, OsLocks } from './os-locks.ts'

/** The calls of kernel32 that locks need. Windows knows a handle by a number or a pointer; it is opaque here. */
export interface WindowsKernel {
  /** Undefined when the file cannot be opened that way. Others may go on reading, writing and renaming it. */
  open(path: string, writable: boolean): unknown
  /** False when somebody else's lock is in the way. */
  lock(handle: unknown, exclusive: boolean, range: LockRange): boolean
  unlock(handle: unknown, range: LockRange): boolean
  close(handle: unknown): void
}

/**
 * NOT RUN ON WINDOWS: written from Microsoft's documentation, tested on Linux against a kernel that is played. So
 * `areProven` decides at every start whether it is used.
 */
export async function loadWindowsKernel(): Promise<WindowsKernel> {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  const createFile = kernel.func(
    'intptr_t __stdcall CreateFileW(str16 name, uint32_t access, uint32_t share, void *security, uint32_t creation, uint32_t flags, intptr_t template)',
  )
  const lockFile = kernel.func(
    'int __stdcall LockFileEx(intptr_t file, uint32_t flags, uint32_t reserved, uint32_t low, uint32_t high, void *overlapped)',
  )
  const unlockFile = kernel.func(
    'int __stdcall UnlockFileEx(intptr_t file, uint32_t reserved, uint32_t low, uint32_t high, void *overlapped)',
  )
  const closeHandle = kernel.func('int __stdcall CloseHandle(intptr_t handle)')

  const [genericRead, genericWrite] = [0x80000000, 0x40000000]
  const shareEverything = 7
  const openExisting = 3
  const [failImmediately, exclusiveLock] = [1, 2]
  const invalid = -1

  /** struct OVERLAPPED on 64 bits: two words of 8 bytes, the offset's low and high half @16 and @20, an event @24. */
  function overlapped(start: bigint): Uint8Array {
    const bytes = new Uint8Array(32)
    new DataView(bytes.buffer).setBigUint64(16, start, true)
    return bytes
  }
  const low = (length: bigint) => Number(length & 0xffffffffn)
  const high = (length: bigint) => Number(length >> 32n)

  return {
    open(path, writable) {
      const access = writable ? genericRead + genericWrite : genericRead
      const handle: unknown = createFile(path, access, shareEverything, null, openExisting, 0, 0)
      return Number(handle) === invalid ? undefined : handle
    },
    lock(handle, exclusive, { start, length }) {
      const flags = failImmediately | (exclusive ? exclusiveLock : 0)
      return lockFile(handle, flags, 0, low(length), high(length), overlapped(start)) !== 0
    },
    unlock: (handle, { start, length }) => unlockFile(handle, 0, low(length), high(length), overlapped(start)) !== 0,
    close: (handle) => void closeHandle(handle),
  }
}

interface HeldLock {
  readonly range: LockRange
  readonly kind: Exclude<LockKind, 'none'>
}

/**
 * What SQLite expects of a lock, from what Windows has: there a lock is not changed but taken again, one that is given
 * back must be named exactly as it was taken, and nobody says what is in the way.
 */
export function windowsLocks(kernel: WindowsKernel): OsLocks {
  return {
    open(path, wanted) {
      const { handle, writable } = openFor(kernel, path, wanted)
      const { dev, ino } = fs.statSync(path, { bigint: true })
      return handleOn(kernel, handle, writable, `${dev}:${ino}`)
    },
  }
}

function openFor(kernel: WindowsKernel, path: string, wanted: boolean): { handle: unknown; writable: boolean } {
  const forWriting = wanted ? kernel.open(path, true) : undefined
  if (forWriting !== undefined) return { handle: forWriting, writable: true }
  const forReading = kernel.open(path, false)
  if (forReading === undefined) throw systemError('EBUSY')
  return { handle: forReading, writable: false }
}

function handleOn(kernel: WindowsKernel, handle: unknown, writable: boolean, identity: string): LockHandle {
  let held: HeldLock[] = []

  function giveBack(lock: HeldLock): void {
    held = held.filter((other) => other !== lock)
    if (!kernel.unlock(handle, lock.range)) throw systemError('EIO')
  }

  function take(kind: HeldLock['kind'], range: LockRange): boolean {
    if (!kernel.lock(handle, kind === 'write', range)) return false
    held.push({ range, kind })
    return true
  }

  return {
    writable,
    identity,
    set(kind, range) {
      if (kind === 'none') {
        for (const lock of held.filter((other) => isInside(other.range, range))) giveBack(lock)
        return true
      }
      const before = held.find((lock) => isSame(lock.range, range))
      if (before?.kind === kind) return true
      if (before === undefined) return take(kind, range)
      giveBack(before)
      if (take(kind, range)) return true
      // Nobody but another reader can have come in between, so what was held is there to be had again.
      if (!take(before.kind, range)) throw systemError('EIO')
      return false
    },
    inTheWayOf(kind, range) {
      if (kind === 'none' || held.some((lock) => isInside(range, lock.range))) return 'none'
      if (!take(kind, range)) return 'write'
      for (const lock of held.filter((other) => isSame(other.range, range))) giveBack(lock)
      return 'none'
    },
    close: () => kernel.close(handle),
  }
}

const isSame = (one: LockRange, other: LockRange) => one.start === other.start && one.length === other.length

const isInside = (inner: LockRange, outer: LockRange) =>
  inner.start >= outer.start && (outer.length === 0n || inner.start + inner.length <= outer.start + outer.length)

/** Whether locks do on this computer what they must, tried on a file of our own: two openings, all that SQLite asks of them. */
export function areProven(locks: OsLocks): boolean {
  const folder = fs.mkdtempSync(join(tmpdir(), 'timbang-locks-'))
  const path = join(folder, 'file')
  const range = { start: 0x40000002n, length: 510n }
  const byte = { start: 0x40000001n, length: 1n }
  const opened: LockHandle[] = []
  try {
    fs.writeFileSync(path, '')
    const [one, two] = [locks.open(path, true), locks.open(path, true)]
    opened.push(one, two)
    const expected: readonly (readonly [boolean | LockKind, boolean | LockKind])[] = [
      [one.writable && two.writable, true],
      [one.set('write', byte), true],
      [two.set('write', byte), false],
      [two.inTheWayOf('write', byte), 'write'],
      [one.inTheWayOf('write', byte), 'none'],
      [one.set('read', range) && two.set('read', range), true],
      [one.set('write', range), false],
      [two.set('write', range), false],
      [two.set('none', { start: 0n, length: 0n }), true],
      [one.set('write', range), true],
      [two.set('read', range), false],
      [one.set('read', range) && two.set('read', range), true],
      [two.inTheWayOf('write', byte), 'write'],
      [one.set('none', { start: 0x40000000n, length: 2n }), true],
      [two.inTheWayOf('write', byte), 'none'],
    ]
    return expected.every(([answer, wanted]) => answer === wanted)
  } catch {
    return false
  } finally {
    for (const handle of opened) handle.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
