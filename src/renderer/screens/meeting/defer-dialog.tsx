import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import type { CaseData, RoomData } from './types.ts'

interface DeferDialogProps {
  readonly room: RoomData
  readonly card: CaseData
  readonly open: boolean
  readonly onClose: () => void
}

/** Puts a case aside, with the reason in the trail. */
export function DeferDialog({ room, card, open, onClose }: DeferDialogProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const defer = useCommand('meetings.defer', { onSuccess: onClose })
  return (
    <ConfirmDialog
      open={open}
      title={t('meeting.deferAsk')}
      confirm={t('meeting.defer')}
      busy={defer.isPending}
      onCancel={onClose}
      onConfirm={() => defer.mutate({ meetingId: room.meeting.id, employeeId: card.person.employeeId, reason })}
    >
      <Textarea
        label={t('meeting.deferReason')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
