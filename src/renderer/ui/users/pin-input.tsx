import { useT } from '#renderer/i18n/i18n.ts'
import { SecretInput, type SecretInputProps } from '#renderer/ui/secret-input.tsx'

export const PinInput = (props: Omit<SecretInputProps, 'isNew' | 'longest'>) => <SecretInput {...props} longest={200} />

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
