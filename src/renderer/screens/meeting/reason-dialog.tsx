import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog, type ConfirmDialogProps } from '#renderer/ui/confirm-dialog.tsx'

interface ReasonDialogProps
  extends Pick<ConfirmDialogProps, 'open' | 'title' | 'confirm' | 'danger' | 'busy' | 'onCancel'> {
  /** What the field asks for. */
  readonly label: string
  /** What changes and what stays, above the field. */
  readonly text?: string
  /** Without a reason there is no going on. */
  readonly required?: boolean
  readonly onConfirm: (reason: string) => void
}

/** Asks before a step that goes into the trail with its reason. */
export function ReasonDialog({ label, text, required = false, onConfirm, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const written = reason.trim()
  return (
    <ConfirmDialog
      {...dialog}
      disabledReason={required && written === '' ? label : null}
      onConfirm={() => onConfirm(written)}
    >
      {text === undefined ? null : <p>{text}</p>}
      <Textarea
        mt={text === undefined ? 0 : 8}
        label={label}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
