import { nonceLength, notAuthentic, plainBlockSize, sealOverhead, tagLength } from './block-cipher.ts'
import { readFully, writeFully } from './header-file.ts'
import { boundBytes, type SealedFile, type SealedFileParts } from './sealed-file.ts'

/** Each record says which block it is, and how long the file was when it was written. */
const labelLength = 16
const recordSize = sealOverhead + labelLength + plainBlockSize
/** Blocks kept back at most before the disk gets them. */
const mostUnwritten = 256
const firstTag = Buffer.alloc(tagLength)

/**
 * The rollback journal. SQLite writes it in pieces of 4 to 4,096 bytes at odd places, so blocks are collected until it
 * syncs, and then **appended**: a record holds one block and its number, and the newest record of a block counts. Nothing
 * that was synced is ever written over. Changing a block in its place would, when the power fails in that moment, take
 * with it old pages that the database needs to get back.
 *
 * The seal of each record covers the one before it, so a record of an earlier transaction never fits into this one. The
 * first record that does not authenticate is the journal's end.
 */
export function openSealedJournal({ disk, descriptor, cipher, fileId, path }: SealedFileParts): SealedFile {
  /** Block → its newest record. */
  let newest = new Map<number, number>()
  let tags: Buffer[] = []
  let unwritten = new Map<number, Buffer>()
  let size = 0
  /** The disk's size when we last looked or wrote; another one means that somebody else wrote since. */
  let diskSize: number | undefined

  function forgetAll(): void {
    newest = new Map()
    tags = []
    unwritten = new Map()
    size = 0
  }

  function boundOf(record: number): Buffer {
    return boundBytes('journal', fileId, record, tags[record - 1] ?? firstTag)
  }

  function openRecord(record: number): { readonly tag: Buffer; readonly plain: Buffer } | undefined {
    const sealed = Buffer.alloc(recordSize)
    const length = readFully(disk, descriptor, sealed, record * recordSize)
    if (length < recordSize) return undefined
    const plain = cipher.open(sealed, boundOf(record))
    return plain && { tag: Buffer.from(sealed.subarray(nonceLength, sealOverhead)), plain }
  }

  /** Reads what is on disk, unless this is still it. */
  function load(): void {
    if (unwritten.size > 0) return
    const { size: found } = disk.fstatSync(descriptor)
    if (found === diskSize) return
    forgetAll()
    diskSize = found
    for (let record = 0; ; record += 1) {
      const opened = openRecord(record)
      if (opened === undefined) break
      tags.push(opened.tag)
      cutTo(Number(opened.plain.readBigUInt64BE(8)))
      newest.set(Number(opened.plain.readBigUInt64BE(0)), record)
    }
  }

  /** A new size; blocks beyond it are gone. */
  function cutTo(newSize: number): void {
    if (newSize < size) {
      const blocks = Math.ceil(newSize / plainBlockSize)
      for (const block of newest.keys()) if (block >= blocks) newest.delete(block)
      for (const block of unwritten.keys()) if (block >= blocks) unwritten.delete(block)
    }
    size = newSize
  }

  /** The content of a block for reading; undefined is zeros. */
  function content(block: number): Buffer | undefined {
    const kept = unwritten.get(block)
    if (kept !== undefined) return kept
    const record = newest.get(block)
    if (record === undefined) return undefined
    const opened = openRecord(record)
    if (opened === undefined) throw notAuthentic(`record ${record} of ${path}`)
    return opened.plain.subarray(labelLength)
  }

  /** The content of a block for changing it. */
  function changeable(block: number, whole: boolean): Buffer {
    const kept = unwritten.get(block)
    if (kept !== undefined) return kept
    const bytes = Buffer.alloc(plainBlockSize)
    if (!whole) bytes.set(content(block) ?? [])
    unwritten.set(block, bytes)
    return bytes
  }

  /** Appends the collected blocks. When the disk refuses, they stay collected. */
  function append(blocks: readonly number[]): void {
    if (blocks.length === 0) return
    const before = tags.length
    const sealed = Buffer.alloc(blocks.length * recordSize)
    try {
      for (const [index, block] of blocks.entries()) tags.push(sealRecord(block, sealed, index * recordSize))
      writeFully(disk, descriptor, sealed, before * recordSize)
    } catch (error) {
      tags.length = before
      throw error
    }
    diskSize = Math.max(diskSize ?? 0, tags.length * recordSize)
    for (const [index, block] of blocks.entries()) {
      newest.set(block, before + index)
      unwritten.delete(block)
    }
  }

  /** The record that comes next; its tag. */
  function sealRecord(block: number, target: Buffer, offset: number): Buffer {
    const record = Buffer.alloc(labelLength + plainBlockSize)
    record.writeBigUInt64BE(BigInt(block), 0)
    record.writeBigUInt64BE(BigInt(size), 8)
    record.set(unwritten.get(block) ?? [], labelLength)
    cipher.seal(record, boundOf(tags.length), target, offset)
    return Buffer.from(target.subarray(offset + nonceLength, offset + sealOverhead))
  }

  return {
    size() {
      load()
      return size
    },
    read(target, position) {
      load()
      const length = Math.max(0, Math.min(target.length, size - position))
      for (let done = 0; done < length; ) {
        const from = (position + done) % plainBlockSize
        const count = Math.min(length - done, plainBlockSize - from)
        const plain = content(Math.floor((position + done) / plainBlockSize))
        if (plain === undefined) target.fill(0, done, done + count)
        else target.set(plain.subarray(from, from + count), done)
        done += count
      }
      return length
    },
    write(source, position) {
      load()
      for (let done = 0; done < source.length; ) {
        const from = (position + done) % plainBlockSize
        const part = source.subarray(done, done + plainBlockSize - from)
        const block = Math.floor((position + done) / plainBlockSize)
        changeable(block, part.length === plainBlockSize).set(part, from)
        done += part.length
        size = Math.max(size, position + done)
        // The block at hand is the one that is about to be written on.
        if (unwritten.size > mostUnwritten) append([...unwritten.keys()].filter((candidate) => candidate !== block))
      }
    },
    truncate(to) {
      load()
      if (to === 0) {
        disk.ftruncateSync(descriptor, 0)
        forgetAll()
        diskSize = 0
        return
      }
      const shorter = to < size
      // The new size stands in the record of the last block, whose bytes beyond the size are zeros.
      const last = changeable(Math.ceil(to / plainBlockSize) - 1, false)
      cutTo(to)
      if (shorter && to % plainBlockSize !== 0) last.fill(0, to % plainBlockSize)
      if (shorter) append([...unwritten.keys()])
    },
    flush: () => append([...unwritten.keys()]),
  }
}
