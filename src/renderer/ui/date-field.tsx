import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { isoDateOf, writtenDate } from './written-date.ts'

interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  /** A whole day, or empty; what is being typed and is no day yet is not told. */
  readonly onChange: (iso: string) => void
  readonly required?: boolean
  /** What else is wrong with the day, in words: it ends before it starts. */
  readonly error?: string | undefined
  /** True while what stands there is not a day: nothing should be saved then. */
  readonly onWrong?: (wrong: boolean) => void
}

/**
 * A day as offices write it, 27/11/2026, in both languages and whatever the laptop's own habit is. What is not a day stays
 * visible and says so.
 */
export function DateField({ label, value, onChange, required = false, error, onWrong }: DateFieldProps) {
  const t = useT()
  const [text, setText] = useState(() => writtenDate(value))
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    setText(writtenDate(value))
  }
  const judge = (next: string): { readonly iso: string | null; readonly wrong: boolean } => {
    if (next.trim() === '') return { iso: required ? null : '', wrong: required }
    const iso = isoDateOf(next)
    return { iso, wrong: iso === null }
  }
  const { wrong } = judge(text)
  useEffect(() => onWrong?.(wrong), [onWrong, wrong])
  return (
    <TextInput
      label={label}
      required={required}
      placeholder={t('ui.datePattern')}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      error={wrong ? t('ui.dateWrong') : (error ?? null)}
      onChange={(event) => {
        const next = event.currentTarget.value
        const { iso } = judge(next)
        setText(next)
        if (iso === null) return
        setShown(iso)
        onChange(iso)
      }}
    />
  )
}
