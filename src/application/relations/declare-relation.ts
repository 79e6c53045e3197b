import { agencyDay } from '#application/overview/agency-day.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { type EmployeeId, type PeriodId, type RelationId, relationId } from '#domain/model/ids.ts'
import type { Relation, RelationStatement } from '#domain/model/relation.ts'
import { holderKey, isStanding, recusesAlways, requireSound } from '#domain/relations/relation-rules.ts'

/**
 * Everybody may read what an entry of the trail says, so the entries of relations say nothing of the people: names, reasons
 * and remarks stand in the rows alone, which are shown to chair and secretary only (hide-private-rows.ts).
 */
const silent = {}

export type RelationFields = Pick<
  Relation,
  'holderId' | 'holderName' | 'subjectId' | 'kind' | 'recuses' | 'remark' | 'declaredBy' | 'declaredOn'
>

/** Records a declared relation, or changes one that has not been withdrawn (E-RELATION-WITHDRAWN). Refused as `requireSound` says. */
export function saveRelation(
  workspace: Workspace,
  environment: Environment,
  given: RelationId | null,
  fields: RelationFields,
): RelationId {
  const { tables: read } = workspace
  const now = environment.now()
  read.employee.require(fields.subjectId)
  const before = given === null ? null : read.relation.require(given)
  if (before !== null && !isStanding(before)) throw new AppError('E-RELATION-WITHDRAWN')
  const id = given ?? relationId.parse(environment.newId())
  const holderName = nameOf(read, fields.holderId) ?? fields.holderName.trim()
  const row: Relation = {
    ...fields,
    id,
    holderName,
    remark: fields.remark.trim(),
    declaredBy: fields.declaredBy.trim() || holderName,
    recuses: fields.recuses || recusesAlways(fields.kind),
    recordedAt: before?.recordedAt ?? now,
    withdrawnAt: null,
    withdrawnReason: '',
  }
  const others = read.relation.all().filter((other) => other.id !== id)
  requireSound(row, others, today(read, now))
  workspace.command({ name: given === null ? 'relations.declare' : 'relations.change', summary: silent }, (tables) =>
    tables.relation.put(row),
  )
  return id
}

/** Takes a declaration back with a reason. It stays on record, and no longer counts for anything. */
export function withdrawRelation(
  workspace: Workspace,
  environment: Environment,
  id: RelationId,
  withdrawnReason: string,
): void {
  const before = workspace.tables.relation.require(id)
  if (!isStanding(before)) throw new AppError('E-RELATION-WITHDRAWN')
  workspace.command({ name: 'relations.withdraw', summary: silent }, (tables) =>
    tables.relation.put({ ...before, withdrawnAt: environment.now(), withdrawnReason }),
  )
}

interface StatementGiven {
  readonly periodId: PeriodId
  readonly holderId: EmployeeId | null
  readonly holderName: string
  readonly receivedOn: string
}

/** Records that somebody has handed in the statement of relations for a period; with none declared, that there are none. */
export function receiveStatement(
  workspace: Workspace,
  environment: Environment,
  given: StatementGiven,
): RelationStatement['id'] {
  const { tables: read } = workspace
  const now = environment.now()
  read.period.require(given.periodId)
  const holderName = nameOf(read, given.holderId) ?? given.holderName.trim()
  const key = holderKey({ id: given.holderId, name: holderName })
  const again = read.relationStatement
    .where({ periodId: given.periodId })
    .some((row) => holderKey({ id: row.holderId, name: row.holderName }) === key)
  if (again) throw new AppError('E-RELATION-STATED', { name: holderName })
  if (given.receivedOn > today(read, now)) throw new AppError('E-RELATION-DATE')
  const id = environment.newId()
  workspace.command({ name: 'relations.receiveStatement', summary: silent }, (tables) =>
    tables.relationStatement.put({ ...given, id, holderName, recordedAt: now }),
  )
  return id
}

/** Takes back that a statement was handed in: it was recorded by mistake. The trail keeps both. */
export function removeStatement(workspace: Workspace, id: RelationStatement['id']): void {
  workspace.command({ name: 'relations.removeStatement', summary: silent }, (tables) =>
    tables.relationStatement.remove(id),
  )
}

const nameOf = (tables: ReadTables, id: EmployeeId | null): string | null =>
  id === null ? null : tables.employee.require(id).name

const today = (tables: ReadTables, now: string): string => agencyDay(now, tables.agency.require('agency').zone)
