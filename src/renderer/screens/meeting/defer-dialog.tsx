import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ReasonDialog } from './reason-dialog.tsx'
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
  const defer = useCommand('meetings.defer', { onSuccess: onClose })
  return (
    <ReasonDialog
      open={open}
      title={t('meeting.deferAsk')}
      label={t('meeting.deferReason')}
      confirm={t('meeting.defer')}
      busy={defer.isPending}
      onCancel={onClose}
      onConfirm={(reason) => defer.mutate({ meetingId: room.meeting.id, employeeId: card.person.employeeId, reason })}
    />
  )
}
