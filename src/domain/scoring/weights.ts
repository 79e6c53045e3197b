import { AppError } from '#domain/app-error.ts'
import type { WorkResult } from '#domain/model/work-plan.ts'

export type WeighedResult = Pick<WorkResult, 'id' | 'kind' | 'weightHundredths'>

/**
 * Share of each work result in the work score, as fractions that add up to 1 (exact thirds stay thirds).
 * Default: `mainShare` percent to the main results and the rest to the additional ones, equal within each kind; all to
 * the main ones when there are no others. Typed weights: counted in hundredths of a percent, all or none, exactly 100.
 * Errors: E-RULE-NO-MAIN for a plan without a main result, E-RULE-WEIGHTS {sum} for typed weights that do not add up.
 * Source: house convention (domain guide section 6); the regulation sets no weights.
 * @example resultWeights([{ id: 'a', kind: 'main', weightHundredths: null }, { id: 'b', kind: 'additional', weightHundredths: null }], 80) // Map { 'a' → 0.8, 'b' → 0.2 }
 */
export function resultWeights(results: readonly WeighedResult[], mainShare: number): ReadonlyMap<string, number> {
  const main = results.filter((result) => result.kind === 'main').length
  if (results.length > 0 && main === 0) throw new AppError('E-RULE-NO-MAIN')
  if (results.some((result) => result.weightHundredths !== null)) return typedWeights(results)
  const additional = results.length - main
  const shareOfMain = additional === 0 ? 1 : mainShare / 100
  return new Map(
    results.map((result) => [
      result.id as string,
      result.kind === 'main' ? shareOfMain / main : (1 - shareOfMain) / additional,
    ]),
  )
}

function typedWeights(results: readonly WeighedResult[]): ReadonlyMap<string, number> {
  const sum = results.reduce((total, result) => total + (result.weightHundredths ?? 0), 0)
  if (sum !== 10_000 || results.some((result) => result.weightHundredths === null)) {
    throw new AppError('E-RULE-WEIGHTS', { sum: (sum / 100).toFixed(2).replace('.', ',') })
  }
  return new Map(results.map((result) => [result.id as string, (result.weightHundredths ?? 0) / 10_000]))
}
