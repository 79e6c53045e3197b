import { AppError } from '#domain/app-error.ts'
import type { Relation, RelationKind } from '#domain/model/relation.ts'

/** Somebody who rates, decides or scores: an employee, or a person from outside known by name (`id` null). */
export interface Holder {
  readonly id: string | null
  readonly name: string
}

const alwaysRecused: ReadonlySet<RelationKind> = new Set(['kinship', 'business'])

/**
 * Whether a relation of this kind keeps its holder out of the other's case whatever anybody ticks: family and business do.
 * Source: the house rule on recusal ("self, spouse, relative or declared conflict"); the regulation is silent.
 * @example recusesAlways('kinship') // true
 */
export const recusesAlways = (kind: RelationKind): boolean => alwaysRecused.has(kind)

/** Whether a relation still holds. @example isStanding({ withdrawnAt: null }) // true */
export const isStanding = ({ withdrawnAt }: Pick<Relation, 'withdrawnAt'>): boolean => withdrawnAt === null

/**
 * By what a holder is recognised again: the employee's id, else the name without regard to capitals and spaces.
 * @example holderKey({ id: null, name: 'Budi  Santoso' }) === holderKey({ id: null, name: 'budi santoso' }) // true
 */
export const holderKey = ({ id, name }: Holder): string =>
  id === null ? `name:${name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('id')}` : `id:${id}`

export type RelationDraft = Pick<Relation, 'holderId' | 'holderName' | 'subjectId' | 'kind' | 'remark' | 'declaredOn'>

/**
 * Refuses a declaration nobody could act on: of oneself (E-RELATION-SELF); `other` without a remark (E-RELATION-REMARK);
 * declared after today (E-RELATION-DATE); the same kind declared for the same two already (E-RELATION-TWICE), `others` being
 * the relations beside the one at hand. `today`: a day of the agency's calendar.
 * @example requireSound({ ...draft, kind: 'other', remark: '' }, [], '2026-11-23') // E-RELATION-REMARK
 */
export function requireSound(draft: RelationDraft, others: readonly Relation[], today: string): void {
  if (draft.holderId !== null && draft.holderId === draft.subjectId) throw new AppError('E-RELATION-SELF')
  if (draft.kind === 'other' && draft.remark.trim() === '') throw new AppError('E-RELATION-REMARK')
  if (draft.declaredOn > today) throw new AppError('E-RELATION-DATE')
  const key = holderKey({ id: draft.holderId, name: draft.holderName })
  const again = others.some(
    (other) =>
      isStanding(other) &&
      other.kind === draft.kind &&
      other.subjectId === draft.subjectId &&
      holderKey({ id: other.holderId, name: other.holderName }) === key,
  )
  if (again) throw new AppError('E-RELATION-TWICE')
}

/** Standing relations between a holder and an employee, whichever of the two declared. */
export type RelationsBetween = (holder: Holder, employeeId: string) => readonly Relation[]

/**
 * Looks relations up by the two people. Two employees stand in a relation to each other, so it holds both ways: a
 * subordinate declared a brother by his supervisor is the supervisor's brother, too, where he decides himself.
 * Shapes: all relations, withdrawn ones among them; those count for nothing.
 * @example relationsBetween(relations)({ id: 'e2', name: 'Budi' }, 'e1').map(({ kind }) => kind) // ['kinship']
 */
export function relationsBetween(relations: readonly Relation[]): RelationsBetween {
  const found = new Map<string, Relation[]>()
  const keep = (holder: string, employee: string, relation: Relation) => {
    const key = `${holder} ${employee}`
    const list = found.get(key)
    if (list === undefined) found.set(key, [relation])
    else list.push(relation)
  }
  for (const relation of relations.filter(isStanding)) {
    const { holderId, holderName, subjectId } = relation
    keep(holderKey({ id: holderId, name: holderName }), subjectId, relation)
    if (holderId !== null) keep(holderKey({ id: subjectId, name: '' }), holderId, relation)
  }
  return (holder, employeeId) => found.get(`${holderKey(holder)} ${employeeId}`) ?? []
}
