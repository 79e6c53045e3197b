import { PasswordInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'

export interface SecretInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly description?: string
  readonly error?: ReactNode
  readonly autoFocus?: boolean
  readonly onEnter?: () => void
  /** `new-password` for one that is being chosen. */
  readonly isNew?: boolean
  /** In characters. */
  readonly longest?: number
}

/** A field for a passphrase or a PIN: hidden until one asks to see it, and nothing of it is suggested or kept. */
export function SecretInput(props: SecretInputProps) {
  const t = useT()
  const { label, value, onChange, description, error, autoFocus = false, onEnter } = props
  const { isNew = false, longest = 1024 } = props
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
      maxLength={longest}
      autoComplete={isNew ? 'new-password' : 'off'}
      spellCheck={false}
      data-secret
      data-autofocus={autoFocus || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('protection.show'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.()
      }}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error })}
    />
  )
}
