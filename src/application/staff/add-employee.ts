import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import type { Employee } from '#domain/model/employee.ts'
import {
  type EmployeeId,
  employeeId,
  type PeriodId,
  placementId,
  supervisionId,
  type UnitId,
} from '#domain/model/ids.ts'
import type { Placement } from '#domain/model/placement.ts'
import { parseGrade } from './parse-cell.ts'

export interface NewEmployee {
  readonly periodId: PeriodId
  readonly name: string
  readonly nip: string
  readonly status: Employee['status']
  readonly unitId: UnitId | null
  readonly post: string
  readonly postKind: Placement['postKind']
  readonly grade: string
  readonly supervisorId: EmployeeId | null
}

/**
 * Places one more person in a period. Somebody known by the same NIP and name is placed again, not doubled; the same NIP
 * on another name is refused.
 */
export function addEmployee(workspace: Workspace, environment: Environment, input: NewEmployee): EmployeeId {
  const { tables } = workspace
  const period = tables.period.require(input.periodId)
  const nip = cleanNip(input.nip)
  const known = nip === null ? undefined : tables.employee.where({ nip })[0]
  if (known && known.name.toLowerCase() !== input.name.toLowerCase()) {
    throw new AppError('E-RULE-DUPLICATE-NIP', { nip: input.nip, name: known.name })
  }
  if (known && tables.placement.count({ periodId: period.id, employeeId: known.id }) > 0) {
    throw new AppError('E-RULE-DUPLICATE-NIP', { nip: input.nip, name: known.name })
  }
  if (known && known.id === input.supervisorId) throw new AppError('E-RULE-SELF')
  if (input.unitId !== null) tables.unit.require(input.unitId)
  if (input.supervisorId !== null) tables.employee.require(input.supervisorId)
  const grade = parseGrade(input.grade)
  const id = known?.id ?? employeeId.parse(environment.newId())
  const summary = { employee: input.name, period: period.name }
  workspace.command({ name: 'staff.add', summary }, (writes) => {
    const { name, status } = input
    if (!known) writes.employee.put({ id, nip, nipAsWritten: input.nip === '' ? null : input.nip, name, status })
    writes.placement.put({
      id: placementId.parse(environment.newId()),
      periodId: period.id,
      employeeId: id,
      unitId: input.unitId,
      post: input.post,
      postKind: input.postKind,
      echelon: '',
      grade,
      rank: '',
      rated: true,
      excludedBecause: '',
      studyFailed: null,
    })
    if (input.supervisorId === null) return
    writes.supervision.put({
      id: supervisionId.parse(environment.newId()),
      periodId: period.id,
      employeeId: id,
      supervisorId: input.supervisorId,
      fromDate: null,
      toDate: null,
      reviewingSuperiorId: null,
      reason: '',
    })
  })
  return id
}

/** Digits only; empty is allowed (a rater outside the civil service), any other length is not. */
function cleanNip(text: string): string | null {
  const digits = text.replaceAll(/[\s.\-'`\u200b]/g, '')
  if (digits === '') return null
  if (/^(\d{18}|\d{9})$/.test(digits)) return digits
  throw new AppError('E-RULE-NIP', { nip: text, reason: '18 digit.' })
}
