import { AppError } from '#domain/app-error.ts'
import { resultWeights, type WeighedResult } from '#domain/scoring/weights.ts'

/** Weight of each result in percent, by its id; empty when the plan cannot be weighed (its summary says why). */
export function planWeights(results: readonly WeighedResult[], mainShare: number): ReadonlyMap<string, number> {
  try {
    return new Map([...resultWeights(results, mainShare)].map(([id, share]) => [id, share * 100]))
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}
