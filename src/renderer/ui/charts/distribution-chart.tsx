import type { ChartData, ChartOptions, Plugin } from 'chart.js'
import { useCallback, useMemo } from 'react'
import { Chart } from 'react-chartjs-2'
import { type Predicate, predicates } from '#domain/model/levels.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { predicateRank } from '#renderer/ui/predicate.tsx'
import cardStyles from './chart-card.module.css'
import { ChartCard } from './chart-card.tsx'
import { animation, type ChartTokens, canDraw, chartFont, useChartTokens, useLivePlugins } from './chart-setup.ts'
import styles from './distribution-chart.module.css'

export interface DistributionBar {
  readonly predicate: Predicate
  readonly count: number
  /** At most this many by the guide; null or absent: the guide names none. */
  readonly limit?: number | null
}

export interface DistributionChartProps {
  /** The finding: "Kelompok Baik 21 orang di atas panduan: 189 dari paling banyak 168". */
  readonly title: string
  /** All five, in any order; a missing one counts 0. */
  readonly bars: readonly DistributionBar[]
  /** Heights of the guide's shape by predicate in shares of all (0…1), only its form is shown; null: no curve. */
  readonly guide: Readonly<Record<Predicate, number>> | null
  /** "bentuk panduan untuk capaian organisasi Baik, tanpa angka". */
  readonly guideNote?: string
  /** "237 pegawai yang sudah dinilai; 3 belum, tidak dihitung". Default: the count. */
  readonly ratedNote?: string
  readonly height?: number
  readonly fileName?: string
  /** A banner under the chart: "Panduan, bukan kuota: …". */
  readonly footnote?: React.ReactNode
}

interface Column {
  readonly predicate: Predicate
  readonly rank: 1 | 2 | 3 | 4 | 5
  readonly name: string
  readonly count: number
  readonly share: number
  readonly limit: number | null
}

interface LimitLines {
  readonly columns: readonly Column[]
  readonly tokens: ChartTokens
  readonly words: (limit: number) => string
}

function limitLines(current: () => LimitLines): Plugin {
  return {
    id: 'limit-lines',
    afterDatasetsDraw: ({ ctx, scales, chartArea }) => {
      const { x, y } = scales
      if (x === undefined || y === undefined) return
      const { columns, tokens, words } = current()
      columns.forEach(({ limit }, index) => {
        if (limit === null) return
        const centre = x.getPixelForValue(index)
        const half = Math.min(48, (chartArea.width / columns.length) * 0.3)
        const height = y.getPixelForValue(limit)
        ctx.save()
        ctx.strokeStyle = tokens.warn
        ctx.lineWidth = 2
        ctx.beginPath()
        ctx.moveTo(centre - half, height)
        ctx.lineTo(centre + half, height)
        ctx.stroke()
        ctx.fillStyle = tokens['warn-text']
        ctx.font = `12px ${chartFont}`
        ctx.textBaseline = 'middle'
        const text = words(limit)
        const fits = centre + half + 6 + ctx.measureText(text).width < chartArea.right + 8
        ctx.textAlign = fits ? 'left' : 'right'
        ctx.fillText(text, fits ? centre + half + 6 : centre - half - 6, height)
        ctx.restore()
      })
    },
  }
}

function chartData(
  columns: readonly Column[],
  guide: DistributionChartProps['guide'],
  total: number,
  tokens: ChartTokens,
): ChartData<'bar' | 'line'> {
  const curve = columns.map((column) => (guide === null ? 0 : guide[column.predicate] * total))
  return {
    labels: columns.map((column) => column.name),
    datasets: [
      ...(guide === null
        ? []
        : [
            {
              type: 'line' as const,
              data: curve,
              borderColor: tokens.text,
              borderDash: [5, 4],
              borderWidth: 1.5,
              pointRadius: 0,
              pointHitRadius: 0,
              cubicInterpolationMode: 'monotone' as const,
              fill: false,
            },
          ]),
      {
        type: 'bar' as const,
        // Nobody is no bar at all; a few are at least a visible line.
        data: columns.map((column) => (column.count === 0 ? null : column.count)),
        backgroundColor: columns.map((column) => tokens[`p${column.rank}`]),
        borderColor: columns.map((column) => tokens[`p${column.rank}-edge`]),
        borderWidth: 1,
        maxBarThickness: 64,
        minBarLength: 2,
      },
    ],
  }
}

