import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** One figure from 0 (included) to 1 (excluded) at every call. */
export type Chance = () => number

/**
 * A row of figures that look like chance and are the same every time for the same seed, so that a result can be computed
 * again to the last digit. Shape: any whole number as seed; neighbouring seeds give rows that have nothing in common.
 * @example seededChance(1)() === seededChance(1)() // true
 */
export function seededChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  // A small seed fills few of the generator's bits: unmixed, the first figure is almost 1 whatever the seed.
  for (let step = 0; step < mixingSteps; step += 1) generator.next()
  return () => uniformFloat64(generator)
}

const mixingSteps = 64
