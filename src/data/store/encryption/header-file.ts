import fs from 'node:fs'
import type { HostFileSystem } from '#data/store/host-file-system.ts'
import { AppError } from '#domain/app-error.ts'
import {
  decodeHead,
  encodeSlot,
  type FileHeader,
  type HeadSlots,
  hasMagic,
  headSize,
  slotCount,
  slotSize,
} from './file-header.ts'

type Disk = Pick<HostFileSystem, 'readSync' | 'writeSync' | 'fdatasyncSync'>

/** The first bytes of an open file, or fewer when it has fewer. */
export function readHead(disk: Disk, descriptor: number): Buffer {
  const head = Buffer.alloc(headSize)
  return head.subarray(0, readFully(disk, descriptor, head, 0))
}

/** Fills `target` from `position` on; the number of bytes the file had there. */
export function readFully(disk: Disk, descriptor: number, target: Uint8Array, position: number): number {
  let done = 0
  while (done < target.length) {
    const got = disk.readSync(descriptor, target, done, target.length - done, position + done)
    if (got === 0) break
    done += got
  }
  return done
}

export function writeFully(disk: Disk, descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const put = disk.writeSync(descriptor, bytes, done, bytes.length - done, position + done)
    // Short writes are normal; one of no bytes at all would go on for ever.
    if (put === 0) throw Object.assign(new Error('EIO: nothing was written'), { code: 'EIO' })
    done += put
  }
}

/**
 * Writes the header into both slots, the one that is not the newest first, each synced before the next begins: cut off at
 * any moment, one whole slot opens the file. Both end up saying the same, so that a withdrawn passphrase is gone.
 */
export function writeHead(disk: Disk, descriptor: number, header: FileHeader, dataKey: Uint8Array): void {
  const newest = decodeHead(readHead(disk, descriptor)).newest
  const first = newest === undefined ? 0 : (newest.index + 1) % slotCount
  for (let step = 0; step < slotCount; step += 1) {
    const slot = encodeSlot(header, (newest?.sequence ?? 0) + 1 + step, dataKey)
    writeFully(disk, descriptor, slot, ((first + step) % slotCount) * slotSize)
    disk.fdatasyncSync(descriptor)
  }
}

/** Whether the file is one of our encrypted workspaces. Refuses a missing one (E-OPEN-MISSING). */
export function isEncrypted(path: string): boolean {
  return hasMagic(readHeadOf(path))
}

/** The slots of a closed file. Refuses what is no encrypted workspace, and a head neither slot of which is whole. */
export function readHeader(path: string): HeadSlots & { readonly newest: NonNullable<HeadSlots['newest']> } {
  const head = readHeadOf(path)
  if (!hasMagic(head)) throw new AppError('E-OPEN-FOREIGN', { path })
  const { newest, stale } = decodeHead(head)
  if (newest === undefined) throw new AppError('E-OPEN-DAMAGED', { path })
  return { newest, stale }
}

/** Changes the header of a closed file. */
export function rewriteHeader(path: string, header: FileHeader, dataKey: Uint8Array): void {
  const descriptor = fs.openSync(path, 'r+')
  try {
    writeHead(fs, descriptor, header, dataKey)
  } finally {
    fs.closeSync(descriptor)
  }
}

function readHeadOf(path: string): Buffer {
  let descriptor: number
  try {
    descriptor = fs.openSync(path, 'r')
  } catch (error) {
    throw new AppError('E-OPEN-MISSING', { path }, error)
  }
  try {
    if (!fs.fstatSync(descriptor).isFile()) throw new AppError('E-OPEN-FOREIGN', { path })
    return readHead(fs, descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
