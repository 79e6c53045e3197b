import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeHead,
  encodeSlot,
  type FileHeader,
  hasMagic,
  headSize,
  isGenuine,
  slotSize,
} from '#data/store/encryption/file-header.ts'
import { unwrapKey, wrapWithPassphrase } from '#data/store/encryption/key-wrap.ts'
import { AppError } from '#domain/app-error.ts'

const kdf = { memory: 64, iterations: 1, lanes: 1 }
const dataKey = randomBytes(32)

async function headerOf(passphrase: string): Promise<FileHeader> {
  return { fileId: randomBytes(16), keys: [await wrapWithPassphrase(dataKey, passphrase, { kdf })] }
}

const oldHeader = await headerOf('the old passphrase')
const newHeader = { ...(await headerOf('the new passphrase')), fileId: oldHeader.fileId }
const oldSlot = encodeSlot(oldHeader, 7, dataKey)
const newSlot = encodeSlot(newHeader, 8, dataKey)

function passphraseOf(head: Buffer): string {
  const newest = decodeHead(head).newest
  if (newest === undefined) return 'none'
  return newest.header.keys[0]?.salt === newHeader.keys[0]?.salt ? 'new' : 'old'
}

describe('the head of an encrypted file', () => {
  it('says what was written, by its newest slot, wherever that stands', () => {
    for (const head of [Buffer.concat([oldSlot, newSlot]), Buffer.concat([newSlot, oldSlot])]) {
      const { newest, stale } = decodeHead(head)
      expect(newest?.header).toEqual(newHeader)
      expect(newest && isGenuine(newest, dataKey)).toBe(true)
      expect(newest && isGenuine(newest, randomBytes(32))).toBe(false)
      expect(stale).toEqual([head.indexOf(oldSlot) / slotSize])
    }
    expect(decodeHead(Buffer.concat([newSlot, encodeSlot(newHeader, 9, dataKey)])).stale).toEqual([])
  })

  it('notices any flipped bit of the newest slot, and the other slot still opens', () => {
    fc.assert(
      fc.property(fc.nat(slotSize * 8 - 1), fc.boolean(), (bit, newestFirst) => {
        const damaged = Buffer.from(newSlot)
        damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const head = Buffer.concat(newestFirst ? [damaged, oldSlot] : [oldSlot, damaged])
        const { newest, stale } = decodeHead(head)
        expect(newest?.sequence).toBe(7)
        expect(stale).toEqual([newestFirst ? 0 : 1])
        expect(hasMagic(head)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('opens by one slot or the other wherever the writing of one is cut off', () => {
    for (let cut = 0; cut <= slotSize; cut += 8) {
      const torn = Buffer.concat([newSlot.subarray(0, cut), oldSlot.subarray(cut)])
      expect(passphraseOf(Buffer.concat([oldSlot, torn]))).toBe(cut === slotSize ? 'new' : 'old')
      const zeroed = Buffer.concat([newSlot.subarray(0, cut), Buffer.alloc(slotSize - cut)])
      expect(['old', 'new']).toContain(passphraseOf(Buffer.concat([oldSlot, zeroed])))
    }
  }, 30_000)

  it('believes nothing of a foreign head, whatever it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: headSize }), (noise) => {
        expect(decodeHead(Buffer.from(noise)).newest).toBeUndefined()
        expect(decodeHead(Buffer.concat([newSlot.subarray(0, 24), noise])).newest).toBeUndefined()
      }),
    )
  })

  it('is not genuine when somebody without the key wrote it anew with a correct checksum', () => {
    const forged = encodeSlot(newHeader, 9, randomBytes(32))
    const { newest } = decodeHead(Buffer.concat([oldSlot, forged]))
    expect(newest?.sequence).toBe(9)
    expect(newest && isGenuine(newest, dataKey)).toBe(false)
  })

  it('refuses a later format instead of guessing', () => {
    const later = Buffer.from(newSlot)
    later.writeUInt16BE(2, 16)
    // The checksum of a later format is right, too.
    const whole = resummed(later)
    expect(() => decodeHead(Buffer.concat([oldSlot, whole]))).toThrow(new AppError('E-OPEN-NEWER', { version: 2 }))
  })

  it('opens with a passphrase of the newest slot only', async () => {
    const keys = decodeHead(Buffer.concat([oldSlot, newSlot])).newest?.header.keys ?? []
    expect(await unwrapKey(keys, 'the new passphrase')).toEqual(dataKey)
    await expect(unwrapKey(keys, 'the old passphrase')).rejects.toThrow('E-OPEN-PASS')
  })
})

function resummed(slot: Buffer): Buffer {
  createHash('sha256')
    .update(slot.subarray(0, slotSize - 32))
    .digest()
    .copy(slot, slotSize - 32)
  return slot
}
