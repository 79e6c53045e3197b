import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { seededChance } from '#domain/statistics/seeded-chance.ts'

const seeds = Array.from({ length: 400 }, (_, index) => index + 1)

/** Whether the first figures of neighbouring seeds are spread over all ten tenths as even chance spreads them. */
const isEven = (firstOf: (seed: number) => number) => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const seed of seeds) {
    const place = Math.min(9, Math.floor(10 * firstOf(seed)))
    tenths[place] = (tenths[place] ?? 0) + 1
  }
  const chiSquare = tenths.reduce((sum, count) => sum + (count - 40) ** 2 / 40, 0)
  // 9 degrees of freedom: more than 27.9 comes up once in a thousand times.
  return chiSquare < 27.9
}

describe('chance from a seed', () => {
  it('starts anywhere, whatever the seed', () => {
    expect(isEven((seed) => seededChance(seed)())).toBe(true)
    const second = (seed: number) => {
      const chance = seededChance(seed)
      chance()
      return chance()
    }
    expect(isEven(second)).toBe(true)
  })

  it('control: the generator as it comes starts near 1 for every small seed', () => {
    expect(isEven((seed) => uniformFloat64(xoroshiro128plus(seed)))).toBe(false)
  })

  it('is the same again for the same seed, and stays from 0 up to, and not, 1', () => {
    const [one, other] = [seededChance(7), seededChance(7)]
    for (let step = 0; step < 1000; step += 1) {
      const figure = one()
      expect(figure).toBe(other())
      expect(figure >= 0 && figure < 1).toBe(true)
    }
  })
})
