import type { Environment } from '#application/ports/environment.ts'
import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import {
  indicatorId,
  type PeriodId,
  periodId,
  placementId,
  supervisionId,
  workPlanId,
  workResultId,
} from '#domain/model/ids.ts'
import { type NewPeriod, periodOf } from './create-workspace.ts'

/**
 * The next period. With `copyFrom` it starts from an earlier one: people, posts, raters and plans are carried over;
 * realisations, scores and decisions are not.
 */
export function addPeriod(
  workspace: Workspace,
  environment: Environment,
  input: NewPeriod & { readonly copyFrom: PeriodId | null },
): PeriodId {
  const { copyFrom, ...shape } = input
  const id = periodId.parse(environment.newId())
  const scoring = copyFrom === null ? undefined : workspace.tables.period.require(copyFrom).scoring
  const period = periodOf(id, shape, scoring)
  const taken = workspace.tables.period.where({ kind: period.kind, year: period.year, ordinal: period.ordinal })
  if (taken.length > 0) throw new AppError('E-RULE-PERIOD', { value: period.name })
  workspace.command({ name: 'workspace.addPeriod', summary: { period: period.name } }, (tables) => {
    tables.period.put(period)
    if (copyFrom !== null) carryOver(tables, environment, copyFrom, id)
  })
  return id
}

function carryOver(tables: WriteTables, environment: Environment, from: PeriodId, to: PeriodId): void {
  const id = () => environment.newId()
  tables.placement.insertAll(
    tables.placement
      .where({ periodId: from })
      .map((row) => ({ ...row, id: placementId.parse(id()), periodId: to, studyFailed: null })),
  )
  tables.supervision.insertAll(
    tables.supervision
      .where({ periodId: from, toDate: null })
      .map((row) => ({ ...row, id: supervisionId.parse(id()), periodId: to, fromDate: null, reason: '' })),
  )
  const plans = tables.workPlan.where({ periodId: from })
  const planIds = new Map(plans.map((plan) => [plan.id, workPlanId.parse(id())]))
  const newPlanId = (old: (typeof plans)[number]['id']) => planIds.get(old) ?? workPlanId.parse(id())
  tables.workPlan.insertAll(plans.map((plan) => ({ ...plan, id: newPlanId(plan.id), periodId: to })))

  const results = tables.workResult.whereIn('workPlanId', [...planIds.keys()])
  const resultIds = new Map(results.map((result) => [result.id, workResultId.parse(id())]))
  const newResultId = (old: (typeof results)[number]['id']) => resultIds.get(old) ?? workResultId.parse(id())
  tables.workResult.insertAll(
    results.map((row) => ({ ...row, id: newResultId(row.id), workPlanId: newPlanId(row.workPlanId), realisation: '' })),
  )
  tables.indicator.insertAll(
    tables.indicator.whereIn('workResultId', [...resultIds.keys()]).map((row) => ({
      ...row,
      id: indicatorId.parse(id()),
      workResultId: newResultId(row.workResultId),
      realisation: '',
      evidence: '',
      indexOverride: null,
      indexOverrideReason: '',
    })),
  )
}
