import type { ReadTables } from '#application/ports/tables.ts'
import type { Participant } from '#domain/model/meeting.ts'
import type { Relation } from '#domain/model/relation.ts'
import { isStanding, type RelationsBetween, relationsBetween } from '#domain/relations/relation-rules.ts'

/** Standing relations by the two people they tie. What it tells is for chair and secretary only. */
export const knownRelations = (tables: ReadTables): RelationsBetween => relationsBetween(tables.relation.all())

/** Whether a rater and an employee have a declared relation of whatever kind: the second line of evidence of a calibration. */
export type DeclaredClose = (raterId: string, employeeId: string) => boolean

export function declaredClose(tables: ReadTables): DeclaredClose {
  const between = knownRelations(tables)
  return (raterId, employeeId) => between({ id: raterId, name: '' }, employeeId).length > 0
}

/** Employees on either side of a relation that keeps people out of cases: only their cases need a closer look. */
export function employeesInRecusing(tables: ReadTables): ReadonlySet<string> {
  const recusing = tables.relation.all().filter((row) => row.recuses && isStanding(row))
  return new Set(recusing.flatMap(({ holderId, subjectId }) => [subjectId, ...(holderId === null ? [] : [holderId])]))
}

/** How many declared relations hold at present. */
export const standingCount = (tables: ReadTables): number => tables.relation.all().filter(isStanding).length

/** The relations that keep a participant out of a case. */
export function recusingRelations(
  between: RelationsBetween,
  { employeeId, name }: Pick<Participant, 'employeeId' | 'name'>,
  subjectId: string,
): readonly Relation[] {
  return between({ id: employeeId, name }, subjectId).filter(({ recuses }) => recuses)
}
