import { createContext, useContext } from 'react'
import type { CallOutput } from '#contract/contracts.ts'

export type OpenWorkspace = NonNullable<CallOutput<'workspace.status'>>
export type PeriodSummary = OpenWorkspace['periods'][number]

export interface WorkspaceValue {
  readonly workspace: OpenWorkspace
  /** The period chosen once, at the top. Null: the workspace has none yet. */
  readonly period: PeriodSummary | null
  readonly choosePeriod: (periodId: PeriodSummary['id']) => void
}

export const WorkspaceContext = createContext<WorkspaceValue | null>(null)

/** The open workspace and the period at the top. Only screens inside the frame ask for it (not the start screen). */
export function useWorkspace(): WorkspaceValue {
  const value = useContext(WorkspaceContext)
  if (value === null) throw new Error('useWorkspace is used outside the frame')
  return value
}
