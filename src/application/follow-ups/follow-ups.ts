import { agencyDay } from '#application/overview/agency-day.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { followUpId, type PeriodId } from '#domain/model/ids.ts'
import type { FollowUp } from '#domain/model/meeting.ts'

export type FollowUpFields = Pick<FollowUp, 'kind' | 'task' | 'responsible' | 'dueOn' | 'state' | 'outcome'>

/** Follow-ups of a period, and those still open from earlier ones, the nearest date first. `now` is an instant. */
export function listFollowUps(tables: ReadTables, periodId: PeriodId, now: string) {
  const today = agencyDay(now, tables.agency.require('agency').zone)
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
      daysLeft: item.state === 'open' && item.dueOn !== null ? daysBetween(today, item.dueOn) : null,
    }))
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Everybody placed in the period, by name. */
export function listPeople(tables: ReadTables, periodId: PeriodId) {
  const placed = new Set(tables.placement.where({ periodId }).map((row) => row.employeeId as string))
  const byName = new Intl.Collator('id')
  return tables.employee
    .all()
    .filter((employee) => placed.has(employee.id))
    .map(({ id, name, nip }) => ({ employeeId: id, name, nip }))
    .toSorted((a, b) => byName.compare(a.name, b.name))
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
    // Period and meeting say where it was agreed; editing it later from another period does not move it.
    const agreed = before ? { periodId: before.periodId, meetingId: before.meetingId } : {}
    tables.followUp.put({ ...about, ...agreed, ...fields, id })
  })
  return id
}

export interface FollowUpEdit {
  readonly followUpId: FollowUp['id']
  readonly fields: { readonly [Field in keyof FollowUpFields]?: FollowUpFields[Field] | undefined }
}

/** Changes of cells, one or a block: one step in the trail and one to undo. */
export function editFollowUps(workspace: Workspace, edits: readonly FollowUpEdit[]): void {
  const tasks = edits.map((edit) => workspace.tables.followUp.require(edit.followUpId).task)
  const task = [...new Set(tasks)].join('; ').slice(0, 120)
  workspace.command({ name: 'followUps.save', summary: { task } }, (tables) => {
    for (const { followUpId: id, fields } of edits) {
      const before = tables.followUp.require(id)
      const { kind, task: words, responsible, dueOn, state, outcome } = fields
      tables.followUp.put({
        ...before,
        kind: kind ?? before.kind,
        task: words ?? before.task,
        responsible: responsible ?? before.responsible,
        dueOn: dueOn === undefined ? before.dueOn : dueOn,
        state: state ?? before.state,
        outcome: outcome ?? before.outcome,
      })
    }
  })
}

export function removeFollowUp(workspace: Workspace, id: FollowUp['id']): void {
  const { task } = workspace.tables.followUp.require(id)
  workspace.command({ name: 'followUps.remove', summary: { task: task.slice(0, 120) } }, (tables) =>
    tables.followUp.remove(id),
  )
}
