import type { ImportField } from '#domain/import/fields.ts'
import { readSource } from '#domain/import/vocabulary.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'
import { planFor } from './plan-of-person.ts'
import { type Planning, type RowRef, refusesErrorCell, refusesLongText, textOf } from './planning.ts'
import { indicatorFor } from './take-indicator.ts'
import { takeRealisation } from './take-plan-realisation.ts'
import { takeMatrixRow } from './take-role-matrix.ts'
import { resultFor, resultNumber } from './take-work-result.ts'

const longFields: readonly ImportField[] = [
  'result',
  'leaderResult',
  'indicator',
  'target',
  'realisation',
  'evidence',
  'feedback',
]

/** Whether a row carries anything of a work plan. */
export const hasPlanCells = (ref: RowRef): boolean =>
  (['result', 'indicator', 'target', 'realisation', 'indicatorNumber'] as const).some((field) =>
    ref.row.cells.has(field),
  )

/** Whether the row states a work result of its own; such rows come before those that only refer to one by number. */
export const statesResult = (ref: RowRef): boolean => ref.row.cells.has('result')

/** What a plan row led to, for the feedback that stands beside it. */
export interface PlanTarget {
  readonly result: WorkResult
  readonly indicator: Indicator | null
}

/**
 * Takes a work result and its indicator from one row of a plan (SKP) or of an evaluation. Targets and realisations keep
 * the wording of the file. An evaluation does not overwrite the wording of the plan: it adds realisation and feedback.
 */
export function takePlanRow(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
): PlanTarget | null {
  if (refusesErrorCell(planning, ref, ['result', 'indicator', 'target', 'realisation', 'resultNumber', 'weight']))
    return null
  if (longFields.some((field) => refusesLongText(planning, ref, field, 20_000))) return null
  const source = readSource(textOf(ref, 'source')) ?? 'plan'
  if (source === 'matrix') {
    takeMatrixRow(planning, ref, person, periodId)
    return null
  }
  const number = resultNumber(planning, ref)
  if (number === 'refused') return null
  const plan = planFor(planning, ref, person, periodId)
  const result = resultFor(planning, ref, plan, number, source)
  if (result === null) return null
  const indicator = indicatorFor(planning, ref, plan, result, source)
  if (indicator === 'refused') return null
  takeRealisation(planning, ref, result, indicator)
  return { result, indicator }
}
