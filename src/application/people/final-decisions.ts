import type { ReadTables } from '#application/ports/tables.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId, MeetingId, PeriodId } from '#domain/model/ids.ts'

export interface DecisionScope {
  readonly periodId: PeriodId
  /** Asked about these people only, by index; left out: about everybody. */
  readonly of?: readonly EmployeeId[]
  /** A meeting that does not count: the one that is about to decide. */
  readonly except?: MeetingId
}

/**
 * Whose predicate of a period is final, and the meetings that made it so. A proposal is not final: it waits for the
 * supervisor.
 */
export function finalDecisions(tables: ReadTables, scope: DecisionScope): ReadonlyMap<string, readonly MeetingId[]> {
  const { periodId, of, except } = scope
  const found = new Map<string, MeetingId[]>()
  for (const { id: meetingId } of tables.meeting.where({ periodId })) {
    if (meetingId === except) continue
    const rows =
      of === undefined ? tables.decision.where({ meetingId }) : tables.decision.whereIn('employeeId', of, { meetingId })
    for (const { employeeId, outcome } of rows) {
      if (outcome === 'proposal') continue
      const known = found.get(employeeId)
      if (known) known.push(meetingId)
      else found.set(employeeId, [meetingId])
    }
  }
  return found
}

/** Refuses (E-RULE-DECIDED, naming the first) what would change the ground under a final decision of these people. */
export function refuseDecided(tables: ReadTables, scope: DecisionScope & Required<Pick<DecisionScope, 'of'>>): void {
  const decided = finalDecisions(tables, scope)
  const standing = scope.of.find((employeeId) => decided.has(employeeId))
  if (standing !== undefined) throw new AppError('E-RULE-DECIDED', { name: tables.employee.require(standing).name })
}
