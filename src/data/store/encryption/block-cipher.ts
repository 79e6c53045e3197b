import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of chance, as many as asked for. Tests bring their own. */
export type Chance = (count: number) => Uint8Array

export const systemChance: Chance = randomBytes

export const nonceLength = 12
export const tagLength = 16
/** What sealing adds: the nonce and the tag stand before the sealed bytes. */
export const sealOverhead = nonceLength + tagLength
/** SQLite's page size, so that a page is one block and is never read before it is written. */
export const plainBlockSize = 4096
export const sealedBlockSize = plainBlockSize + sealOverhead

const algorithm = 'aes-256-gcm'
const noncesAtOnce = 256

/** A block that is not what this key sealed at this place. `EBADMSG` is what Linux itself says of such a block. */
export function notAuthentic(what: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EBADMSG: ${what} is not authentic`), { code: 'EBADMSG' })
}

/** A key for one purpose, drawn from the data key: nobody can carry bytes from one purpose or one file to another. */
export function derivedKey(dataKey: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, `timbang ${purpose} v1`, 32))
}

/** AES-256-GCM over the blocks of one file. `bound` are the bytes that say which block this is; they are not stored. */
export interface BlockCipher {
  /** Nonce, tag and sealed bytes of `plain`, written to `target` at `offset`: `plain.length + sealOverhead` bytes. */
  seal(plain: Uint8Array, bound: Uint8Array, target: Uint8Array, offset: number): void
  /** The plain bytes, or undefined when one bit of them, or of `bound`, is not what was sealed. */
  open(sealed: Uint8Array, bound: Uint8Array): Buffer | undefined
}

/**
 * Each sealing takes a fresh random nonce. With 96 random bits the chance of one nonce twice under one key stays below
 * 2^-33 up to 2^32 blocks (NIST SP 800-38D, 8.3), which is 16 TB written to one file.
 */
export function createBlockCipher(key: Uint8Array, chance: Chance = systemChance): BlockCipher {
  let nonces: Uint8Array = new Uint8Array(0)
  let used = 0

  function freshNonce(): Uint8Array {
    if (used + nonceLength > nonces.length) {
      nonces = chance(noncesAtOnce * nonceLength)
      used = 0
    }
    used += nonceLength
    return nonces.subarray(used - nonceLength, used)
  }

  return {
    seal(plain, bound, target, offset) {
      const nonce = freshNonce()
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength })
      cipher.setAAD(bound)
      const sealed = cipher.update(plain)
      cipher.final()
      target.set(nonce, offset)
      target.set(cipher.getAuthTag(), offset + nonceLength)
      target.set(sealed, offset + sealOverhead)
    },
    open(sealed, bound) {
      if (sealed.length < sealOverhead) return undefined
      const nonce = sealed.subarray(0, nonceLength)
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
      decipher.setAAD(bound)
      decipher.setAuthTag(sealed.subarray(nonceLength, sealOverhead))
      const plain = decipher.update(sealed.subarray(sealOverhead))
      try {
        decipher.final()
        return plain
      } catch {
        return undefined
      }
    },
  }
}
