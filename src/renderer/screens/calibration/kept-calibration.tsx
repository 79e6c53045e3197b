import { useMemo, useState } from 'react'
import { freshnessSentence } from '#contract/calibration-run-words.ts'
import { standardChoices } from '#domain/calibration/calibration-choices.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { ScreenPage } from '#renderer/ui/screen-layout.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import { type Calibrated, caseLists, withNames } from './calibrated.ts'
import styles from './calibration.module.css'
import { CasesPanel } from './cases-panel.tsx'
import { choiceWords } from './choice-words.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { Forest } from './forest.tsx'
import { FormulaPanel } from './formula-panel.tsx'
import { SupervisorPanel } from './supervisor-panel.tsx'
import type { Address } from './use-address.ts'
import { type Choices, type Freshness, useFreshness } from './use-calibration.ts'
import { useAchievement, useRelations } from './use-case-facts.ts'
import type { Computation } from './use-compute.ts'
import { useSupervisorNames } from './use-supervisor-names.ts'
import { useWhatIfState, type WhatIfNames } from './use-what-if-state.ts'
import { effectSentence, WhatIfBar } from './what-if-bar.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'
import { WordsPanel } from './words-panel.tsx'

interface KeptCalibrationProps {
  readonly calibrated: Calibrated
  readonly period: PeriodSummary
  readonly address: Address
  readonly choices: Choices
  readonly computation: Computation
  readonly onAgenda: ReadonlySet<string>
}

/** A kept calibration: words, forest plot and cases, what-if under them, and one panel beside them. */
export function KeptCalibration(props: KeptCalibrationProps) {
  const { calibrated, period, address, choices, computation } = props
  const freshness = useFreshness(calibrated.run)
  const whatIf = useWhatIfState(period, choices, address.dimension)
  const [isApplying, setApplying] = useState(false)
  const supervisors = useSupervisorNames(period.id, calibrated)
  const format = useFormat()
  const t = useT()
  const wordsOf = (chosen: Choices, others: Choices): readonly string[] =>
    choiceWords(chosen, others, (id) => supervisors.get(id) ?? id, t, format)
  const tried = wordsOf(whatIf.draft, choices)
  return (
    <>
      <div className={styles.main}>
        <Outdated freshness={freshness} computation={computation} />
        <Page {...props} />
        <WhatIfBar
          state={whatIf}
          hasPanel={calibrated.result.panel.scores > 0 || !choices.usesPanel}
          panelTells={calibrated.result.model.psi.source === 'panel'}
          supervisors={supervisors}
          onDiscard={whatIf.discard}
          onShow={() => address.show(address.shown === 'changes' ? null : 'changes')}
          onApply={() => setApplying(true)}
        />
      </div>
      <Aside
        {...props}
        comparison={whatIf.comparison}
        names={whatIf.names}
        tried={tried}
        chosen={wordsOf(calibrated.run.choices, standardChoices)}
      />
      {isApplying && whatIf.comparison !== undefined ? (
        <Applying
          {...props}
          draft={whatIf.draft}
          tried={tried}
          comparison={whatIf.comparison}
          onDone={() => {
            setApplying(false)
            whatIf.discard()
            if (address.shown === 'changes') address.show(null)
          }}
          onCancel={() => setApplying(false)}
        />
      ) : null}
    </>
  )
}

type Comparison = NonNullable<ReturnType<typeof useWhatIfState>['comparison']>

interface ApplyingProps extends KeptCalibrationProps {
  readonly draft: Choices
  /** The choices that would become others, in words. */
  readonly tried: readonly string[]
  readonly comparison: Comparison
  readonly onDone: () => void
  readonly onCancel: () => void
}

function Applying({ period, draft, tried, comparison, onDone, onCancel }: ApplyingProps) {
  const t = useT()
  const effect = effectSentence(comparison, t).replaceAll('**', '')
  return (
    <ApplyDialog period={period} choices={draft} tried={tried} effect={effect} onDone={onDone} onCancel={onCancel} />
  )
}

interface OutdatedProps {
  readonly freshness: Freshness | undefined
  readonly computation: Computation
}

/** Data changed since: what, and the way to compute again. */
function Outdated({ freshness, computation }: OutdatedProps) {
  const t = useT()
  const locale = useLocale()
  if (freshness === undefined || freshness.kind === 'current') return null
  return (
    <div className={styles.banner}>
      <Banner
        tone="attention"
        action={
          <Action size="small" busy={computation.jobId !== null} onClick={computation.compute}>
            {t('calibration.computeAgain')}
          </Action>
        }
      >
        {freshnessSentence(freshness, locale)}
      </Banner>
    </div>
  )
}

function Page({ calibrated, period, address, onAgenda }: KeptCalibrationProps) {
  const achievement = useAchievement(period, calibrated)
  const relations = useRelations()
  const facts = useMemo(() => ({ achievement, onAgenda, relations }), [achievement, onAgenda, relations])
  return (
    <ScreenPage className={styles.page}>
      <div className={styles.content}>
        <WordsPanel calibrated={calibrated} onAllFindings={() => address.show('findings')} />
        <div className={styles.columns}>
          <Forest calibrated={calibrated} selectedId={address.supervisor} onSelect={address.select} />
          <div className={styles.lists}>
            {caseLists.map((list) => (
              <CasesPanel
                key={list}
                calibrated={calibrated}
                list={list}
                facts={facts}
                selectedId={address.supervisor}
              />
            ))}
          </div>
        </div>
      </div>
    </ScreenPage>
  )
}

interface AsideProps extends KeptCalibrationProps {
  readonly comparison: Comparison | undefined
  readonly names: WhatIfNames | undefined
  /** In words: the choices tried out, and those the kept calibration was computed with, where they are not the standard. */
  readonly tried: readonly string[]
  readonly chosen: readonly string[]
}

function Aside({ calibrated, period, address, comparison, names, tried, chosen }: AsideProps) {
  const supervisor = calibrated.result.supervisors.find((one) => one.supervisor === address.supervisor)
  if (supervisor !== undefined)
    return (
      <SupervisorPanel
        key={supervisor.supervisor}
        calibrated={calibrated}
        supervisor={supervisor}
        periodId={period.id}
        onClose={() => address.select(null)}
      />
    )
  const close = (): void => address.show(null)
  if (address.shown === 'findings')
    return <FindingsPanel calibrated={calibrated} onSupervisor={address.select} onClose={close} />
  if (address.shown === 'formula') return <FormulaPanel calibrated={calibrated} chosen={chosen} onClose={close} />
  return address.shown === 'changes' && comparison !== undefined && names !== undefined ? (
    <WhatIfPanel calibrated={withNames(calibrated, names)} comparison={comparison} tried={tried} onClose={close} />
  ) : null
}
