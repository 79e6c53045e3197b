import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '#domain/app-error.ts'
import { z } from '#domain/zod.ts'
import { derivedKey, plainBlockSize } from './block-cipher.ts'
import { type WrappedKey, wrappedKeySchema } from './key-wrap.ts'

/**
 * The head of an encrypted workspace, before the first block and out of SQLite's sight: two slots of 4,096 bytes. Each
 * holds the whole header, so that the other one opens the file when the writing of one was cut off.
 *
 * A slot: 16 bytes magic | format u16 | length u16 | sequence u32 | JSON | zeros | HMAC-SHA256 | SHA-256, big-endian.
 * The SHA-256 tells a whole slot from a torn one before any key is known; the HMAC, under a key drawn from the data key,
 * tells that nobody without that key wrote it. Together they cover every bit of the slot.
 */
export const slotSize = 4096
export const slotCount = 2
export const headSize = slotSize * slotCount

const magic = Buffer.from('TIMBANG-SEALED\0\0', 'latin1')
const formatVersion = 1
const textStart = magic.length + 8
const macStart = slotSize - 64
const sumStart = slotSize - 32
export const fileIdLength = 16

const bodySchema = z.strictObject({
  fileId: z
    .base64()
    .max(64)
    .refine((text) => Buffer.from(text, 'base64').length === fileIdLength),
  blockSize: z.literal(plainBlockSize),
  keys: z.array(wrappedKeySchema).min(1).max(4),
})

/** What the head says: which file this is, and the data key, sealed once for each secret that opens it. */
export interface FileHeader {
  readonly fileId: Uint8Array
  readonly keys: readonly WrappedKey[]
}

export interface HeaderSlot {
  readonly index: number
  readonly sequence: number
  readonly header: FileHeader
  readonly bytes: Buffer
}

export interface HeadSlots {
  /** The whole slot that was written last; undefined when neither is whole. */
  readonly newest: HeaderSlot | undefined
  /** Slots that are torn, changed or say something else than the newest: they are to be written anew. */
  readonly stale: readonly number[]
}

/** Whether these first bytes of a file carry our mark, in either slot. */
export function hasMagic(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return [0, slotSize].some((start) => bytes.subarray(start, start + magic.length).equals(magic))
}

/** The bytes of one slot. */
export function encodeSlot(header: FileHeader, sequence: number, dataKey: Uint8Array): Buffer {
  const body = {
    fileId: Buffer.from(header.fileId).toString('base64'),
    blockSize: plainBlockSize,
    keys: header.keys,
  }
  const text = Buffer.from(JSON.stringify(body))
  if (textStart + text.length > macStart) throw new RangeError('the header does not fit in its slot')
  const slot = Buffer.alloc(slotSize)
  magic.copy(slot)
  slot.writeUInt16BE(formatVersion, magic.length)
  slot.writeUInt16BE(text.length, magic.length + 2)
  slot.writeUInt32BE(sequence, magic.length + 4)
  text.copy(slot, textStart)
  macOf(slot, dataKey).copy(slot, macStart)
  sumOf(slot).copy(slot, sumStart)
  return slot
}

/**
 * Both slots of a head. It believes no length and no number that is not in range; a slot that is not whole is stale.
 * Refuses a header of a later format (E-OPEN-NEWER). Whether the newest is genuine says `isGenuine`.
 */
export function decodeHead(head: Buffer): HeadSlots {
  const slots = Array.from({ length: slotCount }, (_, index) => decodeSlot(head, index))
  const newest = slots.reduce((best, slot) => {
    if (slot === undefined) return best
    return best === undefined || slot.sequence > best.sequence ? slot : best
  }, undefined)
  const stale = [...slots.keys()].filter((index) => {
    const slot = slots[index]
    return slot === undefined || newest === undefined || !sameContent(slot, newest)
  })
  return { newest, stale }
}

/** Whether the holder of this data key wrote the slot. */
export function isGenuine({ bytes }: HeaderSlot, dataKey: Uint8Array): boolean {
  return timingSafeEqual(macOf(bytes, dataKey), bytes.subarray(macStart, sumStart))
}

function decodeSlot(head: Buffer, index: number): HeaderSlot | undefined {
  const bytes = head.subarray(index * slotSize, (index + 1) * slotSize)
  if (bytes.length < slotSize || !bytes.subarray(0, magic.length).equals(magic)) return undefined
  if (!sumOf(bytes).equals(bytes.subarray(sumStart))) return undefined
  const version = bytes.readUInt16BE(magic.length)
  if (version > formatVersion) throw new AppError('E-OPEN-NEWER', { version })
  const length = bytes.readUInt16BE(magic.length + 2)
  if (version !== formatVersion || textStart + length > macStart) return undefined
  const body = bodySchema.safeParse(parseJson(bytes.toString('utf8', textStart, textStart + length)))
  if (!body.success) return undefined
  const header = { fileId: Buffer.from(body.data.fileId, 'base64'), keys: body.data.keys }
  return { index, sequence: bytes.readUInt32BE(magic.length + 4), header, bytes }
}

/** Everything but the sequence and the two sums over it. */
function sameContent(one: HeaderSlot, other: HeaderSlot): boolean {
  return one.bytes.subarray(textStart, macStart).equals(other.bytes.subarray(textStart, macStart))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function macOf(slot: Buffer, dataKey: Uint8Array): Buffer {
  const key = derivedKey(dataKey, new Uint8Array(0), 'header')
  return createHmac('sha256', key).update(slot.subarray(0, macStart)).digest()
}

function sumOf(slot: Buffer): Buffer {
  return createHash('sha256').update(slot.subarray(0, sumStart)).digest()
}
