import { useMemo } from 'react'
import type { SupervisorRow } from '#contract/supervisors.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import type { ComparisonAxis, ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'
import { toldRows } from './findings.ts'
import type { Comparison } from './screen.tsx'
import { type Sorting, sorted } from './sorting.ts'
import styles from './supervisors.module.css'

export const chartViews = ['score', 'difference'] as const
export type ChartView = (typeof chartViews)[number]

interface ChartProps {
  readonly comparison: Comparison
  readonly view: ChartView
  readonly sorting: Sorting
  readonly selectedId: string | null
  readonly onSelect: (supervisorId: string) => void
}

/**
 * One row per supervisor: mean and quartiles of the scores as given, the mean achievement index beside them; or both as
 * differences from the agency's means, which puts them on one scale. Nothing is corrected in either.
 */
export function Chart({ comparison, view, sorting, selectedId, onSelect }: ChartProps) {
  const t = useT()
  const format = useFormat()
  const rows = useMemo(
    () => sorted(comparison.supervisors, sorting, format.compare).map((row) => chartRow(row, comparison, view)),
    [comparison, view, sorting, format],
  )
  const axis = useMemo(() => axisOf(comparison, view, rows, t), [comparison, view, rows, t])
  const ofScore = view === 'score'
  return (
    <ComparisonChart
      className={styles.chart}
      title={useTitle(comparison, view)}
      note={t(ofScore ? 'supervisors.chartScoreNote' : 'supervisors.chartGapNote')}
      alternative={t('supervisors.chartAlternative')}
      rows={rows}
      axis={axis}
      selectedId={selectedId}
      onSelect={onSelect}
      valueHeader={t(ofScore ? 'supervisors.valueHeader' : 'supervisors.differenceHeader')}
      valueLegend={t(ofScore ? 'supervisors.valueLegend' : 'supervisors.differenceLegend')}
      secondLegend={t(ofScore ? 'supervisors.secondLegend' : 'supervisors.achievementLegend')}
      fileName="perbandingan-pejabat-penilai"
    />
  )
}

function useTitle({ supervisors, agency }: Comparison, view: ChartView): string {
  const t = useT()
  const format = useFormat()
  const means = toldRows(supervisors).map((row) => row.score.mean)
  if (means.length === 0 || agency.score.kind === 'too-few') return t('supervisors.chartNothing')
  const { mean } = agency.score
  const [low, high] = [Math.min(...means), Math.max(...means)]
  return view === 'score'
    ? t('supervisors.chartScore', {
        low: format.number(low, 1),
        high: format.number(high, 1),
        mean: format.number(mean, 1),
      })
    : t('supervisors.chartGap', { low: format.signed(low - mean, 1), high: format.signed(high - mean, 1) })
}

function chartRow(row: SupervisorRow, { agency }: Comparison, view: ChartView): ComparisonRow {
  const { score, achievement } = row
  const head = { id: row.supervisorId, name: row.name, unit: row.unitName, n: score.n }
  if (score.kind === 'too-few' || agency.score.kind === 'too-few') return { ...head, value: null }
  const zero = view === 'score' ? 0 : agency.score.mean
  const zeroOfIndex = view === 'score' ? 0 : agency.achievement.kind === 'told' ? agency.achievement.mean : null
  return {
    ...head,
    value: score.mean - zero,
    low: score.lowQuartile - zero,
    high: score.highQuartile - zero,
    second: achievement.kind === 'told' && zeroOfIndex !== null ? achievement.mean - zeroOfIndex : null,
  }
}

/** Whole fives around everything drawn, so that the axis does not jump when one score changes. */
function axisOf({ agency }: Comparison, view: ChartView, rows: readonly ComparisonRow[], t: Translate): ComparisonAxis {
  const values = rows
    .flatMap((row) => [row.value, row.low ?? null, row.high ?? null, row.second ?? null])
    .filter((value) => value !== null)
  if (values.length === 0 || agency.score.kind === 'too-few') return { min: 0, max: 100 }
  const label = t('supervisors.axisLine')
  const ends = { min: Math.floor(Math.min(...values) / 5) * 5, max: Math.ceil(Math.max(...values) / 5) * 5 }
  if (view === 'score') return { ...ends, line: { at: agency.score.mean, label } }
  return { ...ends, line: { at: 0, label }, signed: true }
}
