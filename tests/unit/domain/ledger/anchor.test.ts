import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  anchorCode,
  anchorText,
  checkDigits,
  compareAnchor,
  hashGroups,
  parseAnchor,
} from '#domain/ledger/anchor.ts'
import { emptyHash } from '#domain/ledger/hashing.ts'

const hex = '0123456789abcdef'
const anAnchor: fc.Arbitrary<Anchor> = fc.record({
  hash: fc
    .array(fc.constantFrom(...hex), { minLength: 64, maxLength: 64 })
    .map((digits) => digits.join(''))
    .filter((hash) => hash !== emptyHash),
  count: fc.integer({ min: 1, max: 10_000_000 }),
})
const example: Anchor = { hash: '1f0c22d9'.repeat(8), count: 1204 }

describe('the text of an anchor', () => {
  it('has eight groups of eight digits, the count and the check', () => {
    expect(hashGroups(example.hash)).toEqual(Array(8).fill('1f0c22d9'))
    expect(anchorText(example)).toBe(`${'1f0c22d9 '.repeat(8)}: 1204 : ${checkDigits(example)}`)
    expect(anchorCode(example)).toMatch(/^[0-9A-F]{64}:1204:\d\d$/)
  })

  it('is read back from both forms', () => {
    fc.assert(
      fc.property(anAnchor, (anchor) => {
        for (const text of [anchorText(anchor), anchorCode(anchor)])
          expect(parseAnchor(text)).toEqual({ kind: 'anchor', anchor })
      }),
    )
  })

  it('is read however it is spaced and cased, with letters that look like digits', () => {
    const separator = fc.constantFrom('', ' ', '  ', '\n', '-', '.', ' · ', '\u00a0')
    const end = fc.constantFrom(':', ' : ', '/', ' ', ', ', ' · ', '\n')
    fc.assert(
      fc.property(
        anAnchor,
        fc.array(separator, { minLength: 64, maxLength: 64 }),
        end,
        fc.boolean(),
        (anchor, gaps, between, check) => {
          const digits = [...anchor.hash].map((digit, index) => `${index === 0 ? '' : gaps[index]}${digit}`).join('')
          const written = digits.replaceAll('0', 'O').replaceAll('1', 'l').toUpperCase()
          const text = ` ${written}${between}${anchor.count}${check ? `${between}${checkDigits(anchor)}` : ''} `
          expect(parseAnchor(text), text).toEqual({ kind: 'anchor', anchor })
        },
      ),
    )
  })

  it('is refused with one wrong digit, or with two neighbours swapped', () => {
    fc.assert(
      fc.property(anAnchor, fc.nat(63), fc.constantFrom(...hex), (anchor, at, digit) => {
        const { hash } = anchor
        fc.pre(hash[at] !== digit)
        const typed = `${hash.slice(0, at)}${digit}${hash.slice(at + 1)}:${anchor.count}:${checkDigits(anchor)}`
        expect(parseAnchor(typed)).toEqual({ kind: 'check' })
      }),
    )
    fc.assert(
      fc.property(anAnchor, fc.nat(62), (anchor, at) => {
        const { hash } = anchor
        fc.pre(hash[at] !== hash[at + 1])
        const swapped = `${hash.slice(0, at)}${hash[at + 1]}${hash[at]}${hash.slice(at + 2)}`
        expect(parseAnchor(`${swapped}:${anchor.count}:${checkDigits(anchor)}`)).toEqual({ kind: 'check' })
      }),
    )
  })

  it('is refused with a wrong count', () => {
    const check = checkDigits(example)
    expect(parseAnchor(`${example.hash}:1205:${check}`)).toEqual({ kind: 'check' })
    expect(parseAnchor(`${example.hash}:1240:${check}`)).toEqual({ kind: 'check' })
  })

  it.each([
    ['', { kind: 'digits', found: 0 }],
    ['1f0c22d9 : 3', { kind: 'digits', found: 8 }],
    [`${'a'.repeat(63)}:3`, { kind: 'digits', found: 63 }],
    [`${'a'.repeat(32)}x${'a'.repeat(32)}:3`, { kind: 'digits', found: 32 }],
    ['kode jejak', { kind: 'digits', found: 0 }],
    ['a'.repeat(64), { kind: 'count' }],
    ['a'.repeat(65), { kind: 'count' }],
    [`${'a'.repeat(64)}:`, { kind: 'count' }],
    [`${'a'.repeat(64)}:-3x`, { kind: 'count' }],
    [`${'a'.repeat(64)}:0`, { kind: 'check' }],
    [`${emptyHash}:4`, { kind: 'check' }],
  ])('says why %j is none', (typed, expected) => {
    expect(parseAnchor(typed)).toEqual(expected)
  })

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof parseAnchor(typed).kind === 'string'))
  })

  it('of an empty file is read back as well', () => {
    const nothing = { hash: emptyHash, count: 0 }
    expect(parseAnchor(anchorText(nothing))).toEqual({ kind: 'anchor', anchor: nothing })
  })
})

describe('comparing an anchor', () => {
  const hashes = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))
  const hashAt = (seq: number) => hashes[seq - 1] ?? null
  const anchorAt = (count: number): Anchor => ({ count, hash: hashAt(count) ?? emptyHash })

  it('matches at the end, continues before it', () => {
    expect(compareAnchor(anchorAt(4), 4, hashAt)).toEqual({ kind: 'match' })
    expect(compareAnchor(anchorAt(1), 4, hashAt)).toEqual({ kind: 'continues', later: 3 })
    expect(compareAnchor(anchorAt(0), 4, hashAt)).toEqual({ kind: 'continues', later: 4 })
  })

  it('tells a shorter chain from another history', () => {
    expect(compareAnchor(anchorAt(4), 3, hashAt)).toEqual({ kind: 'shorter', missing: 1 })
    expect(compareAnchor({ count: 2, hash: 'd'.repeat(64) }, 4, hashAt)).toEqual({ kind: 'different' })
    expect(compareAnchor({ count: 2, hash: 'b'.repeat(64) }, 4, () => null)).toEqual({ kind: 'different' })
  })
})
