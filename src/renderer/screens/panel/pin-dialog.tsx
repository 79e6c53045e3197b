import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { PinInput } from '#renderer/ui/users/pin-input.tsx'
import type { PanelState } from './screen.tsx'

interface PinDialogProps {
  readonly panelist: PanelState['panelists'][number]
  readonly onOpen: (sheet: string) => void
  readonly onCancel: () => void
}

/** The laptop goes round: whoever sits down opens the own sheet with the own PIN. */
export function PinDialog({ panelist, onOpen, onCancel }: PinDialogProps) {
  const t = useT()
  const [pin, setPin] = useState('')
  const open = useSecretCommand('panel.openSheet')
  const run = async (): Promise<void> => {
    const answer = await open.run({ panelistId: panelist.id, pin })
    if (answer === null) setPin('')
    else onOpen(answer.sheet)
  }
  return (
    <ConfirmDialog
      open
      title={t('panel.pinTitle', { name: panelist.name })}
      confirm={t('panel.pinOpen')}
      busy={open.isPending}
      disabledReason={pin === '' ? t('panel.pinMissing') : null}
      onConfirm={() => void run()}
      onCancel={onCancel}
    >
      <p>{t('panel.pinText')}</p>
      <PinInput
        label={t('panel.pin')}
        value={pin}
        autoFocus
        onChange={setPin}
        onEnter={() => {
          if (pin !== '') void run()
        }}
      />
      <Refusal error={open.error} />
    </ConfirmDialog>
  )
}
