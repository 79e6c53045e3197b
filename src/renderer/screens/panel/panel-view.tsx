import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import { AddPanelist } from './add-panelist.tsx'
import { AdviceTable } from './advice.tsx'
import { DrawFacts } from './draw-facts.tsx'
import { DrawForm } from './draw-form.tsx'
import styles from './panel.module.css'
import { PanelistTable } from './panelist-table.tsx'
import type { OpenSheet } from './score-sheet.tsx'
import type { PanelState } from './screen.tsx'

interface PanelViewProps {
  readonly period: PeriodSummary
  readonly state: PanelState
  readonly onOpen: (sheet: OpenSheet) => void
}

/** Who scores and how far they are; beside it the draw, before and after, and how much it will tell. */
export function PanelView({ period, state, onOpen }: PanelViewProps) {
  const t = useT()
  const advice = useCall('panel.advice', { periodId: period.id }, { keepPrevious: true })
  const { draw } = state
  return (
    <div className={styles.content}>
      <Warnings state={state} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={t('panel.panelists')} note={t('panel.panelistsNote')} flush>
            <PanelistTable periodId={period.id} state={state} onOpen={onOpen} />
            {draw === null ? <AddPanelist periodId={period.id} state={state} /> : null}
          </Panel>
          <Panel title={t('panel.blindTitle')}>
            <p className={styles.text}>{t('panel.blindText')}</p>
            <p className={styles.text}>{t('panel.blindLimits')}</p>
          </Panel>
        </div>
        <div className={styles.column}>
          <QueryView query={advice} lines={6}>
            {(known) =>
              draw === null ? (
                <DrawForm periodId={period.id} state={state} advice={known} />
              ) : (
                <DrawFacts periodId={period.id} draw={draw} advice={known} />
              )
            }
          </QueryView>
          {advice.data === undefined ? null : (
            <Panel title={t('panel.adviceTitle')} note={t('panel.adviceNote')} flush>
              <AdviceTable advice={advice.data} perDossier={draw?.perDossier ?? 2} current={draw?.dossiers ?? null} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}

function Warnings({ state: { draw, panelists } }: Pick<PanelViewProps, 'state'>) {
  const t = useT()
  if (draw === null) return null
  const scoring = panelists.filter(({ scores }) => scores > 0)
  return (
    <>
      {draw.groups > 1 ? (
        <Banner tone="attention" title={t('panel.unconnectedTitle')}>
          {t('panel.unconnectedText', { groups: draw.groups })}
        </Banner>
      ) : null}
      {scoring.length === 1 ? (
        <Banner tone="attention" title={t('panel.oneTitle')}>
          {t('panel.oneText', { name: scoring[0]?.name ?? '' })}
        </Banner>
      ) : null}
      {draw.unavoidable > 0 ? (
        <Banner tone="attention" title={t('panel.closeTitle')}>
          {t('panel.closeText', { count: draw.unavoidable })}
        </Banner>
      ) : null}
    </>
  )
}
