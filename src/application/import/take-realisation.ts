import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import { resultNumbered, resultNumberText } from './numbered-result.ts'
import { type Planning, placeIn, type RowRef, refusesErrorCell, refusesLongText, textOf } from './planning.ts'
import type { PlanTarget } from './take-plan.ts'
import { takeRealisation } from './take-plan-realisation.ts'

/**
 * Takes a realisation that names its result and indicator by number only. The plan must be known, from the workspace or
 * from another sheet of the same import.
 */
export function takeRealisationRow(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
): PlanTarget | null {
  if (refusesErrorCell(planning, ref, ['realisation', 'evidence', 'resultNumber', 'indicatorNumber'])) return null
  if (refusesLongText(planning, ref, 'realisation', 20_000) || refusesLongText(planning, ref, 'evidence', 20_000))
    return null
  const { findings } = planning
  const given = textOf(ref, 'indicatorNumber').slice(0, 20)
  const numberText = resultNumberText(ref) || (given.split('.')[0] ?? '')
  if (!/^\d{1,4}$/.test(numberText)) {
    findings.refuse(placeIn(ref, 'resultNumber'), 'result-number', { text: numberText })
    return null
  }
  const result = resultNumbered(planning, person, periodId, numberText)
  if (result === undefined) {
    findings.refuse(placeIn(ref, 'resultNumber'), 'result-missing', { number: numberText })
    return null
  }
  const indicators = indicatorsByNumber(planning, result.id)
  const wanted = [given, `${result.number}.${given}`]
  const indicator =
    given === ''
      ? indicators.length === 1
        ? (indicators[0] ?? null)
        : null
      : (indicators.find(({ number }) => wanted.includes(number)) ?? null)
  if (indicator === null && (given !== '' || indicators.length > 1)) {
    findings.refuse(placeIn(ref, 'indicatorNumber'), 'indicator-missing', { number: given === '' ? '–' : given })
    return null
  }
  takeRealisation(planning, ref, result, indicator)
  return { result, indicator }
}

type IndicatorsByResult = Map<string, { readonly id: string; readonly number: string }[]>

/** Indicators of each result, gathered once the plans of this import stand. */
function indicatorsByNumber(planning: Planning, resultId: string) {
  const key = 'indicators-by-result'
  let grouped = planning.memory.cache.get(key) as IndicatorsByResult | undefined
  if (grouped === undefined) {
    grouped = new Map()
    for (const indicator of planning.drafts.indicator.all()) {
      const known = grouped.get(indicator.workResultId)
      if (known === undefined) grouped.set(indicator.workResultId, [indicator])
      else known.push(indicator)
    }
    planning.memory.cache.set(key, grouped)
  }
  return (grouped.get(resultId) ?? []).flatMap(({ id }) => planning.drafts.indicator.get(id) ?? [])
}
