import { createHash, timingSafeEqual } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import type { PinHashing, PinSecret } from '#application/ports/pins.ts'
import { type Chance, systemChance } from '#data/store/encryption/block-cipher.ts'
import type { KdfParameters } from '#data/store/encryption/key-wrap.ts'

const saltLength = 16

/** 19 MiB, two passes (OWASP's smallest setting for argon2id): a tenth of a second, for each time the laptop is passed on. */
const pinKdf: KdfParameters = { memory: 19_456, iterations: 2, lanes: 1 }

/** argon2id over PINs; tests pass less work and a chance of their own. */
export function pinHashing(kdf: KdfParameters = pinKdf, chance: Chance = systemChance): PinHashing {
  return {
    async make(pin) {
      const salt = Buffer.from(chance(saltLength))
      return { ...kdf, salt, hash: await hashOf(pin, { ...kdf, salt }) }
    },
    async matches(pin, secret) {
      return timingSafeEqual(await hashOf(pin, secret), secret.hash)
    },
    mark: ({ memory, iterations, lanes, salt, hash }) =>
      createHash('sha256')
        .update(`timbang pin v1 ${memory} ${iterations} ${lanes} `)
        .update(salt)
        .update(hash)
        .digest('hex')
        .slice(0, 32),
  }
}

/** Two keyboards may spell one letter differently. */
const hashOf = async (pin: string, { memory, iterations, lanes, salt }: Omit<PinSecret, 'hash'>): Promise<Uint8Array> =>
  argon2id({
    password: pin.normalize('NFKC'),
    salt,
    memorySize: memory,
    iterations,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
