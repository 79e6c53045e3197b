import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayScore } from '#domain/scoring/display-score.ts'

const bands = { meets: 76, above: 91 }
const shown = (value: number, edges = bands) => {
  const { sign, whole, fraction } = displayScore(value, edges)
  return `${sign}${whole}.${fraction}`
}

/** Rounds the digits a person would write; `toFixed` would round the binary value, a hair beside them. */
function roundedHalfUp(value: number, decimals: number): number {
  const digits = Math.abs(value) < 1e-6 ? Math.abs(value).toFixed(12) : String(Math.abs(value))
  return Math.sign(value) * Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`)
}

describe('a score as shown', () => {
  it.each([
    [75.999, '75.999'],
    [75.9949, '75.99'],
    [76, '76.00'],
    [90.99, '90.99'],
    [90.995, '90.995'],
    [90.9999999, '90.9999999'],
    [91, '91.00'],
    [80, '80.00'],
    [83.333333333, '83.33'],
    [1.005, '1.01'],
    [82.857142857, '82.86'],
    [0, '0.00'],
    [100, '100.00'],
    [-0.001, '0.00'],
    [-12.345, '-12.35'],
    [1e-9, '0.00'],
  ])('%d is %s', (value, text) => expect(shown(value)).toBe(text))

  it('never shows a score on the other side of an edge, with two decimals whenever that is possible', () => {
    const edge = fc.integer({ min: 1, max: 9_999 }).map((hundredths) => hundredths / 100)
    const near = fc.tuple(edge, fc.double({ min: -0.02, max: 0.02, noNaN: true })).map(([base, step]) => base + step)
    fc.assert(
      fc.property(fc.oneof(near, fc.double({ min: 0, max: 120, noNaN: true })), edge, edge, (value, meets, above) => {
        const parts = displayScore(value, { meets, above })
        const text = Number(shown(value, { meets, above }))
        for (const limit of [meets, above]) expect(text >= limit).toBe(value >= limit)
        expect(Math.abs(text - value)).toBeLessThan(0.00501)
        expect(parts.fraction).toHaveLength(parts.decimals)
        if (parts.decimals > 2) {
          const two = roundedHalfUp(value, parts.decimals - 1)
          expect([meets, above].some((limit) => two >= limit !== value >= limit)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
