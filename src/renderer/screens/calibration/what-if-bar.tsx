import { Slider } from '@mantine/core'
import { IconGitBranch } from '@tabler/icons-react'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import styles from './calibration.module.css'
import type { Choices } from './use-calibration.ts'
import type { Comparison } from './use-what-if.ts'

export interface WhatIfState {
  readonly draft: Choices
  readonly setDraft: (draft: Choices) => void
  readonly isDifferent: boolean
  readonly isWaiting: boolean
  readonly error: unknown
  readonly comparison: Comparison | undefined
}

interface WhatIfBarProps {
  readonly state: WhatIfState
  /** Whether there are scores of a panel, with or without which one may compute. */
  readonly hasPanel: boolean
  readonly onDiscard: () => void
  readonly onShow: () => void
  readonly onApply: () => void
}

/** Other choices tried out beside the kept result: change, compare, throw away or apply with a reason. */
export function WhatIfBar({ state, hasPanel, onDiscard, onShow, onApply }: WhatIfBarProps) {
  const t = useT()
  const { draft, setDraft, isDifferent, comparison } = state
  return (
    <section className={styles.whatIf} aria-label={t('calibration.whatIf')}>
      <IconGitBranch className={styles.branch} size={18} stroke={1.8} aria-hidden />
      <b>{t('calibration.whatIf')}</b>
      <Points value={draft.flagPoints} onChange={(flagPoints) => setDraft({ ...draft, flagPoints })} />
      {hasPanel ? (
        <PanelChoice value={draft.usesPanel} onChange={(usesPanel) => setDraft({ ...draft, usesPanel })} />
      ) : (
        <PsiShare value={draft.psi} onChange={(psi) => setDraft({ ...draft, psi })} />
      )}
      <span className={styles.effect} role="status">
        <Effect state={state} />
      </span>
      {isDifferent ? (
        <>
          <Action kind="quiet" onClick={onDiscard}>
            {t('calibration.discard')}
          </Action>
          <Action disabledReason={comparison === undefined ? t('calibration.whatIfWaiting') : null} onClick={onShow}>
            {t('calibration.showChanges')}
          </Action>
          <Action disabledReason={comparison === undefined ? t('calibration.whatIfWaiting') : null} onClick={onApply}>
            {t('calibration.apply')}
          </Action>
        </>
      ) : null}
    </section>
  )
}

interface FigureProps {
  readonly value: number
  readonly onChange: (value: number) => void
}

function Points({ value, onChange }: FigureProps) {
  const t = useT()
  const format = useFormat()
  const words = t('calibration.points', { value: format.number(value, 1) })
  return (
    <span className={styles.choice}>
      <span aria-hidden="true">{t('calibration.flagPoints')}</span>
      <Slider
        w={96}
        size="sm"
        min={1}
        max={Math.max(8, value)}
        step={0.5}
        value={value}
        onChange={onChange}
        label={null}
        thumbLabel={t('calibration.flagPoints')}
        thumbProps={{ 'aria-valuetext': words }}
      />
      <b>{words}</b>
    </span>
  )
}

function PsiShare({ value, onChange }: FigureProps) {
  const t = useT()
  const format = useFormat()
  const words = format.percent(value, 0)
  return (
    <span className={styles.choice} title={t('calibration.psi')}>
      <span aria-hidden="true">{t('calibration.psiShort')}</span>
      <Slider
        w={96}
        size="sm"
        min={0}
        max={1}
        step={0.1}
        value={value}
        onChange={(next) => onChange(Math.round(next * 10) / 10)}
        label={null}
        thumbLabel={t('calibration.psi')}
        thumbProps={{ 'aria-valuetext': words }}
      />
      <b>{words}</b>
    </span>
  )
}

function PanelChoice({ value, onChange }: { readonly value: boolean; readonly onChange: (value: boolean) => void }) {
  const t = useT()
  return (
    <span className={styles.choice}>
      <span aria-hidden="true">{t('calibration.panel')}</span>
      <Segmented
        label={t('calibration.panel')}
        options={[
          { value: 'with', label: t('calibration.panelWith') },
          { value: 'without', label: t('calibration.panelWithout') },
        ]}
        value={value ? 'with' : 'without'}
        onChange={(next) => onChange(next === 'with')}
      />
    </span>
  )
}

function Effect({ state }: { readonly state: WhatIfState }) {
  const t = useT()
  const say = useErrorSentence()
  if (!state.isDifferent) return t('calibration.whatIfHint')
  if (state.error !== null && state.error !== undefined) return say(state.error)
  if (state.comparison === undefined) return t('calibration.whatIfWaiting')
  return <Rich text={effectSentence(state.comparison, t)} />
}

/** What would change, counted; that the order inside teams stays is said only where it was checked. */
export function effectSentence({ changed, orderKept }: Comparison, t: Translate): string {
  const parts = [
    ...(changed.levels === 0 ? [] : [t('calibration.levelsChange', { count: changed.levels })]),
    ...(changed.proposals === 0 ? [] : [t('calibration.proposalsChange', { count: changed.proposals })]),
    ...(changed.flags === 0 ? [] : [t('calibration.flagsChange', { count: changed.flags })]),
  ]
  const order = orderKept ? [t('calibration.orderKept')] : []
  return parts.length === 0 ? t('calibration.nothingChanges') : [...parts, ...order].join(' ')
}
