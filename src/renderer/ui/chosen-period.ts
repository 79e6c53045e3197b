import { readStored, writeStored } from './stored.ts'
import type { OpenWorkspace, PeriodSummary } from './workspace-context.ts'

const nameOf = (path: string): string => `period.${path}`

/** The period chosen at the top: now (`chosen`), else the last time this workspace was open here, else its first. */
export function chosenPeriodOf(workspace: OpenWorkspace, chosen: string | null = null): PeriodSummary | null {
  const { periods, path } = workspace
  const named = (id: string | null) => periods.find((period) => period.id === id)
  return named(chosen) ?? named(readStored(nameOf(path))) ?? periods[0] ?? null
}

export const rememberPeriod = (path: string, periodId: string): void => writeStored(nameOf(path), periodId)
