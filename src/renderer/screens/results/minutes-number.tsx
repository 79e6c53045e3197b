import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import styles from './results.module.css'

/** The number of the minutes, typed from the office's register. */
export function MinutesNumber({ meeting }: { readonly meeting: CallOutput<'meetings.list'>[number] }) {
  const t = useT()
  const [number, setNumber] = useState(meeting.minutesNumber)
  const update = useCommand('meetings.update', { success: t('results.numberSaved') })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const typed = number.trim()
    if (typed !== meeting.minutesNumber) update.mutate({ meetingId: meeting.id, change: { minutesNumber: typed } })
  }
  return (
    <form className={styles.number} onSubmit={save}>
      <TextInput
        label={t('results.number')}
        description={t('results.numberHint')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <button type="submit" className={styles.saveNumber} disabled={number.trim() === meeting.minutesNumber}>
        {t('results.saveNumber')}
      </button>
    </form>
  )
}
