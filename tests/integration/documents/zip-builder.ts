import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip file to build; the optional values replace what an honest writer would put there. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly method?: 0 | 8 | 12
  readonly flags?: number
  /** Size stated in the headers instead of the real one. */
  readonly statedBytes?: number
  readonly statedPackedBytes?: number
  readonly checksum?: number
  /** Offset stated in the directory instead of the real one. */
  readonly statedOffset?: number
}

/** Builds a zip file byte by byte, so that tests can also build the files no honest program writes. */
export function buildZip(entries: readonly ZipEntry[], statedCount = entries.length): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const raw = Buffer.from(entry.content)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(raw) : raw
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    for (const [header, at] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, at)
      header.writeUInt16LE(entry.flags ?? 0, at + 2)
      header.writeUInt16LE(method, at + 4)
      header.writeUInt32LE(entry.checksum ?? crc32(raw), at + 10)
      header.writeUInt32LE(entry.statedPackedBytes ?? packed.length, at + 14)
      header.writeUInt32LE(entry.statedBytes ?? raw.length, at + 18)
      header.writeUInt16LE(name.length, at + 22)
    }
    central.writeUInt32LE(entry.statedOffset ?? offset, 42)
    locals.push(local, name, packed)
    directory.push(central, name)
    offset += local.length + name.length + packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(statedCount, 8)
  end.writeUInt16LE(statedCount, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, directoryBytes, end]))
}
