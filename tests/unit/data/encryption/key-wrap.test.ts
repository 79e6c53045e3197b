import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  standardKdf,
  unwrapKey,
  type WrappedKey,
  wrappedKeySchema,
  wrapWithPassphrase,
  wrapWithRecoveryKey,
} from '#data/store/encryption/key-wrap.ts'
import { formatRecoveryKey, parseRecoveryKey } from '#data/store/encryption/recovery-key.ts'
import { dataKeyOf, workspaceKey } from '#data/store/encryption/workspace-key.ts'

const kdf = { memory: 64, iterations: 1, lanes: 1 }
const dataKey = randomBytes(32)
const passphrase = 'enam kata yang mudah diingat bersama'

describe('the wrapped data key', () => {
  it('opens with the passphrase however its spaces and accents were typed, and with no other', async () => {
    const wraps = [await wrapWithPassphrase(dataKey, 'café besar di sudut jalan', { kdf })]
    expect(await unwrapKey(wraps, '  cafe\u0301 besar  di sudut jalan ')).toEqual(dataKey)
    for (const wrong of ['', ' ', 'Café besar di sudut jalan', 'café besar di sudut jala']) {
      await expect(unwrapKey(wraps, wrong)).rejects.toThrow('E-OPEN-PASS')
    }
  })

  it('takes its chance from the caller, and never the same salt or nonce twice by itself', async () => {
    const chance = (count: number) => new Uint8Array(count).fill(7)
    const one = await wrapWithPassphrase(dataKey, passphrase, { kdf, chance })
    expect(await wrapWithPassphrase(dataKey, passphrase, { kdf, chance })).toEqual(one)
    const [a, b] = await Promise.all([1, 2].map(() => wrapWithPassphrase(dataKey, passphrase, { kdf })))
    expect(a?.salt).not.toBe(b?.salt)
    expect(a?.nonce).not.toBe(b?.nonce)
    expect(a?.sealed).not.toBe(b?.sealed)
  })

  it('notices every changed part, the parameters included', async () => {
    const wrap = await wrapWithPassphrase(dataKey, passphrase, { kdf })
    const other = await wrapWithPassphrase(dataKey, passphrase, { kdf })
    const changes: Partial<WrappedKey>[] = [{ salt: other.salt }, { nonce: other.nonce }, { tag: other.tag }]
    for (const change of [...changes, { memory: 128 }, { iterations: 2 }, { sealed: other.sealed }]) {
      await expect(unwrapKey([{ ...wrap, ...change } as WrappedKey], passphrase)).rejects.toThrow('E-OPEN-PASS')
    }
    expect(await unwrapKey([wrap], passphrase)).toEqual(dataKey)
  })

  it('accepts no parameters that would take the machine away', async () => {
    const wrap = await wrapWithPassphrase(dataKey, passphrase, { kdf })
    expect(wrappedKeySchema.safeParse(wrap).success).toBe(true)
    for (const change of [{ memory: 2 ** 21 }, { iterations: 1000 }, { lanes: 64 }, { salt: 'AAAA' }, { extra: 1 }]) {
      expect(wrappedKeySchema.safeParse({ ...wrap, ...change }).success).toBe(false)
    }
  })

  it('refuses a passphrase that is too short', async () => {
    await expect(wrapWithPassphrase(dataKey, 'thirteen char', { kdf })).rejects.toThrow('E-KEY-SHORT')
    await expect(wrapWithPassphrase(dataKey, '  spaces   do   not   count'.slice(0, 16), { kdf })).rejects.toThrow(
      'E-KEY-SHORT',
    )
  })

  it('opens at the standard strength, stored with it', async () => {
    const wrap = await wrapWithPassphrase(dataKey, passphrase)
    expect(wrap).toMatchObject({ kdf: 'argon2id', ...standardKdf })
    expect(await unwrapKey([wrap], passphrase)).toEqual(dataKey)
  }, 30_000)
})

describe('the recovery key', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 })

  it('comes back from its letters, however they are typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom('', ' ', '--'), (key, gap) => {
        const text = formatRecoveryKey(key)
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
        const typed = text.toLowerCase().replaceAll('-', gap).replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseRecoveryKey(typed)).toEqual(Buffer.from(key))
      }),
    )
  })

  it('names the group with a wrong letter, two swapped letters, or two swapped groups', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZU'
    fc.assert(
      fc.property(bytes, fc.nat(39), fc.nat(letters.length - 1), (key, at, other) => {
        const text = formatRecoveryKey(key).replaceAll('-', '')
        const wrong = text.slice(0, at) + letters.charAt(other) + text.slice(at + 1)
        if (wrong !== text)
          expect(() => parseRecoveryKey(wrong)).toThrow(`E-KEY-TYPING {"group":${Math.floor(at / 5) + 1}}`)
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
        if (at % 5 < 4 && swapped !== text) expect(() => parseRecoveryKey(swapped)).toThrow('E-KEY-TYPING')
      }),
      { numRuns: 1000 },
    )
    const groups = formatRecoveryKey(new Uint8Array(20)).split('-')
    expect(() => parseRecoveryKey([groups[1], groups[0], ...groups.slice(2)].join('-'))).toThrow('E-KEY-TYPING')
  })

  it('is no recovery key when it has another length', () => {
    expect(parseRecoveryKey(passphrase)).toBeUndefined()
    expect(parseRecoveryKey('')).toBeUndefined()
  })

  it('opens beside the passphrase; another one does not', async () => {
    const key = randomBytes(20)
    const wraps = [await wrapWithPassphrase(dataKey, passphrase, { kdf }), wrapWithRecoveryKey(dataKey, key)]
    expect(await unwrapKey(wraps, formatRecoveryKey(key))).toEqual(dataKey)
    expect(await unwrapKey(wraps, passphrase)).toEqual(dataKey)
    await expect(unwrapKey(wraps, formatRecoveryKey(randomBytes(20)))).rejects.toThrow('E-OPEN-PASS')
    await expect(unwrapKey(wraps.slice(0, 1), formatRecoveryKey(key))).rejects.toThrow('E-OPEN-PASS')
  })
})

describe('the key of an unlocked workspace', () => {
  it('shows its bytes to nobody who looks at it, and has none once forgotten', () => {
    const bytes = randomBytes(32)
    const copy = Buffer.from(bytes)
    const key = workspaceKey(bytes, [])
    expect(dataKeyOf(key)).toEqual(copy)
    expect(JSON.stringify({ ...key })).not.toContain(copy.toString('base64').slice(0, 8))
    key.forget()
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    expect(() => dataKeyOf(key)).toThrow('forgotten')
  })
})
