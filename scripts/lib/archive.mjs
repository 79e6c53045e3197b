// Reading and writing the few archive formats the set-up meets, with nothing but Node itself.
import { inflateRawSync } from 'node:zlib'

const zipEndSignature = 0x06054b50
const zipEntrySignature = 0x02014b50
const zipLocalSignature = 0x04034b50

/**
 * Finds one file in an uncompressed tar archive.
 * @param {Buffer} tar
 * @param {string} wanted exact name inside the archive
 * @returns {Buffer} a view on the bytes of that file
 */
export function fileInTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = textUntilNul(tar.subarray(at, at + 100))
    if (name === '') break
    const size = Number.parseInt(textUntilNul(tar.subarray(at + 124, at + 136)).trim(), 8)
    if (!Number.isInteger(size) || at + 512 + size > tar.length)
      throw new Error(`The tar archive is damaged near "${name}".`)
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`"${wanted}" is not in the tar archive.`)
}

/**
 * Lists a zip archive from its central directory (no zip64, no encryption).
 * @param {Buffer} zip
 * @returns {{ name: string, method: number, mode: number, compressedSize: number, size: number, headerAt: number }[]}
 */
export function zipEntries(zip) {
  const endAt = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (endAt < 0 || zip.readUInt32LE(endAt) !== zipEndSignature) throw new Error('This is not a zip archive.')
  const count = zip.readUInt16LE(endAt + 10)
  let at = zip.readUInt32LE(endAt + 16)
  const entries = []
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== zipEntrySignature) throw new Error(`The zip archive is damaged at entry ${index}.`)
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      compressedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * The bytes of one zip entry. Sizes come from the central directory; only the local header knows where the data starts.
 * @param {Buffer} zip
 * @param {ReturnType<typeof zipEntries>[number]} entry
 */
export function readZipEntry(zip, entry) {
  if (zip.readUInt32LE(entry.headerAt) !== zipLocalSignature)
    throw new Error(`The zip entry "${entry.name}" is damaged.`)
  const start = entry.headerAt + 30 + zip.readUInt16LE(entry.headerAt + 26) + zip.readUInt16LE(entry.headerAt + 28)
  const stored = zip.subarray(start, start + entry.compressedSize)
  if (entry.method !== 0 && entry.method !== 8)
    throw new Error(`The zip entry "${entry.name}" uses method ${entry.method}.`)
  const bytes = entry.method === 0 ? stored : inflateRawSync(stored)
  if (bytes.length !== entry.size) throw new Error(`The zip entry "${entry.name}" has the wrong length.`)
  return bytes
}

/**
 * Builds an asar archive of a flat set of files.
 * @param {Record<string, string | Buffer>} files name → content
 */
export function writeAsar(files) {
  const header = { files: {} }
  const bodies = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const body = Buffer.from(content)
    // Electron reads the offset as text, because it may exceed what JSON numbers hold.
    header.files[name] = { size: body.length, offset: String(offset) }
    bodies.push(body)
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify(header))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}

/** @param {Buffer} bytes */
function textUntilNul(bytes) {
  const end = bytes.indexOf(0)
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end)
}
