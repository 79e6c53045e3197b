/** Draws for the example, all from one generator in [0, 1), so that the same seed gives the same agency. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  pick<Item>(items: readonly Item[]): Item
  /** Normal with mean 0 and the given standard deviation (Box and Muller). */
  normal(deviation: number): number
  happens(probability: number): boolean
}

export function createChance(next: () => number): Chance {
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('pick needs at least one item')
      return item
    },
    normal: (deviation) => deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    happens: (probability) => next() < probability,
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, even enough for invented figures. */
export function seededGenerator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
