import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTypedNumber } from '#renderer/i18n/format.ts'
import { formattersFor } from '#renderer/i18n/i18n.ts'

const id = formattersFor('id')
const en = formattersFor('en')

describe('numbers and dates as the language writes them', () => {
  it('writes Indonesian', () => {
    expect(id.number(82.4, 1)).toBe('82,4')
    expect(id.number(1312)).toBe('1.312')
    expect(id.signed(-9.6)).toBe('−9,6')
    expect(id.signed(5.8)).toBe('+5,8')
    expect(id.signed(-0.04)).toBe('0,0')
    expect(id.percent(0.797)).toBe('79,7%')
    expect(id.longDate('2026-11-23')).toBe('Senin, 23 November 2026')
    expect(id.time('2026-11-23T10:42:00')).toBe('10.42')
    expect(id.list(['a', 'b', 'c'])).toBe('a, b, dan c')
    expect(id.duration(192)).toBe('3:12')
    expect(id.bytes(1_100_000)).toBe('1,1 MB')
  })

  it('writes English', () => {
    expect(en.number(1312.5, 1)).toBe('1,312.5')
    expect(en.longDate('2026-11-23')).toBe('Monday, 23 November 2026')
    expect(en.time('2026-11-23T10:42:00')).toBe('10:42')
  })

  it('reads numbers as they are typed, and refuses what is none', () => {
    expect(parseTypedNumber('86,0', 'id')).toBe(86)
    expect(parseTypedNumber('86.5', 'id')).toBe(86.5)
    expect(parseTypedNumber('1.312', 'id')).toBe(1312)
    expect(parseTypedNumber('1,312', 'en')).toBe(1312)
    expect(parseTypedNumber('1.312,25', 'id')).toBe(1312.25)
    expect(parseTypedNumber('−4,5', 'id')).toBe(-4.5)
    for (const text of ['', 'delapan', '8,6,5', '1.31.2', '12a', '.', '1,99302E+17']) {
      expect(parseTypedNumber(text, 'id'), text).toBeNull()
    }
  })

  it('reads back every number it writes, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom('id', 'en'),
        (hundredths, locale) => {
          const value = hundredths / 100
          expect(parseTypedNumber(formattersFor(locale).number(value, 2), locale)).toBeCloseTo(value, 6)
        },
      ),
    )
  })
})
