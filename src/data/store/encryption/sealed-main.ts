import { notAuthentic, plainBlockSize, sealedBlockSize, sealOverhead } from './block-cipher.ts'
import { headSize } from './file-header.ts'
import { readFully, writeFully } from './header-file.ts'
import { boundBytes, type SealedFile, type SealedFileParts } from './sealed-file.ts'

/** Blocks handled with one call of the disk. */
const blocksAtOnce = 64
const zeros = Buffer.alloc(blocksAtOnce * plainBlockSize)

/** The plain size behind a size on disk; the last block may be short. */
export function plainSize(diskSize: number): number {
  const body = Math.max(0, diskSize - headSize)
  const rest = body % sealedBlockSize
  return Math.floor(body / sealedBlockSize) * plainBlockSize + Math.max(0, rest - sealOverhead)
}

export interface SealedMainParts extends SealedFileParts {
  /** Whether this unreadable block may be answered with zeros, because the journal is about to restore it. */
  mayBeRestored(block: number, position: number, length: number): boolean
}

/**
 * The database: block n of 4,096 bytes stands at head + n × 4,124, sealed by itself. SQLite writes whole pages, so
 * writing reads nothing. What does not authenticate is an input/output error (EBADMSG), never other bytes.
 */
export function openSealedMain(parts: SealedMainParts): SealedFile {
  const { disk, descriptor, cipher, fileId, path, mayBeRestored } = parts
  const sealedBytes = Buffer.alloc(blocksAtOnce * sealedBlockSize)

  function size(): number {
    return plainSize(disk.fstatSync(descriptor).size)
  }

  function placeOf(block: number): number {
    return headSize + block * sealedBlockSize
  }

  function openBlock(block: number, sealed: Uint8Array): Buffer | undefined {
    return cipher.open(sealed, boundBytes('main', fileId, block))
  }

  function readBlock(block: number): Buffer {
    const sealed = Buffer.alloc(sealedBlockSize)
    const length = readFully(disk, descriptor, sealed, placeOf(block))
    const plain = openBlock(block, sealed.subarray(0, length))
    if (plain === undefined) throw notAuthentic(`block ${block} of ${path}`)
    return plain
  }

  /** One stretch of at most `blocksAtOnce` blocks; the number of bytes read. */
  function readStretch(target: Uint8Array, position: number): number {
    const first = Math.floor(position / plainBlockSize)
    const count = Math.ceil((position + target.length) / plainBlockSize) - first
    const sealed = sealedBytes.subarray(0, count * sealedBlockSize)
    const got = readFully(disk, descriptor, sealed, placeOf(first))
    let done = 0
    for (let index = 0; index < count; index += 1) {
      const bytes = sealed.subarray(index * sealedBlockSize, Math.min((index + 1) * sealedBlockSize, got))
      const plain = openBlock(first + index, bytes)
      if (plain === undefined) {
        if (!mayBeRestored(first + index, position, target.length)) {
          throw notAuthentic(`block ${first + index} of ${path}`)
        }
        target.fill(0)
        return target.length
      }
      const from = index === 0 ? position % plainBlockSize : 0
      const part = plain.subarray(from, from + target.length - done)
      target.set(part, done)
      done += part.length
      if (plain.length < plainBlockSize) break
    }
    return done
  }

  /** A block as it will be: the old bytes with the new ones laid over them. */
  function laidOver(block: number, from: number, bytes: Uint8Array, oldSize: number): Uint8Array {
    const oldLength = Math.min(plainBlockSize, Math.max(0, oldSize - block * plainBlockSize))
    if (from === 0 && bytes.length >= oldLength) return bytes
    const plain = Buffer.alloc(Math.max(oldLength, from + bytes.length))
    if (oldLength > 0) plain.set(readBlock(block).subarray(0, oldLength))
    plain.set(bytes, from)
    return plain
  }

  function writeStretch(source: Uint8Array, position: number, oldSize: number): void {
    const first = Math.floor(position / plainBlockSize)
    let done = 0
    let length = 0
    for (let block = first; done < source.length; block += 1) {
      const from = block === first ? position % plainBlockSize : 0
      const part = source.subarray(done, done + plainBlockSize - from)
      const plain = laidOver(block, from, part, oldSize)
      cipher.seal(plain, boundBytes('main', fileId, block), sealedBytes, length)
      length += plain.length + sealOverhead
      done += part.length
    }
    writeFully(disk, descriptor, sealedBytes.subarray(0, length), placeOf(first))
  }

  /** In stretches that end where a block ends. */
  function inStretches(position: number, length: number, work: (from: number, count: number) => boolean): void {
    for (let done = 0; done < length; ) {
      const at = position + done
      const room = blocksAtOnce * plainBlockSize - (at % plainBlockSize)
      const count = Math.min(length - done, room)
      if (!work(done, count)) return
      done += count
    }
  }

  /** Zeros up to this size. A hole is sealed like anything else: unsealed zeros would be a way to forge some. */
  function extend(to: number): void {
    for (let at = size(); at < to; ) {
      const room = zeros.length - (at % plainBlockSize)
      const count = Math.min(to - at, room)
      writeStretch(zeros.subarray(0, count), at, at)
      at += count
    }
  }

  return {
    size,
    read(target, position) {
      const wanted = target.subarray(0, Math.max(0, Math.min(target.length, size() - position)))
      let total = 0
      inStretches(position, wanted.length, (from, count) => {
        const got = readStretch(wanted.subarray(from, from + count), position + from)
        total += got
        return got === count
      })
      return total
    },
    write(source, position) {
      let oldSize = size()
      if (position > oldSize) {
        extend(position)
        oldSize = position
      }
      inStretches(position, source.length, (from, count) => {
        writeStretch(source.subarray(from, from + count), position + from, oldSize)
        return true
      })
    },
    truncate(to) {
      if (to >= size()) {
        extend(to)
        return
      }
      const block = Math.floor(to / plainBlockSize)
      const rest = to % plainBlockSize
      const kept = rest === 0 ? undefined : readBlock(block).subarray(0, rest)
      disk.ftruncateSync(descriptor, placeOf(block))
      if (kept !== undefined) writeStretch(kept, block * plainBlockSize, block * plainBlockSize)
    },
    flush: () => undefined,
  }
}
