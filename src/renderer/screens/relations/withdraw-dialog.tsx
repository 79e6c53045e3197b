import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { ReasonField } from '#renderer/ui/reason-field.tsx'
import type { RelationRow } from './types.ts'

interface WithdrawDialogProps {
  readonly row: RelationRow
  readonly open: boolean
  readonly onClose: () => void
}

/** Takes a declaration back, with the reason. */
export function WithdrawDialog({ row, open, onClose }: WithdrawDialogProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const withdraw = useCommand('relations.withdraw', { success: t('relations.withdrawn'), onSuccess: onClose })
  return (
    <ConfirmDialog
      open={open}
      title={t('relations.withdrawAsk')}
      confirm={t('relations.withdraw')}
      danger
      busy={withdraw.isPending}
      disabledReason={reason.trim() === '' ? t('relations.withdrawReason') : null}
      onCancel={onClose}
      onConfirm={() => withdraw.mutate({ relationId: row.id, reason })}
    >
      <p>{t('relations.withdrawText', { holder: row.holder.name, subject: row.subject.name })}</p>
      <ReasonField label={t('relations.withdrawReason')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}
