import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { EvidenceLink } from '#domain/model/meeting.ts'

/**
 * Refuses evidence that is not this person's own: a result, an indicator or feedback must be one of the period's, a
 * document must be named (E-RULE-EVIDENCE).
 */
export function requireKnownEvidence(
  tables: ReadTables,
  periodId: PeriodId,
  employeeId: EmployeeId,
  links: readonly EvidenceLink[],
): void {
  if (links.length === 0) return
  const plans = tables.workPlan.where({ periodId, employeeId }).map((plan) => plan.id)
  const results = tables.workResult.whereIn('workPlanId', plans).map((result) => result.id)
  const known: Readonly<Record<Exclude<EvidenceLink['kind'], 'document'>, ReadonlySet<string>>> = {
    'work-result': new Set(results),
    indicator: new Set(tables.indicator.whereIn('workResultId', results).map((row) => row.id)),
    feedback: new Set(tables.feedback.where({ periodId, employeeId }).map((row) => row.id)),
  }
  const stands = (link: EvidenceLink) =>
    link.kind === 'document' ? link.label.trim() !== '' : known[link.kind].has(link.targetId)
  if (!links.every(stands)) throw new AppError('E-RULE-EVIDENCE')
}
