import { useMemo } from 'react'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Calibrated } from './calibrated.ts'

/**
 * Everybody who rates in the period, by id, with the unit: a computation that leaves one out does not name him any more.
 * Rising by name.
 */
export function useSupervisorNames(
  periodId: PeriodSummary['id'],
  { supervisors }: Pick<Calibrated, 'supervisors'>,
): ReadonlyMap<string, string> {
  const { data } = useCall('supervisors.compare', { periodId }, { keepPrevious: true })
  return useMemo(() => {
    const known = [
      ...[...supervisors.values()].map(({ id, name, unitName }) => ({ id, name, unitName })),
      ...(data?.supervisors ?? []).map(({ supervisorId, name, unitName }) => ({ id: supervisorId, name, unitName })),
    ]
    const names = known.map(({ id, name, unitName }): [string, string] => [
      id,
      unitName === '' ? name : `${name} (${unitName})`,
    ])
    return new Map(names.toSorted(([, a], [, b]) => a.localeCompare(b)))
  }, [supervisors, data])
}
