import { IconGitBranch } from '@tabler/icons-react'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import styles from './calibration.module.css'
import { ChoiceSlider } from './choice-slider.tsx'
import { MoreChoices, type MoreChoicesProps } from './more-choices.tsx'
import { PsiShare } from './psi-share.tsx'
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
  /** Whether the panel's scores tell the share of leniency, so that none is assumed. */
  readonly panelTells: boolean
  readonly supervisors: MoreChoicesProps['supervisors']
  readonly onDiscard: () => void
  readonly onShow: () => void
  readonly onApply: () => void
}

/** Other choices tried out beside the kept result: change, compare, throw away or apply with a reason. */
export function WhatIfBar(props: WhatIfBarProps) {
  const t = useT()
  const { state, hasPanel, panelTells, supervisors } = props
  const { draft, setDraft, isDifferent } = state
  return (
    <section className={styles.whatIf} aria-label={t('calibration.whatIf')}>
      <div className={styles.tried}>
        <IconGitBranch className={styles.branch} size={18} stroke={1.8} aria-hidden />
        <b>{t('calibration.whatIf')}</b>
        <Points value={draft.flagPoints} onChange={(flagPoints) => setDraft({ ...draft, flagPoints })} />
        {hasPanel ? (
          <PanelChoice value={draft.usesPanel} onChange={(usesPanel) => setDraft({ ...draft, usesPanel })} />
        ) : (
          <PsiShare value={draft.psi} onChange={(psi) => setDraft({ ...draft, psi })} />
        )}
        <MoreChoices
          draft={draft}
          setDraft={setDraft}
          supervisors={supervisors}
          asksPsi={hasPanel && !(draft.usesPanel && panelTells)}
        />
      </div>
      <div className={cx(styles.outcome, isDifferent && styles.different)}>
        <span className={styles.effect} role="status">
          <Effect state={state} />
        </span>
        {isDifferent ? <Decide {...props} /> : null}
      </div>
    </section>
  )
}

function Decide({ state: { comparison }, onDiscard, onShow, onApply }: WhatIfBarProps) {
  const t = useT()
  const off = comparison === undefined ? t('calibration.whatIfWaiting') : null
  return (
    <>
      <Action kind="quiet" onClick={onDiscard}>
        {t('calibration.discard')}
      </Action>
      <Action disabledReason={off} onClick={onShow}>
        {t('calibration.showChanges')}
      </Action>
      <Action disabledReason={off} onClick={onApply}>
        {t('calibration.apply')}
      </Action>
    </>
  )
}

function Points({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <ChoiceSlider
      caption={t('calibration.flagPoints')}
      words={t('calibration.points', { value: format.number(value, 1) })}
      min={1}
      max={Math.max(8, value)}
      step={0.5}
      value={value}
      onChange={onChange}
    />
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
