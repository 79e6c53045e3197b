import type { IndicatorRowFacts, ResultFacts } from '#application/ports/staff-reader.ts'
import type { WorkResultId } from '#domain/model/ids.ts'
import type { ScoringPolicy } from '#domain/rules/scoring-policy.ts'
import { indexReader } from './achievement.ts'
import { planWeights } from './plan-weights.ts'
import type { IndicatorRow } from './staff-columns.ts'

/** Indicators with the weight of their result and their index. */
export function indicatorRows(
  facts: readonly IndicatorRowFacts[],
  plans: ReadonlyMap<string, readonly ResultFacts[]>,
  policy: ScoringPolicy,
): readonly IndicatorRow[] {
  const readIndex = indexReader(policy)
  const weights = new Map<string, ReadonlyMap<string, number>>()
  const weightsOf = (employeeId: string) => {
    const known = weights.get(employeeId) ?? weightsByNumber(plans.get(employeeId) ?? [], policy)
    weights.set(employeeId, known)
    return known
  }
  return facts.map((row) => {
    const index = readIndex(row)
    return {
      facts: row,
      weight: weightsOf(row.employeeId).get(String(row.resultNumber)) ?? null,
      index: index.kind === 'index' ? index.value : null,
      indexWhy: index.kind === 'index' ? '' : index.because,
    }
  })
}

const weightsByNumber = (results: readonly ResultFacts[], policy: ScoringPolicy) =>
  planWeights(
    results.map(({ number, kind, weightHundredths }) => ({
      id: String(number) as WorkResultId,
      kind,
      weightHundredths,
    })),
    policy.mainShare,
  )
