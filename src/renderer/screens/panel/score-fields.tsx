import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { PanelDimension } from '#domain/model/panel.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import styles from './panel.module.css'
import { isOffScale, ScoreInput } from './score-input.tsx'
import type { OpenSheet, SheetContent } from './score-sheet.tsx'

type Dossier = SheetContent['dossiers'][number]

interface ScoreFieldsProps {
  readonly open: OpenSheet
  readonly dossier: Dossier
  readonly dimensions: readonly PanelDimension[]
  /** To the next dossier; null at the last. */
  readonly onNext: (() => void) | null
}

/** A figure for each rating, saved when the field is left or Enter is pressed. */
export function ScoreFields({ open, dossier, dimensions, onNext }: ScoreFieldsProps) {
  const t = useT()
  return (
    <aside className={styles.scores} aria-label={t('panel.scoresOf', { code: dossier.code })}>
      <h2>{t('panel.yourScore', { code: dossier.code })}</h2>
      <p className={styles.text}>{t('panel.scaleHint')}</p>
      {dimensions.map((dimension, index) => (
        <ScoreField
          key={dimension}
          open={open}
          code={dossier.code}
          dimension={dimension}
          stored={dossier.scores[dimension] ?? null}
          onEnter={index === dimensions.length - 1 ? onNext : null}
        />
      ))}
      <Action
        iconAfter={IconArrowRight}
        disabledReason={onNext === null ? t('panel.lastDossier') : null}
        onClick={() => onNext?.()}
      >
        {t('panel.nextDossier')}
      </Action>
    </aside>
  )
}

interface ScoreFieldProps {
  readonly open: OpenSheet
  readonly code: string
  readonly dimension: PanelDimension
  readonly stored: number | null
  readonly onEnter: (() => void) | null
}

function ScoreField({ open, code, dimension, stored, onEnter }: ScoreFieldProps) {
  const t = useT()
  const format = useFormat()
  const [typed, setTyped] = useState<number | ''>(stored ?? '')
  const give = useCommand('panel.giveScore', { quiet: true, undoable: false })
  const value = typed === '' ? null : typed
  const wrong = isOffScale(typed)
  const save = (): boolean => {
    if (wrong) return false
    if (value !== stored) give.mutate({ ...open, code, dimension, score: value })
    return true
  }
  return (
    <>
      <ScoreInput
        label={t(`panel.dimension-${dimension}`)}
        description={stored === null ? t('panel.notYet') : t('panel.saved', { score: format.number(stored) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        error={wrong ? t('panel.outOfScale') : null}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && save()) onEnter?.()
        }}
      />
      <Refusal error={give.error} />
    </>
  )
}
