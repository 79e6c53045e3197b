import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLongEnough, plainPassphrase } from '#domain/rules/passphrase.ts'
import { nextTry, oneMore } from '#domain/rules/passphrase-tries.ts'

const start = '2026-11-23T02:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString()

describe('the length of a passphrase', () => {
  it.each([
    ['', false],
    ['               ', false],
    ['kuda besi', false],
    ['tiga belas 123', true],
    ['tigabelas1234', false],
    ['aa bb cc dd', false],
    ['a b c d e f', false],
    ['satu dua tiga empat lima enam', true],
    ['ab cd ef gh', false],
    ['  tepat 14 huruf', true],
  ])('of %j is enough: %s', (typed, enough) => {
    expect(isLongEnough(typed)).toBe(enough)
  })

  it('does not depend on spaces around and between words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 }), (words) => {
        const [narrow, wide] = [words.join(' '), `  ${words.join('   ')}\t`]
        expect(plainPassphrase(wide)).toBe(narrow)
        expect(isLongEnough(wide)).toBe(isLongEnough(narrow))
      }),
    )
  })
})

describe('tries of a passphrase', () => {
  it('are five, and then one after each wait', () => {
    expect(nextTry(null, start)).toEqual({ tries: 5, waitSeconds: 0 })
    expect(nextTry({ count: 4, lastAt: start }, start)).toEqual({ tries: 1, waitSeconds: 0 })
    const waits = [5, 6, 7, 8, 9, 10, 11, 60].map((count) => nextTry({ count, lastAt: start }, start).waitSeconds)
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
    expect(nextTry({ count: 5, lastAt: start }, later(29.5))).toEqual({ tries: 0, waitSeconds: 1 })
    expect(nextTry({ count: 5, lastAt: start }, later(30))).toEqual({ tries: 1, waitSeconds: 0 })
  })

  it('are forgotten after a day', () => {
    expect(nextTry({ count: 60, lastAt: start }, later(86_400))).toEqual({ tries: 5, waitSeconds: 0 })
    expect(oneMore({ count: 60, lastAt: start }, later(86_400))).toEqual({ count: 1, lastAt: later(86_400) })
    expect(oneMore({ count: 3, lastAt: start }, later(5))).toEqual({ count: 4, lastAt: later(5) })
  })

  it('never wait longer than a quarter of an hour, and never again shorter by guessing on, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: -1e6, max: 86_399 }), (count, passed) => {
        const { tries, waitSeconds } = nextTry({ count, lastAt: start }, later(passed))
        expect(waitSeconds).toBeGreaterThanOrEqual(0)
        expect(waitSeconds).toBeLessThanOrEqual(900)
        expect(tries > 0).toBe(waitSeconds === 0)
        const more = nextTry({ count: count + 1, lastAt: start }, later(passed))
        expect(more.waitSeconds).toBeGreaterThanOrEqual(waitSeconds)
      }),
    )
  })
})
