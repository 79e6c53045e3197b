import { createHash, type Hash, hash } from 'node:crypto'
import type { Hashing } from '#application/ports/ledger-reader.ts'
import { fingerprintOf, type Sha256 } from '#domain/ledger/hashing.ts'

/** Parts are put together up to this length: one call is far cheaper than a hash that is made, fed and asked. */
const together = 65_536

const of = (text: string): string => hash('sha256', text, 'hex')

export const sha256: Sha256 = {
  of,
  begin() {
    let text = ''
    let fed: Hash | undefined
    return {
      update(part) {
        text += part
        if (text.length < together) return
        fed ??= createHash('sha256')
        fed.update(text)
        text = ''
      },
      hex: () => (fed === undefined ? of(text) : fed.update(text).digest('hex')),
    }
  },
}

export const hashing: Hashing = { sha256, fingerprint: (text) => fingerprintOf(of(text)) }
