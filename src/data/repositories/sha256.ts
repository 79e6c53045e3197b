import { createHash } from 'node:crypto'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import type { Sha256 } from '#domain/ledger/hashing.ts'

export const sha256: Sha256 = () => {
  const hash = createHash('sha256')
  return {
    update(part) {
      hash.update(part)
    },
    hex: () => hash.digest('hex'),
  }
}

/**
 * The first 52 bits, which a number holds exactly. Enough here: whoever has the means to find another row with the same
 * bits can write the whole chain anew with far less work.
 */
function fingerprint(text: string): number {
  const bytes = createHash('sha256').update(text).digest()
  return bytes.readUInt32BE(0) * 2 ** 20 + (bytes.readUInt32BE(4) >>> 12)
}

export const hashing: Hashing = { sha256, fingerprint }
