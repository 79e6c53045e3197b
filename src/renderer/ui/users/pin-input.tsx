import { PasswordInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'

interface PinInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly description?: string
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
}

/** A field for a PIN: hidden, and nothing of it is suggested or kept. */
export function PinInput(props: PinInputProps) {
  const t = useT()
  const { label, value, onChange, description, error = null, autoFocus = false, onEnter } = props
  const field = useRef<HTMLInputElement>(null)
  // A form may take the place of another one in a dialog that is open already.
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  return (
    <PasswordInput
      ref={field}
      label={label}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      data-secret=""
      error={error}
      data-autofocus={autoFocus || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('protection.show'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.()
      }}
      {...(description === undefined ? {} : { description })}
    />
  )
}

export interface NewPin {
  readonly pin: string
  readonly again: string
}

export const emptyPin: NewPin = { pin: '', again: '' }

/** Typed twice, the same. */
export const isTyped = ({ pin, again }: NewPin): boolean => pin !== '' && pin === again

interface NewPinProps {
  readonly label: string
  readonly value: NewPin
  readonly onChange: (value: NewPin) => void
  readonly autoFocus?: boolean
}

/** A new PIN, typed twice by its owner. */
export function NewPinFields({ label, value, onChange, autoFocus = false }: NewPinProps) {
  const t = useT()
  const differs = value.again !== '' && value.again !== value.pin
  return (
    <>
      <PinInput
        label={label}
        description={t('users.pinRule')}
        autoFocus={autoFocus}
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
      />
      <PinInput
        label={t('users.pinAgain')}
        value={value.again}
        error={differs ? t('users.pinNotSame') : null}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  )
}
