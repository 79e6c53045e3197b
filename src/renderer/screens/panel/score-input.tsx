import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useFormat } from '#renderer/i18n/i18n.ts'

interface ScoreInputProps
  extends Pick<NumberInputProps, 'label' | 'description' | 'inputWrapperOrder' | 'error' | 'onBlur' | 'onKeyDown'> {
  /** Empty: no score. */
  readonly value: number | ''
  readonly onChange: (value: number | '') => void
}

/** A score of 0–100; what is typed beyond stays, so that it can be refused in words. */
export function ScoreInput({ onChange, ...rest }: ScoreInputProps) {
  const format = useFormat()
  return (
    <NumberInput
      {...rest}
      min={0}
      max={100}
      clampBehavior="none"
      decimalScale={2}
      allowedDecimalSeparators={[',', '.']}
      decimalSeparator={format.locale === 'id' ? ',' : '.'}
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? next : '')}
    />
  )
}

/** Whether a typed score is off the scale. */
export const isOffScale = (value: number | ''): boolean => value !== '' && (value < 0 || value > 100)
