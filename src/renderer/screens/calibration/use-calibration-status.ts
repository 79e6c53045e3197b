import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { type StatusItem, useStatusBar } from '#renderer/ui/status-bar.tsx'
import { type Calibrated, isTold } from './calibrated.ts'

/** Figures of the status bar: supervisors, flagged, without enough evidence, inflation. */
export function useCalibrationStatus(calibrated: Calibrated | undefined): void {
  const t = useT()
  const format = useFormat()
  const result = calibrated?.result
  const few = result?.supervisors.filter((one) => !isTold(one)).length ?? 0
  const flagged = result?.supervisors.filter(({ flag }) => flag !== null).length ?? 0
  useStatusBar(
    result === undefined
      ? []
      : [
          { id: 'supervisors', text: t('calibration.statusSupervisors', { count: result.supervisors.length }) },
          {
            id: 'flagged',
            text: t('calibration.statusFlagged', {
              count: flagged,
              q: format.number(result.options.flag.q, 2),
              points: result.options.flag.points,
            }),
          },
          ...(few === 0 ? [] : [{ id: 'few', text: t('calibration.statusFew', { count: few }) }]),
          ...inflationItem(result, t, format),
        ],
  )
}

/** Against a panel a figure with its interval; without one only that it cannot be measured. */
function inflationItem({ inflation, panel }: Calibrated['result'], t: Translate, format: Formatters): StatusItem[] {
  if (inflation.kind === 'against-panel') {
    const { points, low, high } = inflation
    const figures = { points: format.signed(points, 1), low: format.signed(low, 1), high: format.signed(high, 1) }
    return [{ id: 'inflation', text: t('calibration.statusInflation', figures) }]
  }
  return panel.scores === 0 ? [{ id: 'inflation', text: t('calibration.statusNoPanel') }] : []
}
