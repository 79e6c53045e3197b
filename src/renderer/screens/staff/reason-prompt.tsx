import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import styles from './staff.module.css'

/** Somebody rated by a superior outside the agency, and those the planning rules leave out (p. 65–66). */
const exclusions = ['elsewhere', 'leave', 'retiring', 'suspended'] as const

export interface ReasonPromptProps {
  /** "Dewi Lestari, Resmi" or "3 sel". */
  readonly cells: string
  /** Only exclusions wait: the causes the rules know are offered. */
  readonly exclusion: boolean
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks for the written reason under the grid, without covering it. Ctrl+Enter saves, Esc leaves the cell as it was. */
export function ReasonPrompt({ cells, exclusion, onSave, onCancel }: ReasonPromptProps) {
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
      {exclusion ? (
        <fieldset className={styles.exclusions} aria-label={t('staff.exclusions')}>
          {exclusions.map((cause) => (
            <Action key={cause} kind="quiet" onClick={() => setReason(t(`staff.exclusion-${cause}`))}>
              {t(`staff.exclusion-${cause}`)}
            </Action>
          ))}
        </fieldset>
      ) : null}
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
