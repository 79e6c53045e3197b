import { useMemo } from 'react'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'

/** The meeting cases can be brought to, and who is discussed there already. */
export interface PeriodMeeting {
  readonly id: string | null
  readonly onAgenda: ReadonlySet<string>
}

/** The open meeting of the period, else the latest one that is planned. */
export function usePeriodMeeting(period: PeriodSummary): PeriodMeeting {
  const { data: meetings } = useCall('meetings.list', { periodId: period.id })
  const unclosed = (meetings ?? []).filter(({ state }) => state !== 'closed')
  const meeting =
    unclosed.find(({ state }) => state === 'open') ?? unclosed.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0]
  const id = meeting?.id ?? null
  const input = { meetingId: id } as Parameters<typeof useCall<'meetings.room'>>[1]
  const { data: room } = useCall('meetings.room', input, { enabled: id !== null })
  const items = id === null ? undefined : room?.items
  return useMemo(
    () => ({
      id,
      onAgenda: new Set(
        (items ?? [])
          .filter(({ track, state }) => track === 'discussion' || state === 'decided')
          .map(({ employeeId }) => employeeId),
      ),
    }),
    [id, items],
  )
}
