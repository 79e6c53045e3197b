import type { CallOutput } from '#contract/contracts.ts'

export type FollowUpRow = CallOutput<'followUps.list'>[number]

export const kinds = ['training', 'reward', 'counselling', 'sanction', 'action'] as const
export const states = ['open', 'done', 'dropped'] as const
export const filters = ['open', 'late', 'closed', 'all'] as const
export type Filter = (typeof filters)[number]

export const isLate = (row: FollowUpRow): boolean => row.daysLeft !== null && row.daysLeft < 0

export function matches(row: FollowUpRow, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'late') return isLate(row)
  return (row.state === 'open') === (filter === 'open')
}
