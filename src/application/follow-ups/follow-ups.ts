import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { followUpId, type PeriodId } from '#domain/model/ids.ts'
import type { FollowUp } from '#domain/model/meeting.ts'

export type FollowUpFields = Pick<FollowUp, 'kind' | 'task' | 'responsible' | 'dueOn' | 'state' | 'outcome'>

/** Follow-ups of a period, and those still open from earlier ones, the nearest date first. */
export function listFollowUps(tables: ReadTables, periodId: PeriodId) {
  const period = tables.period.require(periodId)
  const periods = new Map(tables.period.all().map((row) => [row.id as string, row]))
  return tables.followUp
    .all()
    .filter((item) => {
      const from = periods.get(item.periodId)
      return item.periodId === periodId || (item.state === 'open' && from !== undefined && from.endsOn < period.endsOn)
    })
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
    .map((item) => ({
      ...item,
      employeeName: item.employeeId === null ? null : (tables.employee.get(item.employeeId)?.name ?? null),
      periodName: periods.get(item.periodId)?.name ?? '',
      meetingTitle: item.meetingId === null ? null : (tables.meeting.get(item.meetingId)?.title ?? null),
      carriedOver: item.periodId !== periodId,
    }))
}

export function saveFollowUp(
  workspace: Workspace,
  environment: Environment,
  input: Pick<FollowUp, 'periodId' | 'meetingId' | 'employeeId'> & {
    readonly followUpId: FollowUp['id'] | null
    readonly fields: FollowUpFields
  },
): FollowUp['id'] {
  const { followUpId: given, fields, ...about } = input
  const id = given ?? followUpId.parse(environment.newId())
  workspace.command({ name: 'followUps.save', summary: { task: fields.task.slice(0, 120) } }, (tables) => {
    const before = tables.followUp.get(id)
    tables.followUp.put({ ...about, ...(before ?? {}), ...fields, id })
  })
  return id
}

export function removeFollowUp(workspace: Workspace, id: FollowUp['id']): void {
  const { task } = workspace.tables.followUp.require(id)
  workspace.command({ name: 'followUps.remove', summary: { task: task.slice(0, 120) } }, (tables) =>
    tables.followUp.remove(id),
  )
}
