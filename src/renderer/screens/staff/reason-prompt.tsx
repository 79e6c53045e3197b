import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import styles from './staff.module.css'

export interface ReasonPromptProps {
  /** "Dewi Lestari, Resmi" or "3 sel". */
  readonly cells: string
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks for the written reason under the grid, without covering it. Ctrl+Enter saves, Esc leaves the cell as it was. */
export function ReasonPrompt({ cells, onSave, onCancel }: ReasonPromptProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  return (
    <section className={styles.reason} aria-label={t('staff.reasonAsk', { cells })}>
      <Textarea
        label={t('staff.reasonAsk', { cells })}
        description={t('staff.reasonAskText')}
        autosize
        minRows={1}
        maxRows={4}
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onSave(reason.trim())
        }}
      />
      <div className={styles.reasonButtons}>
        <Action
          kind="primary"
          keys="Ctrl Enter"
          disabledReason={ready ? null : t('staff.reasonField')}
          onClick={() => onSave(reason.trim())}
        >
          {t('staff.reasonSave')}
        </Action>
        <Action onClick={onCancel}>{t('common.cancel')}</Action>
      </div>
    </section>
  )
}
