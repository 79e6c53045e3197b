import { constants } from 'node:fs'
import { errorCode, type HostFileSystem, nodeFileSystem } from '#data/store/host-file-system.ts'
import { type Chance, createBlockCipher, derivedKey, notAuthentic, systemChance } from './block-cipher.ts'
import { decodeHead, fileIdLength, isGenuine } from './file-header.ts'
import { readHead, writeHead } from './header-file.ts'
import type { SealedFile } from './sealed-file.ts'
import { openSealedJournal } from './sealed-journal.ts'
import { openSealedMain, plainSize } from './sealed-main.ts'
import { dataKeyOf, type WorkspaceKey } from './workspace-key.ts'

const journalSuffix = '-journal'
/** What SQLite reads of a file before it puts it back by its journal. */
const sqliteHeaderSize = 100

interface OpenFile {
  readonly path: string
  readonly fileId: Uint8Array
  readonly file: SealedFile
  /** The key of this file alone; overwritten when it is closed. */
  readonly fileKey: Buffer
}

/**
 * A file system in which every workspace of this key is plain to its user and encrypted on disk: databases, journals and
 * the targets of VACUUM INTO. An empty file opened for writing becomes an encrypted one. A file this key did not write
 * is refused as damaged (EBADMSG).
 */
export function encryptedFileSystem(
  key: WorkspaceKey,
  disk: HostFileSystem = nodeFileSystem,
  chance: Chance = systemChance,
): HostFileSystem {
  const open = new Map<number, OpenFile>()

  function openSync(path: string, flags: string | number, mode?: number): number {
    const descriptor = disk.openSync(path, flags, mode)
    try {
      if (!disk.fstatSync(descriptor).isFile()) return descriptor
      open.set(descriptor, path.endsWith(journalSuffix) ? journal(path, descriptor) : main(path, descriptor))
      return descriptor
    } catch (error) {
      disk.closeSync(descriptor)
      throw error
    }
  }

  function main(path: string, descriptor: number): OpenFile {
    const found = fileIdOf(path, descriptor)
    const fileId = found ?? openFileIdOf(path) ?? Buffer.from(chance(fileIdLength))
    const fileKey = derivedKey(dataKeyOf(key), fileId, 'database')
    const cipher = createBlockCipher(fileKey, chance)
    const mayBeRestored = (block: number, position: number, length: number) =>
      block === 0 && position + length <= sqliteHeaderSize && isJournalHot(path)
    const file = openSealedMain({ disk, descriptor, cipher, path, fileId, mayBeRestored })
    return { path, fileId, fileKey, file: found === undefined ? withNewHead(file, descriptor, fileId) : file }
  }

  function journal(path: string, descriptor: number): OpenFile {
    const fileId = fileIdOfDatabase(path.slice(0, -journalSuffix.length))
    const fileKey = derivedKey(dataKeyOf(key), fileId, 'journal')
    const cipher = createBlockCipher(fileKey, chance)
    return { path, fileId, fileKey, file: openSealedJournal({ disk, descriptor, cipher, path, fileId }) }
  }

  /** Undefined for a file of no bytes. */
  function fileIdOf(path: string, descriptor: number): Uint8Array | undefined {
    const head = readHead(disk, descriptor)
    if (head.length === 0) return undefined
    const { newest } = decodeHead(head)
    if (newest === undefined || !isGenuine(newest, dataKeyOf(key))) throw notAuthentic(`the head of ${path}`)
    return newest.header.fileId
  }

  /** An empty file gets its head with its first bytes. On opening, a full disk would look like a read-only one to SQLite. */
  function withNewHead(file: SealedFile, descriptor: number, fileId: Uint8Array): SealedFile {
    let written = false
    function ensureHead(): void {
      if (!written) writeHead(disk, descriptor, { fileId, keys: key.keys }, dataKeyOf(key))
      written = true
    }
    return {
      ...file,
      write(source, position) {
        ensureHead()
        file.write(source, position)
      },
      truncate(size) {
        ensureHead()
        file.truncate(size)
      },
    }
  }

  function openFileIdOf(path: string): Uint8Array | undefined {
    for (const file of open.values()) if (file.path === path) return file.fileId
    return undefined
  }

  /** SQLite has the database open when it opens the journal; only the checks before it do not. */
  function fileIdOfDatabase(path: string): Uint8Array {
    const known = openFileIdOf(path)
    if (known !== undefined) return known
    const descriptor = openSync(path, constants.O_RDONLY)
    try {
      return openFileIdOf(path) ?? Buffer.alloc(fileIdLength)
    } finally {
      closeSync(descriptor)
    }
  }

  /** A database whose first block was cut off in writing is not lost while its journal can restore it. */
  function isJournalHot(path: string): boolean {
    try {
      const descriptor = openSync(path + journalSuffix, constants.O_RDONLY)
      try {
        const first = Buffer.alloc(1)
        return readSync(descriptor, first, 0, 1, 0) === 1 && first[0] !== 0
      } finally {
        closeSync(descriptor)
      }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  }

  function closeSync(descriptor: number): void {
    const file = open.get(descriptor)
    open.delete(descriptor)
    try {
      file?.file.flush()
    } finally {
      file?.fileKey.fill(0)
      disk.closeSync(descriptor)
    }
  }

  function readSync(
    descriptor: number,
    target: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): number {
    const file = open.get(descriptor)
    if (file === undefined) return disk.readSync(descriptor, target, offset, length, position)
    return file.file.read(target.subarray(offset, offset + length), position ?? 0)
  }

  function writeSync(
    descriptor: number,
    source: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): number {
    const file = open.get(descriptor)
    if (file === undefined) return disk.writeSync(descriptor, source, offset, length, position)
    // SQLite syncs the journal first; should it ever not, what is to be put back must still be written before.
    for (const other of open.values()) if (other.path === file.path + journalSuffix) other.file.flush()
    file.file.write(source.subarray(offset, offset + length), position ?? 0)
    return length
  }

  function ftruncateSync(descriptor: number, length?: number | null): void {
    const file = open.get(descriptor)
    if (file === undefined) disk.ftruncateSync(descriptor, length ?? 0)
    else file.file.truncate(length ?? 0)
  }

  function flushed(sync: (descriptor: number) => void): (descriptor: number) => void {
    return (descriptor) => {
      open.get(descriptor)?.file.flush()
      sync(descriptor)
    }
  }

  function fstatSync(descriptor: number, options?: { readonly bigint: boolean }): Stats {
    const stat = disk.fstatSync(descriptor, options) as Stats
    const file = open.get(descriptor)
    return file === undefined ? stat : withSize(stat, file.file.size())
  }

  function statSync(path: string, options?: { readonly bigint: boolean }): Stats {
    const stat = disk.statSync(path, options) as Stats
    if (!stat.isFile()) return stat
    // A database is not opened for this: closing it again would give up the locks this process holds on it.
    return withSize(stat, path.endsWith(journalSuffix) ? journalSize(path, stat) : plainSize(Number(stat.size)))
  }

  function journalSize(path: string, { size }: Stats): number {
    for (const file of open.values()) if (file.path === path) return file.file.size()
    if (Number(size) === 0) return 0
    const descriptor = openSync(path, constants.O_RDONLY)
    try {
      return open.get(descriptor)?.file.size() ?? 0
    } finally {
      closeSync(descriptor)
    }
  }

  const layer = {
    accessSync: disk.accessSync,
    unlinkSync: disk.unlinkSync,
    openSync,
    closeSync,
    readSync,
    writeSync,
    ftruncateSync,
    fdatasyncSync: flushed(disk.fdatasyncSync),
    fsyncSync: flushed(disk.fsyncSync),
    fstatSync,
    statSync,
    lstatSync: statSync,
  }
  // `node:fs` declares each of them in several forms; the store uses one.
  return layer as unknown as HostFileSystem
}

/** Either form of the answer: with numbers or with bigints. */
interface Stats {
  size: number | bigint
  isFile(): boolean
}

function withSize(stat: Stats, size: number): Stats {
  stat.size = typeof stat.size === 'bigint' ? BigInt(size) : size
  return stat
}
