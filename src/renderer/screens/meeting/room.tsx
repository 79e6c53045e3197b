import { IconGavel, IconNotes, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { ApprovalFields, useApproval } from '#renderer/ui/users/approval-fields.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { AgendaColumn } from './agenda-column.tsx'
import { CaseCard } from './case-card.tsx'
import { DecisionColumn } from './decision-column.tsx'
import styles from './meeting.module.css'
import { NotesDrawer } from './notes-drawer.tsx'
import { DueRecusals } from './related.tsx'
import { RoomBar } from './room-bar.tsx'
import type { RoomData, RoomItem } from './types.ts'
import { useRoomKeys } from './use-room-keys.ts'

/** The meeting room: agenda, one case with its evidence, the decision. */
export function Room({ room }: { readonly room: RoomData }) {
  const t = useT()
  const { meeting, items } = room
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const [notes, setNotes] = useState(false)
  const [closing, setClosing] = useState(false)
  const start = useCommand('meetings.startCase')
  const close = useSecretCommand('meetings.close')
  const approval = useApproval()
  const mayClose = useDutyReason('meetings.close')
  const cases = items.filter((item) => item.track === 'discussion')
  const chosen = items.find((item) => item.employeeId === search.employee) ?? firstOf(cases)
  const undecided = items.filter((item) => item.state !== 'decided').length

  const choose = (item: RoomItem): void => {
    setSearch({ employee: item.employeeId })
    if (item.state === 'waiting' || item.state === 'deferred')
      start.mutate({ meetingId: meeting.id, employeeId: item.employeeId })
  }
  const toNext = (employeeId: string | null): void => {
    const next = items.find((item) => item.employeeId === employeeId)
    if (next === undefined) setSearch({ employee: null })
    else choose(next)
  }
  const endClosing = (): void => {
    approval.clear()
    close.forget()
    setClosing(false)
  }
  const closeNow = async (): Promise<void> => {
    if ((await close.run({ meetingId: meeting.id, ...approval.given })) !== null) endClosing()
  }
  useRoomKeys({ notes: () => setNotes(true) })
  useStatusBar([
    { id: 'cases', text: t('meeting.statusCases', { count: cases.length }) },
    { id: 'consent', text: t('meeting.statusConsent', { count: items.length - cases.length }) },
    {
      id: 'recusals',
      text: t('meeting.statusRecusals', { count: items.reduce((sum, item) => sum + item.recusals, 0) }),
    },
    { id: 'followUps', text: t('meeting.statusFollowUps', { count: room.openFollowUps }) },
  ])
  useCommands([
    { id: 'notes', label: t('meeting.notes'), icon: IconNotes, keys: 'N', run: () => setNotes(true) },
    ...(mayClose === null
      ? [{ id: 'close-meeting', label: t('meeting.closeMeeting'), icon: IconGavel, run: () => setClosing(true) }]
      : []),
  ])

  return (
    <ScreenLayout
      title={meeting.title}
      badges={<Attendance room={room} />}
      sentence={<RoomBar room={room} current={items.find((item) => item.state === 'current') ?? null} />}
      actions={
        <>
          <Action icon={IconNotes} keys="N" onClick={() => setNotes(true)}>
            {t('meeting.notes')}
          </Action>
          <Action icon={IconGavel} disabledReason={mayClose} onClick={() => setClosing(true)}>
            {t('meeting.closeMeeting')}
          </Action>
        </>
      }
    >
      <div className={styles.underBanner}>
        <DueRecusals room={room} />
        <div className={styles.room}>
          <AgendaColumn room={room} chosen={chosen ?? null} onChoose={choose} />
          {chosen === undefined ? (
            <EmptyState icon={IconGavel} title={t('meeting.readyNext')}>
              {t('meeting.readyNextText')}
            </EmptyState>
          ) : (
            <Case key={chosen.employeeId} room={room} item={chosen} onDecided={toNext} />
          )}
        </div>
      </div>
      <NotesDrawer room={room} about={chosen ?? null} open={notes} onClose={() => setNotes(false)} />
      <ConfirmDialog
        open={closing}
        title={t('meeting.closeAsk')}
        confirm={t('meeting.closeMeeting')}
        busy={close.isPending}
        onCancel={endClosing}
        onConfirm={() => void closeNow()}
      >
        {undecided === 0 ? t('meeting.closeTextAll') : t('meeting.closeText', { count: undecided })}
        <ApprovalFields approval={approval} autoFocus />
        <Refusal error={close.error} />
      </ConfirmDialog>
    </ScreenLayout>
  )
}

/** The case being discussed, else the next one that waits. */
const firstOf = (cases: readonly RoomItem[]) =>
  cases.find((item) => item.state === 'current') ??
  cases.find((item) => item.state === 'waiting') ??
  cases.find((item) => item.state === 'deferred') ??
  cases[0]

function Attendance({ room }: { readonly room: RoomData }) {
  const t = useT()
  const { quorum } = room
  const values = { present: quorum.present, total: quorum.total, required: quorum.required ?? 0 }
  if (!quorum.reached)
    return (
      <Tag tone="refused" icon={IconUsers}>
        {t('meeting.quorumLost', values)}
      </Tag>
    )
  const text = quorum.required === null ? t('meeting.presentTag', values) : t('meeting.quorumTag', values)
  return (
    <Tag tone="confirmed" icon={IconUsers}>
      {text}
    </Tag>
  )
}

interface CaseProps {
  readonly room: RoomData
  readonly item: RoomItem
  readonly onDecided: (nextEmployeeId: string | null) => void
}

function Case({ room, item, onDecided }: CaseProps) {
  const data = useCall('meetings.case', { meetingId: room.meeting.id, employeeId: item.employeeId })
  return (
    <QueryView query={data} lines={12}>
      {(card) => (
        <>
          <CaseCard room={room} card={card} />
          <DecisionColumn key={card.decision?.decidedAt ?? 'open'} room={room} card={card} onDecided={onDecided} />
        </>
      )}
    </QueryView>
  )
}
