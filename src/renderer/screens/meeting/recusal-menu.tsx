import { Menu, Modal, Select, TextInput } from '@mantine/core'
import { IconUserOff, IconUserPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import styles from './meeting.module.css'
import { MenuButton } from './menu-button.tsx'
import type { CaseData, RoomData } from './types.ts'

const causes = ['spouse', 'relative', 'conflict', 'other'] as const

/** Who leaves this case. One's own case is recorded by itself and cannot be taken back. */
export function RecusalMenu({ room, card }: { readonly room: RoomData; readonly card: CaseData }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const unrecuse = useCommand('meetings.unrecuse')
  const off = useDutyReason('meetings.recuse') !== null
  const meetingId = room.meeting.id
  const revocable = card.recusals.filter((recusal) => recusal.cause !== 'self')
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <MenuButton label={t('meeting.leave')} icon={IconUserOff} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={off} leftSection={<IconUserOff size={16} />} onClick={() => setAsking(true)}>
            {t('meeting.recuse')}
          </Menu.Item>
          {revocable.map((recusal) => (
            <Menu.Item
              key={recusal.id}
              disabled={off}
              leftSection={<IconUserPlus size={16} />}
              onClick={() => unrecuse.mutate({ meetingId, recusalId: recusal.id })}
            >
              {t('meeting.unrecuse', { name: recusal.participantName })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <RecuseForm room={room} card={card} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

interface RecuseFormProps {
  readonly room: RoomData
  readonly card: CaseData
  readonly open: boolean
  readonly onClose: () => void
}

function RecuseForm({ room, card, open, onClose }: RecuseFormProps) {
  const t = useT()
  const [who, setWho] = useState<string | null>(null)
  const [cause, setCause] = useState<(typeof causes)[number]>('conflict')
  const [note, setNote] = useState('')
  const recuse = useCommand('meetings.recuse', { onSuccess: onClose })
  const taking = room.participants.filter((participant) => card.takingPart.includes(participant.id))
  const participant = taking.find((one) => one.id === who)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (participant === undefined) return
    recuse.mutate({
      meetingId: room.meeting.id,
      employeeId: card.person.employeeId,
      participantId: participant.id,
      cause,
      note,
    })
  }
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('meeting.recuseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={styles.form} onSubmit={send}>
        <Select
          label={t('meeting.recuseWho')}
          searchable
          value={who}
          data={taking.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setWho}
          data-autofocus
        />
        <Select
          label={t('meeting.recuseCause')}
          allowDeselect={false}
          value={cause}
          data={causes.map((value) => ({ value, label: t(`meeting.cause-${value}`) }))}
          onChange={(value) => setCause(causes.find((one) => one === value) ?? 'conflict')}
        />
        <TextInput
          label={t('meeting.noteText')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.formButtons}>
          <Action onClick={onClose}>{t('common.cancel')}</Action>
          <button type="submit" className={styles.submit} disabled={participant === undefined || recuse.isPending}>
            {t('meeting.recuse')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
