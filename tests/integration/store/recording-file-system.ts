import fs from 'node:fs'
import { type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'

/** What a power cut may undo: everything a file system was told about one file, in order. */
type Operation =
  | { readonly kind: 'write'; readonly file: string; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'acknowledged'; readonly round: number }

export interface RecordingFileSystem extends HostFileSystem {
  readonly operations: Operation[]
  /** The program was told that this much is saved. */
  acknowledge(round: number): void
}

/** The real disk, and a record of what it was told. Files are not deleted while it records. */
export function recordingFileSystem(): RecordingFileSystem {
  const operations: Operation[] = []
  const files = new Map<number, string>()
  const system: HostFileSystem = { ...nodeFileSystem }
  function sync(descriptor: number): void {
    fs.fdatasyncSync(descriptor)
    const file = files.get(descriptor)
    if (file !== undefined) operations.push({ kind: 'sync', file })
  }
  Object.assign(system, {
    openSync(path: string, flags: string | number, mode?: number) {
      const descriptor = fs.openSync(path, flags, mode)
      if (fs.fstatSync(descriptor).isFile()) files.set(descriptor, path)
      return descriptor
    },
    writeSync(descriptor: number, source: Uint8Array, offset: number, length: number, position: number) {
      const bytes = Buffer.from(source.subarray(offset, offset + length))
      operations.push({ kind: 'write', file: files.get(descriptor) ?? '', position, bytes })
      return fs.writeSync(descriptor, source, offset, length, position)
    },
    ftruncateSync(descriptor: number, size: number) {
      operations.push({ kind: 'truncate', file: files.get(descriptor) ?? '', size })
      fs.ftruncateSync(descriptor, size)
    },
    fdatasyncSync: sync,
    fsyncSync: sync,
  })
  return {
    ...system,
    operations,
    acknowledge: (round) => operations.push({ kind: 'acknowledged', round }),
  }
}

const sector = 512

/**
 * What a power cut after the first `cut` operations may leave of a file: what was synced stands, and of the rest every
 * operation is dropped, kept, or kept in some of its sectors.
 */
export function afterPowerCut(
  operations: readonly Operation[],
  cut: number,
  file: string,
  before: Buffer,
  chance: () => number,
): Buffer {
  const past = operations.slice(0, cut)
  const lastSync = past.findLastIndex((operation) => operation.kind === 'sync' && operation.file === file)
  let bytes = before
  for (const [index, operation] of past.entries()) {
    if (operation.kind === 'acknowledged' || operation.file !== file) continue
    const fate = index < lastSync ? 1 : chance()
    if (operation.kind === 'truncate' && fate >= 0.3) bytes = resized(bytes, operation.size)
    if (operation.kind === 'write' && fate >= 0.3) {
      bytes = written(bytes, operation.position, operation.bytes, () => fate >= 0.6 || chance() < 0.5)
    }
  }
  return bytes
}

function resized(bytes: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size)
  bytes.copy(result)
  return result
}

function written(bytes: Buffer, position: number, source: Buffer, keeps: () => boolean): Buffer {
  const result = resized(bytes, Math.max(bytes.length, position + source.length))
  for (let done = 0; done < source.length; ) {
    const count = Math.min(source.length - done, sector - ((position + done) % sector))
    if (keeps()) source.copy(result, position + done, done, done + count)
    done += count
  }
  return result
}
