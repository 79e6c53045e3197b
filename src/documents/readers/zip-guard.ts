import { Buffer } from 'node:buffer'
import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '#domain/app-error.ts'
import { importLimits, limitExceeded } from './limits.ts'

const END_RECORD = 0x06054b50
const CENTRAL_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_RECORD_BYTES = 22
const END_SEARCH_BYTES = 65_557
const ENCRYPTED_FLAGS = 0x0041

interface Entry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packedBytes: number
  readonly bytes: number
  readonly localOffset: number
}

/** What a zip file holds. Names (with `/` between folders) are keys, never paths. */
export interface ZipContent {
  readonly names: ReadonlySet<string>
  /** The parts the caller asked to keep; the others were checked all the same. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

/**
 * Opens a zip file of unknown origin: everything is checked against the limits from the directory first, then each entry
 * is inflated with its declared size as a hard stop, so a header that lies is found out before memory is spent.
 *
 * Refusals: `E-IMPORT-LIMIT` for a bomb, `E-IMPORT-FORMAT` for an encrypted entry or an unknown packing method,
 * `E-IMPORT-DAMAGED` for anything cut off, overlapping, contradictory or with a wrong checksum.
 */
export function openGuardedZip(bytes: Uint8Array, file: string, keep: (name: string) => boolean): ZipContent {
  if (bytes.byteLength > importLimits.fileBytes) throw limitExceeded('file-size')
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEndRecord(view, file)
  const entries = readDirectory(view, end, file)
  checkSizes(entries)
  const places = locateData(view, entries, view.readUInt32LE(end + 16), file)

  const names = new Set<string>()
  const parts = new Map<string, Uint8Array>()
  entries.forEach((entry, index) => {
    const start = places[index] ?? 0
    const name = entry.name.replaceAll('\\', '/')
    if (names.has(name)) throw damaged(file)
    names.add(name)
    const content = inflate(entry, view.subarray(start, start + entry.packedBytes), file)
    if (keep(name)) parts.set(name, content)
  })
  return { names, parts }
}

function findEndRecord(view: Buffer, file: string): number {
  const lowest = Math.max(0, view.length - END_SEARCH_BYTES)
  for (let offset = view.length - END_RECORD_BYTES; offset >= lowest; offset -= 1) {
    if (view.readUInt32LE(offset) !== END_RECORD) continue
    if (offset + END_RECORD_BYTES + view.readUInt16LE(offset + 20) === view.length) return offset
  }
  throw damaged(file)
}

function readDirectory(view: Buffer, end: number, file: string): Entry[] {
  const count = view.readUInt16LE(end + 10)
  if (count > importLimits.entries) throw limitExceeded('entries')
  const size = view.readUInt32LE(end + 12)
  const start = view.readUInt32LE(end + 16)
  const oneDisk = view.readUInt16LE(end + 4) === 0 && view.readUInt16LE(end + 8) === count
  if (count === 0 || !oneDisk || start + size > end) throw damaged(file)

  const entries: Entry[] = []
  let offset = start
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > start + size || view.readUInt32LE(offset) !== CENTRAL_ENTRY) throw damaged(file)
    const nameLength = view.readUInt16LE(offset + 28)
    const next = offset + 46 + nameLength + view.readUInt16LE(offset + 30) + view.readUInt16LE(offset + 32)
    if (next > start + size) throw damaged(file)
    const method = view.readUInt16LE(offset + 10)
    const encrypted = (view.readUInt16LE(offset + 8) & ENCRYPTED_FLAGS) !== 0
    if (encrypted || (method !== 0 && method !== 8)) throw new AppError('E-IMPORT-FORMAT', { file })
    entries.push({
      name: view.toString('utf8', offset + 46, offset + 46 + nameLength),
      method,
      checksum: view.readUInt32LE(offset + 16),
      packedBytes: view.readUInt32LE(offset + 20),
      bytes: view.readUInt32LE(offset + 24),
      localOffset: view.readUInt32LE(offset + 42),
    })
    offset = next
  }
  return entries
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0
  for (const { bytes, packedBytes } of entries) {
    if (bytes > importLimits.entryBytes) throw limitExceeded('entry-size')
    if (bytes > importLimits.ratioFloorBytes && bytes > packedBytes * importLimits.ratio) throw limitExceeded('ratio')
    total += bytes
    if (total > importLimits.totalBytes) throw limitExceeded('total-size')
  }
}

/** Start of each entry's data. Entries that share bytes (a bomb made of overlaps) or run into the directory are damage. */
function locateData(view: Buffer, entries: readonly Entry[], directory: number, file: string): number[] {
  const ranges = entries.map((entry) => {
    const local = entry.localOffset
    if (local + 30 > directory || view.readUInt32LE(local) !== LOCAL_ENTRY) throw damaged(file)
    const data = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    return { local, data, end: data + entry.packedBytes }
  })
  let free = 0
  for (const range of [...ranges].sort((first, second) => first.local - second.local)) {
    if (range.local < free || range.end > directory) throw damaged(file)
    free = range.end
  }
  return ranges.map((range) => range.data)
}

function inflate(entry: Entry, packed: Buffer, file: string): Uint8Array {
  const content = entry.method === 0 ? packed : inflateAtMost(packed, entry.bytes, file)
  if (content.length !== entry.bytes || crc32(content) !== entry.checksum) throw damaged(file)
  return content
}

function inflateAtMost(packed: Buffer, bytes: number, file: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
  } catch (cause) {
    throw new AppError('E-IMPORT-DAMAGED', { file }, cause)
  }
}

function damaged(file: string): AppError {
  return new AppError('E-IMPORT-DAMAGED', { file })
}
