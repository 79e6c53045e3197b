import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'

const kinds = ['training', 'reward', 'counselling', 'sanction', 'action'] as const

/** Who does what by when: the action items of this meeting. */
export function FollowUpForm({ room, about }: { readonly room: RoomData; readonly about: RoomItem | null }) {
  const t = useT()
  const format = useFormat()
  const { meeting } = room
  const [task, setTask] = useState('')
  const [responsible, setResponsible] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [wrongDate, setWrongDate] = useState(false)
  const [kind, setKind] = useState<(typeof kinds)[number]>('action')
  const list = useCall('followUps.list', { periodId: meeting.periodId })
  const field = useRef<HTMLInputElement>(null)
  const save = useCommand('followUps.save', {
    onSuccess: () => {
      setTask('')
      field.current?.focus()
    },
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      followUpId: null,
      periodId: meeting.periodId,
      meetingId: meeting.id,
      employeeId: kind === 'action' ? null : (about?.employeeId ?? null),
      fields: { kind, task: task.trim(), responsible, dueOn: dueOn === '' ? null : dueOn, state: 'open', outcome: '' },
    })
  }
  const own = (list.data ?? []).filter((item) => item.meetingId === meeting.id)
  return (
    <section aria-label={t('meeting.actions')}>
      <h3 className={styles.drawerTitle}>{t('meeting.actions')}</h3>
      <ul className={styles.noteList}>
        {own.map((item) => (
          <li key={item.id}>
            <div>
              <small>
                {t(`meeting.kind-${item.kind}`)}
                {item.employeeName === null ? '' : ` · ${item.employeeName}`}
              </small>
              {item.task}
              <small>
                {[item.responsible, item.dueOn === null ? '' : format.date(item.dueOn)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={send}>
        <TextInput
          ref={field}
          label={t('meeting.actionTask')}
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
        />
        <div className={styles.pair}>
          <Select
            label={t('meeting.actionKind')}
            allowDeselect={false}
            value={kind}
            data={kinds.map((value) => ({ value, label: t(`meeting.kind-${value}`) }))}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'action')}
          />
          <DateField label={t('meeting.actionDue')} value={dueOn} onChange={setDueOn} onWrong={setWrongDate} />
        </div>
        <TextInput
          label={t('meeting.actionWho')}
          value={responsible}
          onChange={(event) => setResponsible(event.currentTarget.value)}
        />
        <div className={styles.formButtons}>
          <button type="submit" className={styles.submit} disabled={task.trim() === '' || wrongDate || save.isPending}>
            {t('meeting.actionAdd')}
          </button>
        </div>
      </form>
    </section>
  )
}
