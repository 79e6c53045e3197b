import { describe, expect, it } from 'vitest'
import { readFuses, writeFuses } from '#scripts/lib/fuses.mjs'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

function executable(
  parts: { readonly version?: number; readonly count?: number; readonly copies?: number } = {},
): Buffer {
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([parts.version ?? 1, parts.count ?? 8]),
    Buffer.from('10100011'),
  ])
  return Buffer.concat([
    Buffer.from('code before '),
    ...Array.from({ length: parts.copies ?? 1 }, () => wire),
    Buffer.from(' code behind'),
  ])
}

describe('fuses', () => {
  it('changes the eight digits and nothing else', () => {
    const bytes = executable()
    writeFuses(bytes, '10110001')
    expect(readFuses(bytes)).toBe('10110001')
    expect(bytes.toString('latin1')).toBe(executable().toString('latin1').replace('10100011', '10110001'))
  })

  it('refuses an executable it does not understand', () => {
    expect(() => readFuses(Buffer.from('no fuses here'))).toThrow('no fuses')
    expect(() => readFuses(executable({ copies: 2 }))).toThrow('twice')
    expect(() => readFuses(executable({ version: 2 }))).toThrow('Unknown fuse layout')
    expect(() => readFuses(executable({ count: 9 }))).toThrow('Unknown fuse layout')
  })

  it.each(['', '1011000', '101100011', '1011000r'])('refuses the digits %j', (digits) => {
    expect(() => writeFuses(executable(), digits)).toThrow('Eight fuse digits')
  })
})
