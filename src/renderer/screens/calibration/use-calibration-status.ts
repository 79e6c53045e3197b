import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { type Calibrated, isTold } from './calibrated.ts'

/** Figures of the status bar: supervisors, flagged, without enough evidence, inflation. */
export function useCalibrationStatus(calibrated: Calibrated | undefined): void {
  const t = useT()
  const format = useFormat()
  const result = calibrated?.result
  const few = result?.supervisors.filter((one) => !isTold(one)).length ?? 0
  const flagged = result?.supervisors.filter(({ flag }) => flag !== null).length ?? 0
  const inflation = result?.inflation
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
          {
            id: 'inflation',
            text:
              inflation?.kind === 'against-panel'
                ? t('calibration.statusInflation', {
                    points: format.signed(inflation.points, 1),
                    low: format.signed(inflation.low, 1),
                    high: format.signed(inflation.high, 1),
                  })
                : t('calibration.statusNoPanel'),
          },
        ],
  )
}
