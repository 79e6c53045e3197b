import { IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { ReasonField } from '#renderer/ui/reason-field.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import styles from './meeting.module.css'
import type { CaseData, RoomData } from './types.ts'

type Related = CallOutput<'relations.recusals'>[number]

/** Who a declared relation keeps out of which case; empty for everybody but chair and secretary. */
export function useRelated(meetingId: RoomData['meeting']['id']): readonly Related[] {
  const closed = useDutyReason('relations.recusals') !== null
  const related = useCall('relations.recusals', { meetingId }, { enabled: !closed })
  return closed ? [] : (related.data ?? [])
}

/** Why a case cannot be decided yet because of declared relations; null: nothing of that kind is in the way. */
export function useRelatedReason({ meeting }: RoomData, card: CaseData): string | null {
  const t = useT()
  const due = useRelated(meeting.id).filter(
    (one) =>
      one.state === 'due' && one.employeeId === card.person.employeeId && card.takingPart.includes(one.participantId),
  )
  return due.length === 0 ? null : t('relations.dueReason', { names: due.map(({ name }) => name).join(', ') })
}

/** How many recusals are due in the meeting, with the button that records them all; nothing where none is. */
export function DueRecusals({ room }: { readonly room: RoomData }) {
  const t = useT()
  const meetingId = room.meeting.id
  const count = useRelated(meetingId).filter(({ state }) => state === 'due').length
  const duty = useDutyReason('relations.recuse')
  const recuse = useCommand('relations.recuse', {
    success: ({ recorded }) => t('relations.recusedAll', { count: recorded }),
  })
  if (count === 0) return null
  return (
    <div className={styles.dueRecusals}>
      <Banner
        tone="attention"
        icon={IconUserOff}
        title={t('relations.dueMeeting', { count })}
        action={
          <Action
            size="small"
            icon={IconUserOff}
            busy={recuse.isPending}
            disabledReason={duty}
            onClick={() => recuse.mutate({ meetingId })}
          >
            {t('relations.recuseAll')}
          </Action>
        }
      >
        {t('relations.dueMeetingText')}
      </Banner>
    </div>
  )
}

/** What declared relations ask of one case: a recusal, or a reason for staying. Of which kind a relation is stays untold here. */
export function RelatedNotices({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const { employeeId } = card.person
  const related = useRelated(room.meeting.id).filter((one) => one.employeeId === employeeId)
  return related.map((one) => <RelatedNotice key={one.participantId} room={room} one={one} />)
}

function RelatedNotice({ room, one }: { readonly room: RoomData; readonly one: Related }) {
  const t = useT()
  const { name, state, waiver } = one
  const unwaive = useCommand('relations.unwaive', { success: t('relations.unstayed') })
  const chairOnly = useDutyReason('relations.unwaive')
  if (state === 'recused') return null
  if (state === 'late') return <Banner tone="attention">{t('relations.lateCase', { name })}</Banner>
  if (waiver !== null) {
    return (
      <Banner
        tone="information"
        action={
          <Action
            size="small"
            busy={unwaive.isPending}
            disabledReason={chairOnly}
            onClick={() => unwaive.mutate({ waiverId: waiver.id })}
          >
            {t('relations.unstay')}
          </Action>
        }
      >
        {t('relations.waivedCase', { name, reason: waiver.reason })}
      </Banner>
    )
  }
  return <DueNotice room={room} one={one} />
}

function DueNotice({ room, one }: { readonly room: RoomData; readonly one: Related }) {
  const t = useT()
  const { name, employeeId, participantId } = one
  const meetingId = room.meeting.id
  const [staying, setStaying] = useState(false)
  const [reason, setReason] = useState('')
  const recuse = useCommand('meetings.recuse')
  const waive = useCommand('relations.waive', {
    onSuccess: () => {
      setStaying(false)
      notify(t('relations.stayed'))
    },
  })
  const writers = useDutyReason('meetings.recuse')
  const chairOnly = useDutyReason('relations.waive')
  return (
    <Banner
      tone="attention"
      icon={IconUserOff}
      action={
        <div className={styles.dueActions}>
          <Action
            size="small"
            busy={recuse.isPending}
            disabledReason={writers}
            onClick={() => recuse.mutate({ meetingId, employeeId, participantId, cause: 'conflict', note: '' })}
          >
            {t('relations.recuseOne')}
          </Action>
          <Action size="small" kind="quiet" disabledReason={chairOnly} onClick={() => setStaying(true)}>
            {t('relations.stay')}
          </Action>
        </div>
      }
    >
      {t('relations.dueCase', { name })}
      <ConfirmDialog
        open={staying}
        title={t('relations.stayTitle', { name })}
        confirm={t('relations.stayConfirm')}
        busy={waive.isPending}
        disabledReason={reason.trim() === '' ? t('relations.stayReason') : null}
        onCancel={() => setStaying(false)}
        onConfirm={() => waive.mutate({ meetingId, employeeId, participantId, reason })}
      >
        <p>{t('relations.stayText')}</p>
        <ReasonField label={t('relations.stayReason')} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </Banner>
  )
}
