import { IconAdjustmentsHorizontal, IconCalendarPlus } from '@tabler/icons-react'
import { dimensionWords } from '#contract/calibration-words.ts'
import type { CallOutput } from '#contract/contracts.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { CalibrationStrip } from '#renderer/ui/calibration-strip.tsx'
import { ScreenLayout, ScreenPage } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useGo, usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './calibration-pages.module.css'
import { DataPage } from './data-page.tsx'
import { DistributionPage } from './distribution-page.tsx'
import { FairnessPage } from './fairness-page.tsx'
import { JumpPage } from './jump-page.tsx'
import { StatisticsPage } from './statistics-page.tsx'
import { TargetsPage } from './targets-page.tsx'

const pages = ['distribution', 'fairness', 'targets', 'jump', 'data', 'statistics'] as const
type Page = (typeof pages)[number]
const dimensions = ['work-results', 'behaviour'] as const
type Dimension = (typeof dimensions)[number]

export type Shown = CallOutput<'calibration.result'>

/** What the calibration tells beside the comparison of supervisors, one page at a time: words, then the chart, then the statistics. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('calibrationPages.title')}>
        <EmptyState icon={IconCalendarPlus} title={t('calibrationPages.noPeriodTitle')}>
          {t('calibrationPages.noPeriodText')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodPages key={period.id} period={period} />
}

function PeriodPages({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const locale = useLocale()
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const page = pages.find((one) => one === search.page) ?? 'distribution'
  const dimension = dimensions.find((one) => one === search.dimension) ?? 'work-results'
  return (
    <ScreenLayout
      title={t('calibrationPages.title')}
      sentence={t(`calibrationPages.sentence-${page}`)}
      aside={<CalibrationStrip current="calibration-pages" />}
    >
      <ScreenPage>
        <div className={styles.content}>
          <div className={styles.choices}>
            <Segmented
              label={t('calibrationPages.pages')}
              options={pages.map((value) => ({ value, label: t(`calibrationPages.page-${value}`) }))}
              value={page}
              onChange={(next) => setSearch({ page: next })}
            />
            {hasDimension.has(page) ? (
              <Segmented
                label={t('calibrationPages.dimension')}
                options={dimensions.map((value) => ({ value, label: dimensionWords[value][locale] }))}
                value={dimension}
                onChange={(next) => setSearch({ dimension: next })}
              />
            ) : null}
          </div>
          {page === 'distribution' ? (
            <DistributionPage periodId={period.id} />
          ) : (
            <RunPages period={period} page={page} dimension={dimension} />
          )}
        </div>
      </ScreenPage>
    </ScreenLayout>
  )
}

/** Predicates and data problems belong to both ratings together. */
const hasDimension: ReadonlySet<Page> = new Set(['fairness', 'targets', 'jump', 'statistics'])

interface RunPagesProps {
  readonly period: PeriodSummary
  readonly page: Exclude<Page, 'distribution'>
  readonly dimension: Dimension
}

/** The pages that read the newest stored run. */
function RunPages({ period, page, dimension }: RunPagesProps) {
  const current = useCall('calibration.current', { periodId: period.id })
  return (
    <QueryView query={current} lines={8}>
      {({ run }) => (run === null ? <NoRun /> : <StoredRun runId={run.id} page={page} dimension={dimension} />)}
    </QueryView>
  )
}

interface StoredRunProps extends Pick<RunPagesProps, 'page' | 'dimension'> {
  readonly runId: Shown['run']['id']
}

function StoredRun({ runId, page, dimension }: StoredRunProps) {
  const query = useCall('calibration.result', { runId, dimension }, { keepPrevious: true })
  const Shape = shapes[page]
  return (
    <QueryView query={query} lines={8}>
      {(shown) => <Shape shown={shown} />}
    </QueryView>
  )
}

const shapes = {
  fairness: FairnessPage,
  targets: TargetsPage,
  jump: JumpPage,
  data: DataPage,
  statistics: StatisticsPage,
} as const

function NoRun() {
  const t = useT()
  const go = useGo()
  return (
    <EmptyState
      icon={IconAdjustmentsHorizontal}
      title={t('calibrationPages.noRunTitle')}
      action={
        <Action kind="primary" icon={IconAdjustmentsHorizontal} onClick={() => go('calibration')}>
          {t('calibrationPages.openCalibration')}
        </Action>
      }
    >
      {t('calibrationPages.noRunText')}
    </EmptyState>
  )
}
