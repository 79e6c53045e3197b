import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { CommonCase } from './common-view.tsx'

interface CommonCaseFormProps {
  readonly periodId: PeriodSummary['id']
  /** Null: a new one. */
  readonly one: CommonCase | null
  readonly onClose: () => void
}

export function CommonCaseForm({ periodId, one, onClose }: CommonCaseFormProps) {
  const t = useT()
  const [title, setTitle] = useState(one?.title ?? '')
  const [text, setText] = useState(one?.text ?? '')
  const save = useCommand('panel.saveCommonCase', { quiet: true, success: t('panel.commonSaved'), onSuccess: onClose })
  return (
    <ConfirmDialog
      open
      size={640}
      title={t(one === null ? 'panel.commonAdd' : 'panel.commonEdit')}
      confirm={t('panel.commonSave')}
      busy={save.isPending}
      disabledReason={title.trim() === '' || text.trim() === '' ? t('panel.commonIncomplete') : null}
      onConfirm={() => save.mutate({ periodId, id: one?.id ?? null, title, text })}
      onCancel={onClose}
    >
      <TextInput
        label={t('panel.commonName')}
        value={title}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        mt="sm"
        label={t('panel.commonText')}
        description={t('panel.commonTextHint')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Refusal error={save.error} />
    </ConfirmDialog>
  )
}
