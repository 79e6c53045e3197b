import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { WorkResult } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import { type Planning, type RowRef, textOf } from './planning.ts'

/** The number a row gives its work result, without the dot or bracket offices write behind it. */
export const resultNumberText = (ref: RowRef): string => textOf(ref, 'resultNumber').replace(/[.)]$/, '')

/** The work result of that number in the person's plan; undefined when there is no plan, no number or no such result. */
export function resultNumbered(
  planning: Planning,
  person: EmployeeId,
  periodId: PeriodId,
  numberText: string,
): WorkResult | undefined {
  const plan = planning.drafts.workPlan.find(draftKey(periodId, person))
  if (plan === undefined || !/^\d{1,4}$/.test(numberText)) return undefined
  return planning.drafts.workResult.find(draftKey(plan.id, Number(numberText)))
}
