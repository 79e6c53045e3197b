import { headingKey } from '#domain/import/headings.ts'
import { type EmployeeId, type PeriodId, workPlanId } from '#domain/model/ids.ts'
import type { WorkPlan } from '#domain/model/work-plan.ts'
import { draftKey } from './draft-tables.ts'
import { type Planning, patchDraft, type RowRef } from './planning.ts'

/** The plan of a person and period; a new one takes the approach given on the staff list, else it is inferred at the end. */
export function planFor(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId): WorkPlan {
  const { drafts, memory } = planning
  const known = drafts.workPlan.find(draftKey(periodId, person))
  const approach = memory.approachOf.get(person)
  if (known) {
    if (approach === undefined || memory.plansWithApproach.has(known.id)) return known
    memory.plansWithApproach.add(known.id)
    return patchDraft(planning, ref, 'workPlan', known, { approach }, {})
  }
  const plan: WorkPlan = {
    id: workPlanId.parse(planning.newId()),
    periodId,
    employeeId: person,
    approach: approach ?? 'qualitative',
  }
  if (approach !== undefined) memory.plansWithApproach.add(plan.id)
  drafts.workPlan.put(plan)
  planning.touch(ref, 'new')
  return plan
}

/** The results of a plan by their statement, and the highest number among them. */
export interface PlanIndex {
  readonly byStatement: Map<string, number>
  highest: number
}

/** Statements and highest number of a plan, kept so that a plan of many rows is not searched again for each. */
export function planIndexOf(planning: Planning, plan: WorkPlan): PlanIndex {
  const key = `plan:${plan.id}`
  const known = planning.memory.cache.get(key) as PlanIndex | undefined
  if (known) return known
  const index: PlanIndex = { byStatement: new Map(), highest: 0 }
  if (!planning.drafts.workPlan.isNew(plan.id)) {
    for (const result of planning.tables.workResult.where({ workPlanId: plan.id })) {
      index.byStatement.set(headingKey(result.statement), result.number)
      index.highest = Math.max(index.highest, result.number)
    }
  }
  planning.memory.cache.set(key, index)
  return index
}
