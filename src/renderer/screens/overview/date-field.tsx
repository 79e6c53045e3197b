import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { daysInMonth } from '#domain/rules/period-calendar.ts'
import { useT } from '#renderer/i18n/i18n.ts'

interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (iso: string) => void
}

/** A day as offices write it, 27/11/2026, whatever the laptop's own habit is; what is not a day stays visible and says so. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const t = useT()
  const [text, setText] = useState(() => written(value))
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    setText(written(value))
  }
  const wrong = text.trim() !== '' && isoOf(text) === null
  return (
    <TextInput
      label={label}
      placeholder={t('overview.datePattern')}
      value={text}
      inputMode="numeric"
      error={wrong ? t('overview.dateWrong') : null}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        const iso = next.trim() === '' ? '' : isoOf(next)
        if (iso === null) return
        setShown(iso)
        onChange(iso)
      }}
    />
  )
}

const written = (iso: string): string => iso.split('-').toReversed().join('/')

/** @example isoOf('7/2/2026') // '2026-02-07' */
function isoOf(text: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  if (!found) return null
  const [day, month, year] = found.slice(1).map(Number)
  if (day === undefined || month === undefined || year === undefined) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
