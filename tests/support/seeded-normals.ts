import { seededChance } from '#domain/statistics/seeded-chance.ts'

/** Random figures that are the same for the same seed. */
export interface SeededFigures {
  readonly uniform: () => number
  /** Standard normal (Box and Muller 1958). */
  readonly normal: () => number
  /** A whole number from 0 up to, and not, `below`. */
  readonly below: (below: number) => number
}

export function seededFigures(seed: number): SeededFigures {
  const uniform = seededChance(seed)
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (below) => Math.floor(below * uniform()),
  }
}
