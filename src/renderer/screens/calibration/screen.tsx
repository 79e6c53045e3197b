import { IconCalculator, IconCalendarPlus, IconScale, IconTable, IconUsers } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { CalibrationStrip } from '#renderer/ui/calibration-strip.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { type PeriodSummary, useWorkspace } from '#renderer/ui/workspace-context.ts'
import { Actions } from './actions.tsx'
import { type Calibrated, dimensions } from './calibrated.ts'
import { KeptCalibration } from './kept-calibration.tsx'
import { type Address, useAddress } from './use-address.ts'
import { useCalibrated, useCurrentRun } from './use-calibration.ts'
import { useCalibrationStatus } from './use-calibration-status.ts'
import { type Computation, useCompute } from './use-compute.ts'
import { usePeriodMeeting } from './use-meeting.ts'

/** Kalibrasi: what is known of the supervisors, what cannot be known yet, what to do; the statistics a click deeper. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <ScreenLayout title={t('calibration.title')}>
        <EmptyState icon={IconCalendarPlus} title={t('calibration.noPeriodTitle')}>
          {t('calibration.noPeriodText')}
        </EmptyState>
      </ScreenLayout>
    )
  }
  return <PeriodCalibration key={period.id} period={period} />
}

function PeriodCalibration({ period }: { readonly period: PeriodSummary }) {
  const t = useT()
  const address = useAddress()
  const computation = useCompute(period)
  const current = useCurrentRun(period)
  const run = current.data?.run ?? null
  const query = useCalibrated(run, address.dimension, period.name)
  const calibrated = run === null ? undefined : query.data
  const meeting = usePeriodMeeting(period)
  useCalibrationStatus(calibrated)
  return (
    <ScreenLayout
      title={t('calibration.title')}
      badges={calibrated === undefined ? undefined : <DimensionChoice address={address} />}
      sentence={calibrated === undefined ? <>&nbsp;</> : <Sentence calibrated={calibrated} />}
      aside={<CalibrationStrip current="calibration" />}
      actions={
        calibrated === undefined ? null : (
          <Actions
            calibrated={calibrated}
            meeting={meeting}
            onFormula={() => address.show(address.shown === 'formula' ? null : 'formula')}
          />
        )
      }
    >
      <QueryView query={current} lines={10}>
        {({ run: kept, choices }) =>
          kept === null ? (
            <NotComputed computation={computation} />
          ) : (
            <QueryView query={query} lines={10}>
              {(data) => (
                <KeptCalibration
                  calibrated={data}
                  period={period}
                  address={address}
                  choices={choices.values}
                  computation={computation}
                  onAgenda={meeting.onAgenda}
                />
              )}
            </QueryView>
          )
        }
      </QueryView>
      <Progress computation={computation} />
    </ScreenLayout>
  )
}

function DimensionChoice({ address }: { readonly address: Address }) {
  const t = useT()
  return (
    <Segmented
      label={t('calibration.dimension')}
      options={dimensions.map((value) => ({ value, label: t(`calibration.dimension-${value}`) }))}
      value={address.dimension}
      onChange={address.setDimension}
    />
  )
}

function Sentence({ calibrated }: { readonly calibrated: Calibrated }) {
  const t = useT()
  const format = useFormat()
  const { counts, panel, dimension } = calibrated.result
  return (
    <>
      {t(`calibration.sentence-${dimension}`, {
        scored: counts.scored,
        cases: counts.cases,
        supervisors: t('common.supervisors', { count: counts.supervisors }),
        panel:
          panel.scores === 0
            ? t('calibration.withoutPanel')
            : t('calibration.withPanel', { scores: panel.scores, employees: panel.employees }),
        when: `${format.date(calibrated.run.computedAt)}, ${format.time(calibrated.run.computedAt)}`,
      })}
    </>
  )
}

const steps = ['read', 'compute', 'store'] as const

function Progress({ computation }: { readonly computation: Computation }) {
  const t = useT()
  const stepName = (step: string): string => {
    const known = steps.find((name) => name === step)
    return known === undefined ? step : t(`calibration.step-${known}`)
  }
  return (
    <ProgressDialog jobId={computation.jobId} title={t('calibration.computing')} stepName={stepName}>
      {t('calibration.computeSafe')}
    </ProgressDialog>
  )
}

/** None kept yet: how to get one, or, where nobody has a score, where to enter them. */
function NotComputed({ computation }: { readonly computation: Computation }) {
  const t = useT()
  const go = useGo()
  const { isEmpty, jobId, compute } = computation
  return (
    <EmptyState
      icon={IconScale}
      title={t(isEmpty ? 'calibration.emptyTitle' : 'calibration.notComputedTitle')}
      action={
        <>
          {isEmpty ? (
            <Action kind="primary" icon={IconUsers} onClick={() => go('staff')}>
              {t('calibration.openStaff')}
            </Action>
          ) : (
            <Action kind="primary" icon={IconCalculator} busy={jobId !== null} onClick={compute}>
              {t('calibration.compute')}
            </Action>
          )}
          <Action icon={IconTable} onClick={() => go('supervisors')}>
            {t('calibration.openRaw')}
          </Action>
        </>
      }
    >
      {t(isEmpty ? 'calibration.emptyText' : 'calibration.notComputedText')}
    </EmptyState>
  )
}
