import {
  IconBuildingCommunity,
  IconCalendarPlus,
  IconFileCheck,
  IconGavel,
  IconScale,
  IconUpload,
} from '@tabler/icons-react'
import type { CallOutput } from '#contract/contracts.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout, ScreenPage } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { useGo, usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { Clocks } from './clocks.tsx'
import { DataTable } from './data-table.tsx'
import { DistributionPanel } from './distribution-panel.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { NextSteps } from './next-steps.tsx'
import styles from './overview.module.css'
import { OverviewPanels } from './overview-panels.tsx'
import { Stages } from './stages.tsx'

export type Overview = CallOutput<'overview.get'>

/** Ringkasan: where the period stands, what is missing, the distribution against the guide, and what to do next. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('common.overview')}>
        <EmptyState icon={IconCalendarPlus} title={t('overview.noPeriodTitle')}>
          {t('overview.noPeriodText')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodOverview key={period.id} period={period} />
}

function PeriodOverview({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const query = useCall('overview.get', { periodId: period.id }, { keepPrevious: true })
  const setSearch = useSetSearch()
  const overview = query.data
  useOverviewStatus(overview)
  useCommands([
    {
      id: 'overview-organisation',
      label: t('overview.openOrganisation'),
      icon: IconBuildingCommunity,
      run: () => setSearch({ panel: 'organisation' }),
    },
    { id: 'overview-rules', label: t('overview.openRules'), icon: IconScale, run: () => setSearch({ panel: 'rules' }) },
  ])
  return (
    <ScreenLayout
      title={t('overview.title', { period: period.name })}
      sentence={overview === undefined ? <>&nbsp;</> : <OverviewSentence overview={overview} />}
      actions={overview === undefined ? null : <OverviewActions overview={overview} />}
    >
      <QueryView query={query} lines={10}>
        {(data) =>
          data.counts.people + data.counts.excluded === 0 ? <NoPeople /> : <Content data={data} period={period} />
        }
      </QueryView>
      <OverviewPanels period={period} overview={overview} />
    </ScreenLayout>
  )
}

function Content({ data, period }: { readonly data: Overview; readonly period: PeriodSummary }) {
  return (
    <ScreenPage className={styles.page}>
      <div className={styles.columns}>
        <Stages overview={data} />
        <div className={styles.stack}>
          <DistributionPanel overview={data} />
          <IndicatorTable indicators={data.indicators} periodId={period.id} />
        </div>
        <div className={styles.stack}>
          <NextSteps steps={data.steps} />
          <DataTable overview={data} />
          <Clocks overview={data} />
        </div>
      </div>
    </ScreenPage>
  )
}

function OverviewSentence({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const format = useFormat()
  const { people, supervisors, units } = overview.counts
  const { result } = overview.organisation
  const by =
    result === null
      ? ''
      : [
          result.setBy === '' ? '' : t('overview.organisationBy', { name: result.setBy }),
          result.setOn === null ? '' : t('overview.organisationOn', { date: format.date(result.setOn) }),
        ].join('')
  const organisation =
    result === null
      ? t('overview.organisationUnset')
      : t('overview.organisationSet', { predicate: t(`ui.${result.predicate}`), by })
  const counted = t('overview.sentence', {
    people: t('common.employees', { count: people }),
    supervisors: t('common.supervisors', { count: supervisors }),
    units: t('overview.unitCount', { count: units }),
  })
  return <Rich text={`${counted} ${organisation}`} />
}

function OverviewActions({ overview }: { readonly overview: Overview }) {
  const t = useT()
  const go = useGo()
  const setSearch = useSetSearch()
  const { search } = usePlace()
  const { meeting } = overview
  const toggle = (panel: string): void => setSearch({ panel: search.panel === panel ? null : panel })
  const primary =
    meeting === null
      ? t('overview.planMeeting')
      : { planned: t('overview.openMeeting'), open: t('overview.continueMeeting'), closed: t('overview.seeResults') }[
          meeting.state
        ]
  return (
    <>
      <Action icon={IconScale} onClick={() => toggle('rules')}>
        {t('overview.openRules')}
      </Action>
      <Action icon={IconBuildingCommunity} onClick={() => toggle('organisation')}>
        {t('overview.openOrganisation')}
      </Action>
      {/* Without people the one thing to do is the import below. */}
      <Action
        {...(overview.counts.people === 0 ? {} : { kind: 'primary' as const })}
        icon={meeting?.state === 'closed' ? IconFileCheck : IconGavel}
        onClick={() => go(meeting?.state === 'closed' ? 'results' : 'meeting')}
      >
        {primary}
      </Action>
    </>
  )
}

function NoPeople() {
  const t = useT()
  const go = useGo()
  return (
    <EmptyState
      icon={IconUpload}
      title={t('overview.emptyTitle')}
      action={
        <Action kind="primary" icon={IconUpload} onClick={() => go('import')}>
          {t('overview.emptyAction')}
        </Action>
      }
    >
      {t('overview.emptyText')}
    </EmptyState>
  )
}

function useOverviewStatus(overview: Overview | undefined): void {
  const t = useT()
  const format = useFormat()
  const counts = overview?.counts
  useStatusBar(
    counts === undefined
      ? []
      : [
          { id: 'people', text: t('overview.statusPeople', { count: counts.people }) },
          { id: 'rated', text: t('overview.statusRated', { count: counts.rated }) },
          ...(counts.incomplete === 0
            ? []
            : [{ id: 'incomplete', text: t('overview.statusIncomplete', { count: counts.incomplete }) }]),
          ...(counts.excluded === 0
            ? []
            : [{ id: 'excluded', text: t('overview.statusExcluded', { count: counts.excluded }) }]),
          ...(overview?.lastDataAt === null || overview === undefined
            ? []
            : [{ id: 'data', text: t('overview.statusData', { when: format.dateTime(overview.lastDataAt) }) }]),
        ],
  )
}
