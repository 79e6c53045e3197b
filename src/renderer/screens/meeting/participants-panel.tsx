import { Modal, Select, TextInput } from '@mantine/core'
import { IconPlus, IconUsers, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Participant as ParticipantRow } from '#domain/model/meeting.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import styles from './meeting.module.css'
import type { Participant, RoomData } from './types.ts'

const roles = ['chair', 'secretary', 'supervisor', 'panelist', 'observer'] as const

/** Attendance list: role and attendance of each participant, changed in place. */
export function ParticipantsPanel({ room }: { readonly room: RoomData }) {
  const t = useT()
  const { meeting, participants, quorum } = room
  const [adding, setAdding] = useState(false)
  const attendance = useCommand('meetings.setAttendance')
  const unknown = participants.filter((participant) => participant.attendance === 'unknown')
  return (
    <Panel
      title={t('meeting.participants')}
      note={t('meeting.participantsNote', { present: quorum.present, total: quorum.total })}
      flush
      scroll
      className={styles.fill}
      actions={
        <>
          <Action size="small" icon={IconPlus} onClick={() => setAdding(true)}>
            {t('meeting.addParticipant')}
          </Action>
          <Action
            size="small"
            icon={IconUsers}
            disabledReason={
              unknown.length === 0
                ? t('meeting.participantsNote', { present: quorum.present, total: quorum.total })
                : null
            }
            onClick={() =>
              attendance.mutate({
                meetingId: meeting.id,
                participantIds: unknown.map((participant) => participant.id),
                attendance: 'present',
                absenceReason: '',
              })
            }
          >
            {t('meeting.allPresent')}
          </Action>
        </>
      }
    >
      <table className={cx(styles.list, styles.people)}>
        <thead>
          <tr>
            <th scope="col">{t('meeting.participantName')}</th>
            <th scope="col">{t('meeting.role')}</th>
            <th scope="col">{t('meeting.attendanceColumn')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {participants.map((participant) => (
            <ParticipantLine key={participant.id} participant={participant} />
          ))}
        </tbody>
      </table>
      <AddParticipant open={adding} meetingId={meeting.id} onClose={() => setAdding(false)} />
    </Panel>
  )
}

function ParticipantLine({ participant }: { readonly participant: Participant }) {
  const t = useT()
  const { meetingId, name } = participant
  const save = useCommand('meetings.saveParticipant')
  const attendance = useCommand('meetings.setAttendance')
  const remove = useCommand('meetings.removeParticipant', { success: t('meeting.removeParticipant', { name }) })
  const setAttendance = (value: ParticipantRow['attendance'], absenceReason: string): void =>
    attendance.mutate({ meetingId, participantIds: [participant.id], attendance: value, absenceReason })
  const away = participant.attendance === 'absent' || participant.attendance === 'excused'
  return (
    <tr>
      <th scope="row" className={styles.one}>
        {name}
        <small title={participant.post}>{participant.post}</small>
      </th>
      <td>
        <Select
          aria-label={`${t('meeting.role')}: ${name}`}
          size="xs"
          allowDeselect={false}
          value={participant.role}
          data={roles.map((role) => ({ value: role, label: t(`meeting.role-${role}`) }))}
          onChange={(role) => {
            const known = roles.find((one) => one === role)
            if (known === undefined) return
            const { employeeId, nip, post, rank } = participant
            save.mutate({
              meetingId,
              participantId: participant.id,
              fields: { employeeId, name, nip, post, rank, role: known },
            })
          }}
        />
      </td>
      <td>
        <Segmented
          label={t('meeting.attendance', { name })}
          value={participant.attendance === 'unknown' ? null : participant.attendance}
          options={(['present', 'absent', 'excused'] as const).map((value) => ({
            value,
            label: t(`meeting.${value}`),
          }))}
          onChange={(value) => setAttendance(value, participant.absenceReason)}
        />
        {away ? (
          <TextInput
            size="xs"
            mt={4}
            aria-label={t('meeting.absenceReason', { name })}
            placeholder={t('meeting.absenceReason', { name })}
            defaultValue={participant.absenceReason}
            onBlur={(event) => {
              const reason = event.currentTarget.value.trim()
              if (reason !== participant.absenceReason) setAttendance(participant.attendance, reason)
            }}
          />
        ) : null}
      </td>
      <td>
        <IconAction
          label={t('meeting.removeParticipant', { name })}
          icon={IconX}
          size={26}
          onClick={() => remove.mutate({ meetingId, participantId: participant.id })}
        />
      </td>
    </tr>
  )
}

interface AddParticipantProps {
  readonly open: boolean
  readonly meetingId: Participant['meetingId']
  readonly onClose: () => void
}

const empty = { name: '', nip: '', post: '', rank: '' }

function AddParticipant({ open, meetingId, onClose }: AddParticipantProps) {
  const t = useT()
  const [fields, setFields] = useState(empty)
  const save = useCommand('meetings.saveParticipant', {
    onSuccess: () => {
      setFields(empty)
      onClose()
    },
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      meetingId,
      participantId: null,
      fields: { ...fields, name: fields.name.trim(), employeeId: null, role: 'observer' },
    })
  }
  const labels = {
    name: 'participantName',
    nip: 'participantNip',
    post: 'participantPost',
    rank: 'participantRank',
  } as const
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('meeting.addParticipant')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={styles.form} onSubmit={send}>
        {(['name', 'post', 'nip', 'rank'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`meeting.${labels[field]}`)}
            required={field === 'name'}
            data-autofocus={field === 'name' ? true : undefined}
            value={fields[field]}
            onChange={(event) => setFields({ ...fields, [field]: event.currentTarget.value })}
          />
        ))}
        <div className={styles.formButtons}>
          <Action onClick={onClose}>{t('common.cancel')}</Action>
          <button type="submit" className={styles.submit} disabled={save.isPending || fields.name.trim() === ''}>
            {t('common.add')}
          </button>
        </div>
      </form>
    </Modal>
  )
}
