import { Select } from '@mantine/core'
import type { CallOutput } from '#contract/contracts.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'

interface MeetingPickerProps {
  readonly meetings: CallOutput<'meetings.list'>
  readonly value: string | null
  readonly onChange: (meetingId: string) => void
}

/** Which meeting of the period the documents speak of; shown only when there are several. */
export function MeetingPicker({ meetings, value, onChange }: MeetingPickerProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Select
      aria-label={t('results.meeting')}
      size="xs"
      w={300}
      allowDeselect={false}
      value={value}
      data={meetings.map((meeting) => ({
        value: meeting.id,
        label: `${meeting.title}, ${format.date(meeting.heldOn)}`,
      }))}
      onChange={(id) => {
        if (id !== null) onChange(id)
      }}
    />
  )
}
