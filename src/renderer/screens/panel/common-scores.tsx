import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { CommonState } from './common-view.tsx'
import styles from './panel.module.css'
import { isOffScale, ScoreInput } from './score-input.tsx'

interface CommonScoresProps {
  readonly periodId: PeriodSummary['id']
  readonly state: CommonState
  readonly supervisor: CommonState['supervisors'][number]
  readonly onClose: () => void
}

/** One supervisor's scores of all common cases; nobody else's are on the screen. */
export function CommonScores({ periodId, state, supervisor, onClose }: CommonScoresProps) {
  const t = useT()
  const known = useCall('panel.commonSheet', { periodId, supervisorId: supervisor.id })
  const [typed, setTyped] = useState<Readonly<Record<string, number | ''>>>({})
  const save = useCommand('panel.scoreCommonCases', {
    quiet: true,
    success: t('panel.commonScored', { name: supervisor.name }),
    onSuccess: onClose,
  })
  const stored = new Map(known.data?.map(({ id, score }) => [id as string, score]))
  const valueOfCase = (id: string): number | '' => typed[id] ?? stored.get(id) ?? ''
  const wrong = state.cases.some(({ id }) => isOffScale(valueOfCase(id)))
  return (
    <ConfirmDialog
      open
      size={680}
      title={t('panel.commonScoresOf', { name: supervisor.name })}
      confirm={t('panel.commonSaveScores')}
      busy={save.isPending || known.isPending}
      disabledReason={wrong ? t('panel.outOfScale') : null}
      onConfirm={() =>
        save.mutate({
          periodId,
          supervisorId: supervisor.id,
          scores: state.cases.map(({ id }) => {
            const value = valueOfCase(id)
            return { id, score: value === '' ? null : value }
          }),
        })
      }
      onCancel={onClose}
    >
      <p>{t('panel.commonScoresText')}</p>
      {state.cases.map(({ id, number, title, text }) => (
        <section key={id} className={styles.result}>
          <h2>
            {number}. {title}
          </h2>
          <p className={styles.caseText}>{text}</p>
          <ScoreInput
            label={t('panel.commonScore', { number })}
            value={valueOfCase(id)}
            onChange={(next) => setTyped({ ...typed, [id]: next })}
          />
        </section>
      ))}
      <Refusal error={save.error} />
    </ConfirmDialog>
  )
}
