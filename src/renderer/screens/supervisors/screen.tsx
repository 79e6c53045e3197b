import { Select } from '@mantine/core'
import { IconCalendarPlus, IconClipboardList, IconGavel, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { CaseRow } from '#contract/supervisors.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { CalibrationStrip } from '#renderer/ui/calibration-strip.tsx'
import { ScreenLayout, ScreenPage } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { useGo, usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { CaseList } from './case-list.tsx'
import { Chart, type ChartView, chartViews } from './chart.tsx'
import { type Sorting, sortings } from './sorting.ts'
import { SupervisorPanel } from './supervisor-panel.tsx'
import styles from './supervisors.module.css'
import { useCasesInView } from './use-cases-in-view.ts'
import { Words } from './words.tsx'

export type Comparison = CallOutput<'supervisors.compare'>

/** Kalibrasi, raw: supervisors side by side, what that can and cannot tell, and the cases to bring to the meeting. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('supervisors.title')}>
        <EmptyState icon={IconCalendarPlus} title={t('supervisors.noPeriodTitle')}>
          {t('supervisors.noPeriodText')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodComparison key={period.id} period={period} />
}

function PeriodComparison({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const query = useCall('supervisors.compare', { periodId: period.id }, { keepPrevious: true })
  const comparison = query.data
  const [sorting, setSorting] = useState<Sorting>('mean')
  const [view, setView] = useState<ChartView>('score')
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const selectedId = comparison?.supervisors.some((row) => row.supervisorId === search.supervisor)
    ? (search.supervisor ?? null)
    : null
  const select = (id: string | null): void => setSearch({ supervisor: id === selectedId ? null : id })
  const cases = useCasesInView(comparison, selectedId)
  useComparisonStatus(comparison)
  return (
    <ScreenLayout
      title={t('supervisors.title')}
      badges={
        <Tag tone="information" title={t('supervisors.rawWhy')}>
          {t('supervisors.raw')}
        </Tag>
      }
      sentence={comparison === undefined ? <>&nbsp;</> : <Sentence comparison={comparison} />}
      aside={
        <span className={styles.sort}>
          <Segmented
            label={t('supervisors.view')}
            options={chartViews.map((value) => ({ value, label: t(`supervisors.view-${value}`) }))}
            value={view}
            onChange={setView}
          />
          <SortChoice value={sorting} onChange={setSorting} />
          <CalibrationStrip current="supervisors" />
        </span>
      }
      actions={
        comparison === undefined ? null : <Actions comparison={comparison} period={period} brought={cases.brought} />
      }
    >
      <QueryView query={query} lines={10}>
        {(data) =>
          data.supervisors.length === 0 ? (
            <Nobody />
          ) : (
            <ScreenPage className={styles.page}>
              <div className={styles.content}>
                <Words comparison={data} />
                <div className={styles.columns}>
                  <Chart comparison={data} view={view} sorting={sorting} selectedId={selectedId} onSelect={select} />
                  <CaseList view={cases} />
                </div>
              </div>
            </ScreenPage>
          )
        }
      </QueryView>
      {selectedId === null ? null : (
        <SupervisorPanel periodId={period.id} supervisorId={selectedId} onClose={() => select(null)} />
      )}
    </ScreenLayout>
  )
}

function Sentence({ comparison }: { readonly comparison: Comparison }) {
  const t = useT()
  const { scored, people, supervisors } = comparison
  return (
    <>
      {t('supervisors.sentence', {
        scored,
        people,
        supervisors: t('common.supervisors', { count: supervisors.length }),
      })}
    </>
  )
}

function SortChoice({ value, onChange }: { readonly value: Sorting; readonly onChange: (sorting: Sorting) => void }) {
  const t = useT()
  return (
    <>
      <span aria-hidden="true">{t('supervisors.sort')}</span>
      <Select
        size="xs"
        w={190}
        aria-label={t('supervisors.sort')}
        data={sortings.map((sorting) => ({ value: sorting, label: t(`supervisors.sort-${sorting}`) }))}
        value={value}
        onChange={(next) => onChange(sortings.find((sorting) => sorting === next) ?? value)}
        allowDeselect={false}
      />
    </>
  )
}

interface ActionsProps {
  readonly comparison: Comparison
  readonly period: PeriodSummary
  readonly brought: readonly CaseRow[]
}

function Actions({ comparison, period, brought }: ActionsProps) {
  const t = useT()
  const go = useGo()
  const bring = useCommand('meetings.addToAgenda', {
    success: ({ added }) => t('supervisors.brought', { count: added }),
  })
  const { meeting } = comparison
  const reason =
    meeting === null ? t('supervisors.bringNoMeeting') : brought.length === 0 ? t('supervisors.bringNothing') : null
  const onBring = (): void => {
    if (meeting === null) return
    const employeeIds = brought.map((row) => row.employeeId)
    bring.mutate({ meetingId: meeting.id, periodId: period.id, employeeIds } as Parameters<typeof bring.mutate>[0])
  }
  return (
    <>
      <Action icon={meeting === null ? IconCalendarPlus : IconClipboardList} onClick={() => go('meeting')}>
        {t(meeting === null ? 'supervisors.planMeeting' : 'supervisors.openAgenda')}
      </Action>
      <Action kind="primary" icon={IconGavel} busy={bring.isPending} disabledReason={reason} onClick={onBring}>
        {brought.length === 0 ? t('supervisors.bringNone') : t('supervisors.bring', { count: brought.length })}
      </Action>
    </>
  )
}

function Nobody() {
  const t = useT()
  const go = useGo()
  return (
    <EmptyState
      icon={IconUsers}
      title={t('supervisors.emptyTitle')}
      action={
        <Action kind="primary" icon={IconUsers} onClick={() => go('staff')}>
          {t('supervisors.emptyAction')}
        </Action>
      }
    >
      {t('supervisors.emptyText')}
    </EmptyState>
  )
}

function useComparisonStatus(comparison: Comparison | undefined): void {
  const t = useT()
  const few = comparison?.supervisors.filter((row) => row.score.kind === 'too-few').length ?? 0
  useStatusBar(
    comparison === undefined
      ? []
      : [
          { id: 'supervisors', text: t('supervisors.statusSupervisors', { count: comparison.supervisors.length }) },
          { id: 'scored', text: t('supervisors.statusScored', { count: comparison.scored }) },
          { id: 'cases', text: t('supervisors.statusCases', { count: comparison.cases.length }) },
          ...(few === 0 ? [] : [{ id: 'few', text: t('supervisors.statusFew', { count: few }) }]),
          { id: 'raw', text: t('supervisors.statusRaw') },
        ],
  )
}
