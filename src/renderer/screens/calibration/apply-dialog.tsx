import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Choices } from './use-calibration.ts'

interface ApplyDialogProps {
  readonly period: PeriodSummary
  readonly choices: Choices
  /** The choices that become others, in words. */
  readonly tried: readonly string[]
  /** What would change, in a sentence. */
  readonly effect: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The choices become the period's own: one decision with its reason, one undo. */
export function ApplyDialog({ period, choices, tried, effect, onDone, onCancel }: ApplyDialogProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const apply = useCommand('calibration.apply', { success: t('calibration.applied'), onSuccess: onDone })
  return (
    <ConfirmDialog
      open
      title={t('calibration.applyTitle')}
      confirm={t('calibration.applyConfirm')}
      busy={apply.isPending}
      disabledReason={reason.trim() === '' ? t('calibration.applyReasonMissing') : null}
      onConfirm={() => apply.mutate({ jobId: newJobId(), periodId: period.id, choices, reason: reason.trim() })}
      onCancel={onCancel}
    >
      <p>{t('calibration.tried', { choices: tried.join('; ') })}</p>
      <p>
        {effect} {t('calibration.applyText')}
      </p>
      <Textarea
        mt="sm"
        label={t('calibration.applyReason')}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
