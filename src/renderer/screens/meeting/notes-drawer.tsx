import { Checkbox, Drawer, Select, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import styles from './meeting.module.css'
import type { RoomData, RoomItem } from './types.ts'

const sections = ['opening', 'discussion', 'response', 'conclusion', 'closing'] as const

interface NotesDrawerProps {
  readonly room: RoomData
  readonly about: RoomItem | null
  readonly open: boolean
  readonly onClose: () => void
}

/** Notes of the discussion and action items, beside the case. */
export function NotesDrawer({ room, about, open, onClose }: NotesDrawerProps) {
  const t = useT()
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position="right"
      size={480}
      title={t('meeting.notesTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NoteForm room={room} about={about} />
      <NoteList room={room} />
      <FollowUpForm room={room} about={about} />
    </Drawer>
  )
}

function NoteForm({ room, about }: Pick<NotesDrawerProps, 'room' | 'about'>) {
  const t = useT()
  const [section, setSection] = useState<(typeof sections)[number]>('discussion')
  const [speaker, setSpeaker] = useState('')
  const [text, setText] = useState('')
  const [onCase, setOnCase] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)
  const save = useCommand('meetings.saveNote', {
    onSuccess: () => {
      setText('')
      // The next note is written at once; the button just used is switched off until then.
      field.current?.focus()
    },
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const employeeId = onCase && about !== null && section === 'discussion' ? about.employeeId : null
    save.mutate({ meetingId: room.meeting.id, noteId: null, employeeId, section, speaker, text: text.trim() })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.pair}>
        <Select
          label={t('meeting.noteSection')}
          allowDeselect={false}
          value={section}
          data={sections.map((value) => ({ value, label: t(`meeting.section-${value}`) }))}
          onChange={(value) => setSection(sections.find((one) => one === value) ?? 'discussion')}
        />
        <TextInput
          label={t('meeting.noteSpeaker')}
          value={speaker}
          onChange={(event) => setSpeaker(event.currentTarget.value)}
        />
      </div>
      <Textarea
        ref={field}
        label={t('meeting.noteText')}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {about !== null && section === 'discussion' ? (
        <Checkbox
          label={t('meeting.noteAbout', { name: about.name })}
          checked={onCase}
          onChange={(event) => setOnCase(event.currentTarget.checked)}
        />
      ) : null}
      <div className={styles.formButtons}>
        <button type="submit" className={styles.submit} disabled={text.trim() === '' || save.isPending}>
          {t('meeting.noteAdd')}
        </button>
      </div>
    </form>
  )
}

function NoteList({ room }: { readonly room: RoomData }) {
  const t = useT()
  const format = useFormat()
  const remove = useCommand('meetings.removeNote', { success: t('meeting.noteRemove') })
  if (room.notes.length === 0) return <p className={styles.text}>{t('meeting.notesEmpty')}</p>
  return (
    <ul className={styles.noteList}>
      {room.notes.map((note) => (
        <li key={note.id}>
          <div>
            <small>
              {t(`meeting.section-${note.section}`)} · {format.time(note.writtenAt)}
              {note.employeeName === null ? '' : ` · ${note.employeeName}`}
            </small>
            {note.speaker === '' ? null : <b>{note.speaker}: </b>}
            {note.text}
          </div>
          <IconAction
            label={t('meeting.noteRemove')}
            icon={IconX}
            size={24}
            onClick={() => remove.mutate({ meetingId: room.meeting.id, noteId: note.id })}
          />
        </li>
      ))}
    </ul>
  )
}