function chartOptions(
  tokens: ChartTokens,
  twoLines: (index: number) => string[],
  words: (index: number) => string,
): ChartOptions<'bar' | 'line'> {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: animation(),
    layout: { padding: { top: 8, right: 8 } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: tokens['line-strong'] },
        ticks: { color: tokens.text, font: { family: chartFont, size: 12 }, callback: (_, index) => twoLines(index) },
      },
      y: {
        beginAtZero: true,
        grid: { color: tokens.line },
        border: { display: false },
        ticks: { color: tokens['text-2'], font: { family: chartFont, size: 11 }, precision: 0, maxTicksLimit: 6 },
      },
    },
    plugins: {
      tooltip: {
        filter: (item) => item.dataset.type === 'bar',
        displayColors: false,
        callbacks: { title: () => '', label: (item) => words(item.dataIndex) },
      },
    },
  }
}

/** Predicates against the guide: bars, the guide's dashed shape, its limits as short lines; words and figures under each bar. */
export function DistributionChart(props: DistributionChartProps) {
  const { title, bars, guide, guideNote, ratedNote, height = 220, fileName = 'sebaran-predikat', footnote } = props
  const t = useT()
  const format = useFormat()
  const total = bars.reduce((sum, bar) => sum + bar.count, 0)
  const columns = useMemo<readonly Column[]>(
    () =>
      predicates.map((predicate) => {
        const bar = bars.find((candidate) => candidate.predicate === predicate)
        const count = bar?.count ?? 0
        return {
          predicate,
          rank: predicateRank[predicate],
          name: t(`ui.${predicate}`),
          count,
          share: total === 0 ? 0 : count / total,
          limit: bar?.limit ?? null,
        }
      }),
    [bars, total, t],
  )
  const figures = useCallback(
    ({ count, share }: Column): string => `${format.number(count)} · ${format.percent(share)}`,
    [format],
  )
  const spoken = columns.map(
    (column) =>
      `${column.name} ${figures(column)}${column.limit === null ? '' : ` (${t('ui.distributionLimitAt', { limit: column.limit })})`}`,
  )
  const hasLimit = columns.some((column) => column.limit !== null)
  return (
    <ChartCard
      title={title}
      alternative={t('ui.distributionAlt', { rows: spoken.join('; ') })}
      fileName={fileName}
      table={() => ({
        columns: [
          { header: t('ui.distributionPredicate') },
          { header: t('ui.distributionCount'), align: 'right' },
          { header: t('ui.distributionShare'), align: 'right' },
          ...(hasLimit ? [{ header: t('ui.distributionLimit'), align: 'right' as const }] : []),
        ],
        rows: columns.map((column) => ({
          id: column.predicate,
          cells: [column.name, column.count, column.share, ...(hasLimit ? [column.limit] : [])],
          words: [
            column.name,
            format.number(column.count),
            format.percent(column.share),
            ...(hasLimit ? [column.limit === null ? t('common.none') : format.number(column.limit)] : []),
          ],
        })),
      })}
      footer={footnote === undefined ? undefined : <div className={styles.footnote}>{footnote}</div>}
    >
      <div className={cardStyles.legend}>
        {guide === null ? null : (
          <span>
            <i className={styles.guide} aria-hidden="true" />
            {guideNote ?? t('ui.distributionGuide')}
          </span>
        )}
        <span>
          <i className={styles.bar} aria-hidden="true" />
          {ratedNote ?? t('ui.distributionRated', { count: total })}
        </span>
      </div>
      <Canvas columns={columns} guide={guide} total={total} height={height} figures={figures} />
    </ChartCard>
  )
}

interface CanvasProps {
  readonly columns: readonly Column[]
  readonly guide: DistributionChartProps['guide']
  readonly total: number
  readonly height: number
  readonly figures: (column: Column) => string
}

function Canvas({ columns, guide, total, height, figures }: CanvasProps) {
  const t = useT()
  const { theme, tokens } = useChartTokens()
  const data = useMemo(() => chartData(columns, guide, total, tokens), [columns, guide, total, tokens])
  const options = useMemo(() => {
    const linesAt = (index: number): string[] =>
      columns.slice(index, index + 1).flatMap((column) => [column.name, figures(column)])
    return chartOptions(tokens, linesAt, (index) => linesAt(index).join(': '))
  }, [tokens, columns, figures])
  const lines = useMemo<LimitLines>(
    () => ({ columns, tokens, words: (limit) => t('ui.distributionLimitAt', { limit }) }),
    [columns, tokens, t],
  )
  const plugins = useLivePlugins(lines, limitLines)
  return (
    <div className={cardStyles.canvas} style={{ height }}>
      {canDraw() ? (
        <Chart key={theme} type="bar" data={data} options={options} plugins={plugins} aria-hidden="true" />
      ) : null}
    </div>
  )
}
