import { createCipheriv, createDecipheriv } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { AppError } from '#domain/app-error.ts'
import { isLongEnough, plainPassphrase, shortestPassphrase } from '#domain/rules/passphrase.ts'
import { z } from '#domain/zod.ts'
import { type Chance, derivedKey, nonceLength, systemChance, tagLength } from './block-cipher.ts'
import { parseRecoveryKey } from './recovery-key.ts'

export const dataKeyLength = 32
const saltLength = 16

/** How much work one guess of the passphrase takes: memory in KiB, passes over it, lanes. */
export interface KdfParameters {
  readonly memory: number
  readonly iterations: number
  readonly lanes: number
}

/** 64 MiB, three passes: the second recommended setting of RFC 9106. About half a second on an office laptop. */
export const standardKdf: KdfParameters = { memory: 65_536, iterations: 3, lanes: 1 }

function bytesOf(length: number) {
  return z
    .base64()
    .max(128)
    .refine((text) => Buffer.from(text, 'base64').length === length)
}

const sealedKeyShape = { nonce: bytesOf(nonceLength), tag: bytesOf(tagLength), sealed: bytesOf(dataKeyLength) }

// The limits keep a hostile file from taking the machine's memory or an hour of its time.
const passphraseWrap = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.literal('argon2id'),
  memory: z.int().min(8).max(1_048_576),
  iterations: z.int().min(1).max(16),
  lanes: z.int().min(1).max(1),
  salt: bytesOf(saltLength),
  ...sealedKeyShape,
})

const recoveryWrap = z.strictObject({
  kind: z.literal('recovery'),
  kdf: z.literal('hkdf-sha256'),
  salt: bytesOf(saltLength),
  ...sealedKeyShape,
})

/** The data key, sealed under what the user knows or keeps on paper. */
export const wrappedKeySchema = z.discriminatedUnion('kind', [passphraseWrap, recoveryWrap])
export type WrappedKey = z.infer<typeof wrappedKeySchema>

export interface WrapOptions {
  readonly kdf?: KdfParameters
  readonly chance?: Chance
}

/** Seals the data key under a passphrase. Refuses one that is too short (E-KEY-SHORT). */
export async function wrapWithPassphrase(
  dataKey: Uint8Array,
  passphrase: string,
  { kdf = standardKdf, chance = systemChance }: WrapOptions = {},
): Promise<WrappedKey> {
  if (!isLongEnough(passphrase)) throw new AppError('E-KEY-SHORT', { minimum: shortestPassphrase })
  const salt = Buffer.from(chance(saltLength))
  const { memory, iterations, lanes } = kdf
  const terms = {
    kind: 'passphrase',
    kdf: 'argon2id',
    memory,
    iterations,
    lanes,
    salt: salt.toString('base64'),
  } as const
  return { ...terms, ...sealKey(await passphraseKey(passphrase, salt, kdf), dataKey, boundTo(terms), chance) }
}

/** Seals the data key under a recovery key. Its 160 bits of chance need no slow derivation. */
export function wrapWithRecoveryKey(dataKey: Uint8Array, recoveryKey: Uint8Array, chance = systemChance): WrappedKey {
  const salt = Buffer.from(chance(saltLength))
  const terms = { kind: 'recovery', kdf: 'hkdf-sha256', salt: salt.toString('base64') } as const
  return { ...terms, ...sealKey(derivedKey(recoveryKey, salt, 'recovery'), dataKey, boundTo(terms), chance) }
}

/**
 * The data key behind a passphrase or a recovery key. Refuses a wrong one (E-OPEN-PASS) without looking at any data, and
 * a recovery key with a typing error (E-KEY-TYPING), naming the group.
 */
export async function unwrapKey(wraps: readonly WrappedKey[], secret: string): Promise<Buffer> {
  for (const wrap of wraps) {
    if (wrap.kind !== 'passphrase') continue
    const dataKey = openKey(await passphraseKey(secret, Buffer.from(wrap.salt, 'base64'), wrap), wrap)
    if (dataKey !== undefined) return dataKey
  }
  const recoveryKey = wraps.some(({ kind }) => kind === 'recovery') ? parseRecoveryKey(secret) : undefined
  for (const wrap of wraps) {
    if (wrap.kind !== 'recovery' || recoveryKey === undefined) continue
    const dataKey = openKey(derivedKey(recoveryKey, Buffer.from(wrap.salt, 'base64'), 'recovery'), wrap)
    if (dataKey !== undefined) return dataKey
  }
  throw new AppError('E-OPEN-PASS')
}

async function passphraseKey(passphrase: string, salt: Uint8Array, kdf: KdfParameters): Promise<Buffer> {
  const key = await argon2id({
    // The library takes no empty password.
    password: plainPassphrase(passphrase) || ' ',
    salt,
    memorySize: kdf.memory,
    iterations: kdf.iterations,
    parallelism: kdf.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  return Buffer.from(key)
}

/** Changing a stored parameter must not go unnoticed, so the seal covers them all. */
function boundTo(terms: object): Buffer {
  return Buffer.from(`timbang data key v1 ${JSON.stringify(Object.entries(terms).sort())}`)
}

function sealKey(key: Buffer, dataKey: Uint8Array, bound: Buffer, chance: Chance) {
  const nonce = Buffer.from(chance(nonceLength))
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(bound)
  const sealed = cipher.update(dataKey)
  cipher.final()
  key.fill(0)
  return {
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

function openKey(key: Buffer, wrap: WrappedKey): Buffer | undefined {
  const { nonce, tag, sealed, ...terms } = wrap
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: tagLength })
  decipher.setAAD(boundTo(terms))
  decipher.setAuthTag(Buffer.from(tag, 'base64'))
  const dataKey = decipher.update(Buffer.from(sealed, 'base64'))
  try {
    decipher.final()
    return dataKey
  } catch {
    return undefined
  } finally {
    key.fill(0)
  }
}
