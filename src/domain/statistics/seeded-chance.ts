import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** One figure from 0 (included) to 1 (excluded) at every call. */
export type Chance = () => number

/**
 * A row of figures that look like chance and are the same every time for the same seed, so that a result can be computed
 * again to the last digit.
 * @example seededChance(1)() === seededChance(1)() // true
 */
export function seededChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  return () => uniformFloat64(generator)
}
