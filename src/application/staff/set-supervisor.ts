import { refuseDecided } from '#application/people/final-decisions.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables, WriteTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type EmployeeId, type PeriodId, supervisionId } from '#domain/model/ids.ts'
import type { Period } from '#domain/model/period.ts'
import type { Supervision } from '#domain/model/placement.ts'
import { daysInMonth } from '#domain/rules/period-calendar.ts'
import { type Move, raterAfterMove, raterOfRecord } from '#domain/rules/supervision.ts'
import { refuseNewCircles } from './supervision-circle.ts'

export interface NewSupervisor {
  readonly periodId: PeriodId
  readonly employeeIds: readonly EmployeeId[]
  readonly supervisorId: EmployeeId
  /** Null: for the whole period; else from this day on, the former one until the day before. */
  readonly fromDate: string | null
  /** Why somebody else rates from that day on; null without a day, when the record is merely put right. */
  readonly moved: Move | null
  readonly reason: string
}

/**
 * Gives people a supervisor, for the whole period or from a day on. Refused: self-rating and circles; another rater under a
 * final decision (E-RULE-DECIDED); a day outside the period (E-RULE-MOVE-DATE); and a successor for a rater who moved inside
 * the evaluation window, for that one still rates (E-RULE-STILL-RATES, p. 92 (14)).
 */
export function setSupervisor(workspace: Workspace, environment: Environment, input: NewSupervisor): void {
  const { tables } = workspace
  const period = tables.period.require(input.periodId)
  const supervisor = tables.employee.require(input.supervisorId)
  if (input.employeeIds.includes(input.supervisorId)) throw new AppError('E-RULE-SELF')
  refuseDecided(tables, { periodId: period.id, of: input.employeeIds })
  requireSuccession(input, period)
  refuseCirclesIn(tables, period, new Map(input.employeeIds.map((id) => [id, input.supervisorId])))
  const meta = {
    name: 'staff.setSupervisor',
    summary: {
      supervisor: supervisor.name,
      employees: input.employeeIds.length,
      period: period.name,
      ...(input.fromDate === null ? {} : { since: input.fromDate, moved: input.moved ?? '' }),
    },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  }
  workspace.command(meta, (writes) => {
    for (const employeeId of input.employeeIds) place(writes, environment, period, employeeId, input)
  })
}

function requireSuccession({ fromDate, moved }: NewSupervisor, period: Period): void {
  if (fromDate === null) return
  if (moved === null) throw new AppError('E-ARG')
  const rater = raterAfterMove(moved, fromDate, period)
  if (rater === 'window-unknown') throw new AppError('E-RULE-WINDOW')
  if (rater === 'former') throw new AppError('E-RULE-STILL-RATES', { date: fromDate })
  if (fromDate <= period.startsOn || fromDate > period.endsOn) {
    throw new AppError('E-RULE-MOVE-DATE', { from: period.startsOn, until: period.endsOn })
  }
}

/** Refuses the circles that these changes of the rater of record would close. */
export function refuseCirclesIn(
  tables: ReadTables,
  period: Period,
  changes: ReadonlyMap<EmployeeId, EmployeeId>,
): void {
  refuseNewCircles(
    changes,
    (employeeId) => raterOfRecord(tables.supervision.where({ periodId: period.id, employeeId }), period)?.supervisorId,
    (id) => tables.employee.get(id)?.name ?? id,
  )
}

function place(
  tables: WriteTables,
  environment: Environment,
  period: Period,
  employeeId: EmployeeId,
  input: NewSupervisor,
): void {
  const { periodId, supervisorId, fromDate, reason } = input
  if (tables.placement.count({ periodId, employeeId }) === 0) throw new AppError('E-NOT-FOUND', { what: 'placement' })
  const rows = tables.supervision.where({ periodId, employeeId })
  const last = raterOfRecord(rows, period)
  if (fromDate === null) {
    for (const row of rows) if (row !== last) tables.supervision.remove(row.id)
    if (last) tables.supervision.put({ ...last, supervisorId, fromDate: null, toDate: null, reason })
    else tables.supervision.put(supervisionOf(environment, employeeId, input, null))
    return
  }
  if (last?.supervisorId === supervisorId) return
  endBefore(tables, rows, fromDate)
  tables.supervision.put(supervisionOf(environment, employeeId, input, last?.reviewingSuperiorId ?? null))
}

/** Whoever supervised ends the day before; one who would only have begun later is dropped. */
function endBefore(tables: WriteTables, rows: readonly Supervision[], fromDate: string): void {
  const until = dayBefore(fromDate)
  for (const row of rows) {
    if (row.fromDate !== null && row.fromDate >= fromDate) tables.supervision.remove(row.id)
    else if (row.toDate === null || row.toDate > until) tables.supervision.put({ ...row, toDate: until })
  }
}

function supervisionOf(
  environment: Environment,
  employeeId: EmployeeId,
  input: NewSupervisor,
  reviewingSuperiorId: EmployeeId | null,
): Supervision {
  const { periodId, supervisorId, fromDate, reason } = input
  const id = supervisionId.parse(environment.newId())
  return { id, periodId, employeeId, supervisorId, fromDate, toDate: null, reviewingSuperiorId, reason }
}

/** The calendar day before. @example dayBefore('2026-09-01') // '2026-08-31' */
function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const two = (value: number) => String(value).padStart(2, '0')
  if (day > 1) return `${year}-${two(month)}-${two(day - 1)}`
  const [before, inYear] = month > 1 ? [month - 1, year] : [12, year - 1]
  return `${inYear}-${two(before)}-${two(daysInMonth(inYear, before))}`
}
