import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { CalibrationStrip } from '#renderer/ui/calibration-strip.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { AgreementView } from './agreement-view.tsx'
import { CommonView } from './common-view.tsx'
import { MergeBallots } from './merge-ballots.tsx'
import styles from './panel.module.css'
import { PanelView } from './panel-view.tsx'
import { type OpenSheet, ScoreSheet } from './score-sheet.tsx'

export type PanelState = CallOutput<'panel.get'>

const views = ['panel', 'agreement', 'common'] as const
type View = (typeof views)[number]

/** The blind panel: who scores, what was drawn, how far it is, how far it agrees; and the cases all supervisors score. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('panel.title')}>
        <EmptyState icon={IconUsersGroup} title={t('common.periodNone')}>
          {t('panel.noPeriod')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodPanel key={period.id} period={period} />
}

function PeriodPanel({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const query = useCall('panel.get', { periodId: period.id }, { keepPrevious: true })
  const view = views.find((one) => one === search.view) ?? 'panel'
  usePanelStatus(query.data)
  // What goes round shows nothing but the panelist's own dossiers.
  if (sheet !== null) return <ScoreSheet open={sheet} onClose={() => setSheet(null)} />
  return (
    <ScreenLayout
      title={t('panel.title')}
      padded
      sentence={query.data === undefined ? <>&nbsp;</> : <Sentence state={query.data} />}
      aside={
        <span className={styles.aside}>
          <Segmented<View>
            label={t('panel.view')}
            value={view}
            options={views.map((value) => ({ value, label: t(`panel.view-${value}`) }))}
            onChange={(next) => setSearch({ view: next })}
          />
          <CalibrationStrip current="panel" />
        </span>
      }
      actions={view === 'panel' && query.data?.draw ? <MergeBallots periodId={period.id} /> : null}
    >
      {view === 'panel' ? (
        <QueryView query={query} lines={10}>
          {(state) => <PanelView period={period} state={state} onOpen={setSheet} />}
        </QueryView>
      ) : null}
      {view === 'agreement' ? <AgreementView periodId={period.id} /> : null}
      {view === 'common' ? <CommonView periodId={period.id} /> : null}
    </ScreenLayout>
  )
}

function Sentence({ state }: { readonly state: PanelState }) {
  const t = useT()
  const { draw, panelists } = state
  if (draw === null)
    return <Rich text={t('panel.sentenceBefore', { panelists: panelists.length, people: state.people })} />
  const words = { given: draw.given, asked: draw.asked, dossiers: draw.dossiers, panelists: panelists.length }
  return <Rich text={t(draw.complete ? 'panel.sentenceComplete' : 'panel.sentenceAtWork', words)} />
}

function usePanelStatus(state: PanelState | undefined): void {
  const t = useT()
  const draw = state?.draw ?? null
  useStatusBar(
    state === undefined
      ? []
      : [
          { id: 'panelists', text: t('panel.statusPanelists', { count: state.panelists.length }) },
          ...(draw === null
            ? []
            : [{ id: 'given', text: t('panel.statusGiven', { given: draw.given, asked: draw.asked }) }]),
        ],
  )
}
