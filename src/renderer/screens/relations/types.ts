import type { CallOutput } from '#contract/contracts.ts'

export type RelationList = CallOutput<'relations.list'>
export type RelationRow = RelationList['relations'][number]
export type Rater = CallOutput<'relations.raters'>[number]

export const views = ['relations', 'statements'] as const
export type View = (typeof views)[number]

export const isStanding = (row: RelationRow): boolean => row.withdrawnAt === null

/** Whether a text searched for stands in one of these. */
export function matches(needle: string, ...texts: readonly (string | null)[]): boolean {
  const wanted = needle.trim().toLocaleLowerCase('id')
  return texts.some((text) => text?.toLocaleLowerCase('id').includes(wanted) ?? false)
}

/** How a choice of a person is told apart: an employee by id, a guest by name. */
export const raterValue = ({ holderId, name }: { readonly holderId: string | null; readonly name: string }): string =>
  holderId === null ? `name:${name}` : `id:${holderId}`
