import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardOptions } from '#domain/calibration/calibration-options.ts'
import type { AttributeFairness, GroupFairness } from '#domain/calibration/subgroup-fairness.ts'
import { createFormatters } from '#renderer/i18n/format.ts'
import { createI18n, type Translate } from '#renderer/i18n/i18n.ts'
import { axisAround } from '#renderer/screens/calibration-pages/axis-around.ts'
import { changeBins } from '#renderer/screens/calibration-pages/change-bins.ts'
import { fairnessSentences, gapTitle } from '#renderer/screens/calibration-pages/fairness-words.ts'
import { chanceWords, pWords } from '#renderer/screens/calibration-pages/figure-words.ts'

const t: Translate = createI18n('en').getFixedT('en') as unknown as Translate
const format = createFormatters('en')

describe('chance in words', () => {
  it('says how often, and never a zero or a certainty', () => {
    expect(chanceWords(0.00009, t)).toBe('less than once in 1,000 times')
    expect(chanceWords(0.004, t)).toBe('about 4 times in 1,000')
    expect(chanceWords(0.31, t)).toBe('about 31 times in 100')
    expect(chanceWords(1, t)).toBe('nearly always')
    expect(pWords(0.0002, format)).toBe('< 0.001')
    expect(pWords(0.0421, format)).toBe('0.042')
  })
})

describe('bins of unexplained changes', () => {
  it('hold every figure once, side by side, with something in the first and the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(1, 2, 5),
        (values, width) => {
          const bins = changeBins(values, width)
          expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
          for (const [place, bin] of bins.entries()) {
            expect(bin.to - bin.from).toBe(width)
            if (place > 0) expect(bin.from).toBe(bins[place - 1]?.to)
            expect(bin.count).toBe(values.filter((value) => value >= bin.from && value < bin.to).length)
          }
          expect(bins[0]?.count).toBeGreaterThan(0)
          expect(bins.at(-1)?.count).toBeGreaterThan(0)
        },
      ),
    )
    expect(changeBins([], 2)).toEqual([])
    // So near to zero that half of it is zero.
    expect(changeBins([-Number.MIN_VALUE], 2)).toEqual([{ from: -2, to: 0, count: 1 }])
  })

  it('leave room to both sides of zero', () => {
    const row = (value: number, low: number, high: number) => ({ id: 'a', name: 'a', n: 10, value, low, high })
    expect(axisAround([row(1, -0.5, 2.5)])).toEqual({ min: -4, max: 4 })
    expect(axisAround([row(-4.1, -6.2, -2)])).toEqual({ min: -8, max: 8 })
    expect(axisAround([])).toEqual({ min: -2, max: 2 })
  })
})

describe('fairness in words', () => {
  const group = (name: string, low: number, high: number): GroupFairness => ({
    group: name,
    kind: 'shown',
    people: 40,
    gap: { estimate: (low + high) / 2, se: 1, low, high, p: 0.01 },
    impact: null,
    withinUnits: null,
  })
  const reference: GroupFairness = { ...group('men', 0, 0), gap: null } as GroupFairness
  const attribute = (...groups: GroupFairness[]): AttributeFairness => ({
    attribute: 'sex',
    reference: 'men',
    groups: [reference, ...groups],
  })
  const said = (one: AttributeFairness) => fairnessSentences(one, standardOptions, (name) => name, t, format).join(' ')

  it('speaks of a difference only where its range leaves out zero', () => {
    const clear = attribute(group('women', -3, -1))
    expect(gapTitle(clear, (name) => name, t, format)).toBe('Group women −2.0 points from group men')
    expect(said(clear)).toContain('differ by **−2.0 points** from group men (range −3.0 to −1.0)')
    const unclear = attribute(group('women', -3, 0.1))
    expect(gapTitle(unclear, (name) => name, t, format)).toBe('No difference between groups beyond chance')
    expect(said(unclear)).toContain('no difference between groups goes beyond chance')
  })

  it('names groups that are too small, and tells neither their figures nor their number', () => {
    const words = said(attribute(group('women', -3, 1), { group: 'others', kind: 'suppressed' }))
    expect(words).toContain('Groups of fewer than 10 people are not shown, nor their number: others.')
  })
})
