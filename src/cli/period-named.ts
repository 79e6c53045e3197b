import type { WorkspaceStatus } from '#contract/workspace.ts'
import { AppError } from '#domain/app-error.ts'

/** The period a flag names (by its name, in any case), or the latest one. */
export function periodNamed(status: WorkspaceStatus, flag: string | boolean | undefined) {
  const periods = status?.periods ?? []
  if (typeof flag !== 'string') return periods[0]?.id ?? null
  const found = periods.find((period) => period.name.toLowerCase() === flag.toLowerCase())
  if (!found) throw new AppError('E-RULE-PERIOD', { value: flag })
  return found.id
}
