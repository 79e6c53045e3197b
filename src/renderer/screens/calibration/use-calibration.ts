import { useMemo } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Calibrated, Dimension } from './calibrated.ts'

type Current = CallOutput<'calibration.current'>
export type StoredRun = NonNullable<Current['run']>
export type Choices = Current['choices']['values']
export type Freshness = CallOutput<'calibration.freshness'>

/** The newest calibration kept for a period. `run` null: none has been computed yet. */
export function useCurrentRun(period: PeriodSummary) {
  return useCall('calibration.current', { periodId: period.id })
}

/** One dimension of a kept calibration, as the parts of the screen read it, and whether it still holds. */
export function useCalibrated(run: StoredRun | null, dimension: Dimension, periodName: string) {
  const enabled = run !== null
  const runId = run?.id ?? ''
  const asked = { runId, dimension } as Parameters<typeof useCall<'calibration.result'>>[1]
  const {
    data: answer,
    error,
    isPending,
    refetch,
  } = useCall('calibration.result', asked, { enabled, keepPrevious: true })
  const data = useMemo(
    () => (answer === undefined ? undefined : calibrated(answer, dimension, periodName)),
    [answer, dimension, periodName],
  )
  return { data, error, isPending, refetch }
}

export function useFreshness(run: StoredRun | null): Freshness | undefined {
  const asked = { runId: run?.id ?? '' } as Parameters<typeof useCall<'calibration.freshness'>>[1]
  return useCall('calibration.freshness', asked, { enabled: run !== null }).data
}

function calibrated(answer: CallOutput<'calibration.result'>, dimension: Dimension, periodName: string): Calibrated {
  const { run, result, problems, employees, supervisors } = answer
  return {
    run,
    result,
    periodName,
    // The result says itself what it is of: the answer kept while another is asked for may be the former one.
    inputsHash: run.dimensions.find((one) => one.dimension === (result.dimension ?? dimension))?.inputsHash ?? '',
    problems,
    employees: new Map(employees.map((one) => [one.id, one])),
    supervisors: new Map(supervisors.map((one) => [one.id, one])),
  }
}
