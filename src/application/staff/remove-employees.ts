import type { WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'

/** Takes people out of a period when nothing rests on them there; otherwise E-RULE-STAFF-USED names the first. */
export function removeEmployees(workspace: Workspace, periodId: PeriodId, employeeIds: readonly EmployeeId[]): void {
  const period = workspace.tables.period.require(periodId)
  const summary = { employees: employeeIds.length, period: period.name }
  workspace.command({ name: 'staff.remove', summary }, (tables) => {
    const meetings = tables.meeting.where({ periodId }).map((meeting) => meeting.id)
    for (const employeeId of employeeIds) {
      if (isUsed(tables, periodId, employeeId, meetings)) {
        throw new AppError('E-RULE-STAFF-USED', { name: tables.employee.require(employeeId).name })
      }
      removeOne(tables, periodId, employeeId)
    }
  })
}

function isUsed(tables: WriteTables, periodId: PeriodId, employeeId: EmployeeId, meetings: readonly string[]): boolean {
  const own = { periodId, employeeId }
  const inMeetings = (rows: readonly { readonly meetingId: string }[]) =>
    rows.some((row) => meetings.includes(row.meetingId))
  return (
    tables.supervision.count({ periodId, supervisorId: employeeId }) > 0 ||
    tables.assessment.count(own) > 0 ||
    tables.assessment.count({ periodId, supervisorId: employeeId }) > 0 ||
    tables.feedback.count(own) > 0 ||
    tables.followUp.count(own) > 0 ||
    tables.panelDraw
      .where({ periodId })
      .some(({ id }) => tables.panelCase.count({ drawId: id, subjectId: employeeId }) > 0) ||
    inMeetings(tables.agendaItem.where({ employeeId })) ||
    inMeetings(tables.decision.where({ employeeId })) ||
    inMeetings(tables.participant.where({ employeeId }))
  )
}

function removeOne(tables: WriteTables, periodId: PeriodId, employeeId: EmployeeId): void {
  const own = { periodId, employeeId }
  const plans = tables.workPlan.where(own)
  const results = tables.workResult.whereIn(
    'workPlanId',
    plans.map((plan) => plan.id),
  )
  const indicators = tables.indicator.whereIn(
    'workResultId',
    results.map((result) => result.id),
  )
  for (const row of indicators) tables.indicator.remove(row.id)
  for (const row of results) tables.workResult.remove(row.id)
  for (const row of plans) tables.workPlan.remove(row.id)
  for (const row of tables.behaviourExpectation.where(own)) tables.behaviourExpectation.remove(row.id)
  for (const row of tables.supervision.where(own)) tables.supervision.remove(row.id)
  for (const row of tables.placement.where(own)) tables.placement.remove(row.id)
}
