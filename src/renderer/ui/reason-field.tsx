import { TextInput } from '@mantine/core'

export interface ReasonFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (reason: string) => void
}

/** Why something is done that may not be done without a reason; the first field of its dialog. */
export function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  return (
    <TextInput
      mt={8}
      label={label}
      required
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus
    />
  )
}
