import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { ClosedMeeting } from './closed-meeting.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { Preparation } from './preparation.tsx'
import { Room } from './room.tsx'

/** The meeting of the period in its three states: being prepared, open, closed. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <EmptyState icon={IconGavel} title={t('common.periodNone')}>
        {t('meeting.noneText')}
      </EmptyState>
    )
  }
  return <MeetingOfPeriod key={period.id} period={period} />
}

function MeetingOfPeriod({ period }: { readonly period: PeriodSummary }) {
  const meetings = useCall('meetings.list', { periodId: period.id })
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const [creating, setCreating] = useState(false)
  return (
    <QueryView query={meetings}>
      {(list) => {
        const meeting = list.find((one) => one.id === search.meeting) ?? list[0]
        const form = (
          <MeetingForm
            open={creating}
            period={period}
            onClose={() => setCreating(false)}
            onCreated={(id) => setSearch({ meeting: id })}
          />
        )
        if (meeting === undefined) return <NoMeeting period={period} form={form} onCreate={() => setCreating(true)} />
        return (
          <>
            {form}
            <OneMeeting meetingId={meeting.id} onAnother={() => setCreating(true)} />
          </>
        )
      }}
    </QueryView>
  )
}

interface NoMeetingProps {
  readonly period: PeriodSummary
  readonly form: React.ReactNode
  readonly onCreate: () => void
}

function NoMeeting({ period, form, onCreate }: NoMeetingProps) {
  const t = useT()
  const duty = useDutyReason('meetings.create')
  return (
    <ScreenLayout title={t('meeting.title')}>
      {form}
      <EmptyState
        icon={IconGavel}
        title={t('meeting.none', { period: period.name })}
        action={
          <Action kind="primary" icon={IconGavel} disabledReason={duty} onClick={onCreate}>
            {t('meeting.create')}
          </Action>
        }
      >
        {t('meeting.noneText')}
      </EmptyState>
    </ScreenLayout>
  )
}

function OneMeeting({ meetingId, onAnother }: { readonly meetingId: MeetingId; readonly onAnother: () => void }) {
  const room = useCall('meetings.room', { meetingId }, { keepPrevious: true })
  return (
    <QueryView query={room} lines={10}>
      {(data) => {
        if (data.meeting.state === 'planned') return <Preparation room={data} onAnother={onAnother} />
        return data.meeting.state === 'open' ? (
          <Room room={data} />
        ) : (
          <ClosedMeeting room={data} onAnother={onAnother} />
        )
      }}
    </QueryView>
  )
}

type MeetingId = Parameters<typeof useCall<'meetings.room'>>[1]['meetingId']
