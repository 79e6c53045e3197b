import { agencyDay } from '#application/overview/agency-day.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { EmployeeId, PeriodId } from '#domain/model/ids.ts'
import type { Relation, RelationStatement } from '#domain/model/relation.ts'
import { holderKey, isStanding } from '#domain/relations/relation-rules.ts'
import { standingCount } from './known-relations.ts'

/** Declared relations with the people they are about, standing ones first, and how many hold. `now` is an instant. */
export function listRelations(tables: ReadTables, periodId: PeriodId, now: string) {
  const rows = tables.relation.all()
  const personOf = placedPeople(
    tables,
    periodId,
    rows.flatMap(({ holderId, subjectId }) => (holderId === null ? [subjectId] : [holderId, subjectId])),
  )
  const byName = new Intl.Collator('id')
  const relations = rows
    .map((row) => ({
      ...row,
      holder: personOf(row.holderId) ?? { name: row.holderName, nip: null, post: '', unit: '' },
      subject: personOf(row.subjectId) ?? { name: '', nip: null, post: '', unit: '' },
      ratesSubject: row.holderId !== null && rates(tables, periodId, row.holderId, row.subjectId),
    }))
    .toSorted(
      (a, b) =>
        Number(!isStanding(a)) - Number(!isStanding(b)) ||
        byName.compare(a.holder.name, b.holder.name) ||
        byName.compare(a.subject.name, b.subject.name),
    )
  return { relations, standing: standingCount(tables), today: agencyDay(now, tables.agency.require('agency').zone) }
}

const rates = (tables: ReadTables, periodId: PeriodId, supervisorId: EmployeeId, employeeId: EmployeeId): boolean =>
  tables.supervision.count({ periodId, supervisorId, employeeId }) > 0

/** Name, NIP, post and unit in a period of the given people. */
function placedPeople(tables: ReadTables, periodId: PeriodId, ids: readonly EmployeeId[]) {
  const asked = [...new Set(ids)]
  const placed = new Map(
    tables.placement.whereIn('employeeId', asked, { periodId }).map((row) => [row.employeeId as string, row]),
  )
  const units = new Map(tables.unit.all().map((unit) => [unit.id as string, unit.shortName || unit.name]))
  const people = new Map(
    tables.employee.whereIn('id', asked).map(({ id, name, nip }) => {
      const place = placed.get(id)
      return [id as string, { name, nip, post: place?.post ?? '', unit: units.get(place?.unitId ?? '') ?? '' }]
    }),
  )
  return (id: EmployeeId | null) => (id === null ? undefined : people.get(id))
}

/** Why somebody is asked for a statement. */
export type RaterPart = 'supervisor' | 'participant' | 'panelist' | 'user'

export interface Rater {
  readonly holderId: EmployeeId | null
  readonly name: string
  readonly post: string
  readonly unit: string
  readonly parts: readonly RaterPart[]
  /** Standing relations declared. */
  readonly relations: number
  readonly statement: Pick<RelationStatement, 'id' | 'receivedOn'> | null
}

/**
 * Everybody who rates, decides or scores in a period: its supervisors, the participants of its meetings, its panelists, and
 * the chair and panelists among the users; with what each has declared and whether the statement is in.
 */
export function listRaters(tables: ReadTables, periodId: PeriodId): readonly Rater[] {
  const found = new Map<string, { id: EmployeeId | null; name: string; parts: Set<RaterPart> }>()
  const add = (id: EmployeeId | null, name: string, part: RaterPart) => {
    const key = holderKey({ id, name })
    const known = found.get(key)
    if (known === undefined) found.set(key, { id, name, parts: new Set([part]) })
    else known.parts.add(part)
  }
  for (const { supervisorId } of tables.supervision.where({ periodId })) add(supervisorId, '', 'supervisor')
  for (const meeting of tables.meeting.where({ periodId }))
    for (const row of tables.participant.where({ meetingId: meeting.id }))
      if (row.role !== 'observer') add(row.employeeId, row.name, 'participant')
  for (const row of tables.panelist.where({ periodId })) add(row.employeeId, row.name, 'panelist')
  for (const user of tables.user.all())
    if (user.active && (user.duty === 'chair' || user.duty === 'panelist')) add(user.employeeId, user.name, 'user')
  return described(tables, periodId, found)
}

function described(
  tables: ReadTables,
  periodId: PeriodId,
  found: ReadonlyMap<string, { id: EmployeeId | null; name: string; parts: ReadonlySet<RaterPart> }>,
): readonly Rater[] {
  const ids = [...found.values()].flatMap(({ id }) => (id === null ? [] : [id]))
  const personOf = placedPeople(tables, periodId, ids)
  const declared = countByHolder(tables.relation.all())
  const statements = new Map(
    tables.relationStatement
      .where({ periodId })
      .map((row) => [holderKey({ id: row.holderId, name: row.holderName }), row]),
  )
  const byName = new Intl.Collator('id')
  return [...found]
    .map(([key, { id, name, parts }]) => {
      const person = personOf(id)
      const statement = statements.get(key)
      return {
        holderId: id,
        name: person?.name ?? name,
        post: person?.post ?? '',
        unit: person?.unit ?? '',
        parts: [...parts],
        relations: declared.get(key) ?? 0,
        statement: statement === undefined ? null : { id: statement.id, receivedOn: statement.receivedOn },
      }
    })
    .toSorted((a, b) => byName.compare(a.name, b.name))
}

function countByHolder(relations: readonly Relation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of relations.filter(isStanding)) {
    const key = holderKey({ id: row.holderId, name: row.holderName })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Standing relations as pairs, for marks beside people: the rater and the employee, both ways where both are employees. */
export function closePairs(tables: ReadTables) {
  return tables.relation
    .all()
    .filter(isStanding)
    .flatMap(({ holderId, subjectId, kind }) =>
      holderId === null
        ? []
        : [
            { raterId: holderId, employeeId: subjectId, kind },
            { raterId: subjectId, employeeId: holderId, kind },
          ],
    )
}
