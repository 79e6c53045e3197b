import { Modal, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { Meeting } from '#domain/model/meeting.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import styles from './meeting.module.css'

type Details = Pick<Meeting, 'title' | 'place' | 'heldOn' | 'plannedStart' | 'quorum' | 'minutesPerCase'>

interface MeetingFormProps {
  readonly open: boolean
  readonly period: PeriodSummary
  readonly onClose: () => void
  readonly onCreated: (meetingId: CallOutput<'meetings.create'>['meetingId']) => void
}

/** Makes a new meeting; participants and agenda come with it, proposed from the data. */
export function MeetingForm({ open, period, onClose, onCreated }: MeetingFormProps) {
  const t = useT()
  const create = useCommand('meetings.create', {
    success: t('meeting.created'),
    onSuccess: ({ meetingId }) => {
      onClose()
      onCreated(meetingId)
    },
  })
  const first: Details = {
    title: t('meeting.defaultTitle', { period: period.name }),
    place: '',
    heldOn: new Date().toLocaleDateString('sv'),
    plannedStart: '09:00',
    quorum: null,
    minutesPerCase: 4,
  }
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('meeting.createTitle')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <DetailsFields
        first={first}
        submit={t('meeting.create')}
        busy={create.isPending}
        onCancel={onClose}
        onSubmit={(details) => create.mutate({ ...details, periodId: period.id })}
      />
    </Modal>
  )
}

interface EditMeetingProps {
  readonly meeting: Meeting
  readonly open: boolean
  readonly onClose: () => void
}

export function EditMeeting({ meeting, open, onClose }: EditMeetingProps) {
  const t = useT()
  const update = useCommand('meetings.update', { success: t('meeting.saved'), onSuccess: onClose })
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={t('meeting.edit')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <DetailsFields
        first={meeting}
        submit={t('common.save')}
        busy={update.isPending}
        onCancel={onClose}
        onSubmit={(change) => update.mutate({ meetingId: meeting.id, change })}
      />
    </Modal>
  )
}

interface DetailsFieldsProps {
  readonly first: Details
  readonly submit: string
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSubmit: (details: Details) => void
}

function DetailsFields({ first, submit, busy, onCancel, onSubmit }: DetailsFieldsProps) {
  const t = useT()
  const [details, setDetails] = useState<Details>(() => ({
    title: first.title,
    place: first.place,
    heldOn: first.heldOn,
    plannedStart: first.plannedStart,
    quorum: first.quorum,
    minutesPerCase: first.minutesPerCase,
  }))
  const [wrongDate, setWrongDate] = useState(false)
  const set = (change: Partial<Details>): void => setDetails((before) => ({ ...before, ...change }))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit({ ...details, title: details.title.trim() })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput
        label={t('meeting.fieldTitle')}
        required
        value={details.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={t('meeting.fieldPlace')}
        value={details.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <DateField
          required
          label={t('meeting.fieldDate')}
          value={details.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          onWrong={setWrongDate}
        />
        <TextInput
          type="time"
          required
          label={t('meeting.fieldStart')}
          value={details.plannedStart}
          onChange={(event) => set({ plannedStart: event.currentTarget.value.slice(0, 5) })}
        />
      </div>
      <div className={styles.pair}>
        <NumberInput
          label={t('meeting.fieldQuorum')}
          description={t('meeting.fieldQuorumHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={500}
          allowDecimal={false}
          value={details.quorum ?? ''}
          onChange={(value) => set({ quorum: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          label={t('meeting.fieldMinutes')}
          min={1}
          max={120}
          allowDecimal={false}
          value={details.minutesPerCase}
          onChange={(value) => set({ minutesPerCase: typeof value === 'number' ? value : 4 })}
        />
      </div>
      <div className={styles.formButtons}>
        <Action onClick={onCancel}>{t('common.cancel')}</Action>
        <button type="submit" className={styles.submit} disabled={busy || wrongDate || details.title.trim() === ''}>
          {submit}
        </button>
      </div>
    </form>
  )
}
