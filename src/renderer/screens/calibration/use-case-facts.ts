import { useMemo } from 'react'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { type Calibrated, caseLists, listedCases } from './calibrated.ts'
import type { CaseFacts } from './cases-panel.tsx'

/** The people on both lists, each once. */
export const listedPeople = (calibrated: Calibrated): readonly string[] => [
  ...new Set(caseLists.flatMap((list) => listedCases(calibrated, list).map(({ employeeId }) => employeeId))),
]

/** Declared relations, for chair and secretary: whoever may not see them is refused, and sees no marks. */
export function useRelations(): CaseFacts['relations'] {
  const { data } = useCall('relations.closePairs', {})
  return useMemo(() => {
    if (data === undefined) return null
    const pairs = new Set(data.pairs.map((pair) => `${pair.raterId} ${pair.employeeId}`))
    return {
      standing: data.standing,
      isClose: ({ supervisorId, employeeId }) => pairs.has(`${supervisorId} ${employeeId}`),
    }
  }, [data])
}

/** The achievement of the people listed; the computation itself names only what it found. */
export function useAchievement(period: PeriodSummary, calibrated: Calibrated | undefined): CaseFacts['achievement'] {
  const employeeIds = useMemo(() => (calibrated === undefined ? [] : listedPeople(calibrated)), [calibrated])
  const input = { periodId: period.id, employeeIds: [...employeeIds] } as Parameters<typeof useCall<'staff.rows'>>[1]
  const { data } = useCall('staff.rows', input, { enabled: employeeIds.length > 0, keepPrevious: true })
  return useMemo(() => {
    const { employeeId = [], achievementIndex = [] } = data?.columns ?? {}
    return new Map(employeeId.map((id, index) => [id, achievementIndex[index] ?? null]))
  }, [data])
}
