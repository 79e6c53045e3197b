import type { ReadTables } from '#application/ports/tables.ts'
import type { Feedback } from '#domain/model/feedback.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { WorkResult } from '#domain/model/work-plan.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'

export const personOf = (tables: ReadTables, employeeId: EmployeeId) => ({
  id: employeeId as string,
  name: tables.employee.get(employeeId)?.name ?? employeeId,
})

/** Feedback without the giver's name: the role may be shown, the name stays in the source. */
export function feedbackOf(tables: ReadTables, periodId: PeriodId, employeeId: EmployeeId) {
  return tables.feedback
    .where({ periodId, employeeId })
    .toSorted((a, b) => (b.givenOn ?? '').localeCompare(a.givenOn ?? ''))
    .map(({ id, fromRole, givenOn, about, text, symbol }) => ({ id, fromRole, givenOn, about, text, symbol }))
}

/** Feedback on one result: its `about` names the result's number, alone or before a point or hyphen ("2", "RHK 2", "2.1"). */
export const isAboutResult = (feedback: Pick<Feedback, 'about'>, number: number): boolean =>
  /^(?:rhk)?\s*(\d+)(?:[.\-/].*)?$/i.exec(feedback.about.trim())?.[1] === String(number)

/** Everybody whose rater of record in the period is this supervisor. */
export function teamOf(tables: ReadTables, period: Period, supervisorId: EmployeeId): readonly EmployeeId[] {
  const periodId = period.id
  const candidates = new Set(tables.supervision.where({ periodId, supervisorId }).map((row) => row.employeeId))
  const rows = tables.supervision.whereIn('employeeId', [...candidates]).filter((row) => row.periodId === periodId)
  return [...candidates].filter((employeeId) => {
    const own = rows.filter((row) => row.employeeId === employeeId)
    return raterOfRecord(own, period)?.supervisorId === supervisorId
  })
}

const words = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/**
 * The role matrix of one person (p. 98): which of the leader's results each of the person's results serves, and who else
 * of the team serves it. Read from `leaderResult`; results that name none are left out.
 */
export function rolesOf(
  tables: ReadTables,
  periodId: PeriodId,
  own: readonly WorkResult[],
  teammates: readonly EmployeeId[],
) {
  const plans = tables.workPlan.whereIn('employeeId', teammates).filter((plan) => plan.periodId === periodId)
  const ownerOf = new Map(plans.map((plan) => [plan.id, plan.employeeId]))
  const byLeaderResult = new Map<string, Map<EmployeeId, number>>()
  for (const result of tables.workResult.whereIn('workPlanId', [...ownerOf.keys()])) {
    const owner = ownerOf.get(result.workPlanId)
    if (owner === undefined || result.leaderResult.trim() === '') continue
    const key = words(result.leaderResult)
    const counts = byLeaderResult.get(key) ?? new Map<EmployeeId, number>()
    byLeaderResult.set(key, counts.set(owner, (counts.get(owner) ?? 0) + 1))
  }
  const groups = new Map<string, WorkResult[]>()
  for (const result of own) {
    if (result.leaderResult.trim() === '') continue
    const key = words(result.leaderResult)
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups].map(([key, results]) => ({
    leaderResult: results[0]?.leaderResult.trim() ?? '',
    own: results.map(({ number, kind, statement }) => ({ number, kind, statement })),
    others: [...(byLeaderResult.get(key) ?? [])].map(([id, count]) => ({ ...personOf(tables, id), results: count })),
  }))
}

/** How many of a plan's results serve one of these leader's results. */
export const sharedResults = (results: readonly WorkResult[], leaderResults: ReadonlySet<string>): number =>
  results.filter((result) => leaderResults.has(words(result.leaderResult))).length

export const leaderResultsOf = (results: readonly WorkResult[]): ReadonlySet<string> =>
  new Set(results.map((result) => words(result.leaderResult)).filter((key) => key !== ''))

/** The decision ledger of a person in a period: original → final, oldest first. */
export function decisionsOf(tables: ReadTables, periodId: PeriodId, employeeId: EmployeeId) {
  const meetings = new Map(tables.meeting.where({ periodId }).map((meeting) => [meeting.id, meeting]))
  return tables.decision
    .where({ employeeId })
    .flatMap(({ id: _id, employeeId: _employee, ...decision }) => {
      const meeting = meetings.get(decision.meetingId)
      return meeting ? [{ ...decision, meetingTitle: meeting.title, heldOn: meeting.heldOn }] : []
    })
    .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt))
}
