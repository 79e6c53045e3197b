import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { Chart } from 'react-chartjs-2'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { ChartCard } from '#renderer/ui/charts/chart-card.tsx'
import { animation, type ChartTokens, canDraw, chartFont, useChartTokens } from '#renderer/ui/charts/chart-setup.ts'
import { type Bin, changeBins } from './change-bins.ts'

/** Points to a bar. */
const width = 2
const height = 240

interface ChangeChartProps {
  /** The finding. */
  readonly title: string
  /** Unexplained changes, in points. */
  readonly values: readonly number[]
}

/** How far scores moved beyond what is explained: most near zero, the ends are who to look at. */
export function ChangeChart({ title, values }: ChangeChartProps) {
  const t = useT()
  const format = useFormat()
  const { theme, tokens } = useChartTokens()
  const bins = useMemo(() => changeBins(values, width), [values])
  const named = useMemo(
    () =>
      bins.map((bin) => ({
        ...bin,
        name: t('calibrationPages.jumpBin', { from: format.signed(bin.from, 0), to: format.signed(bin.to, 0) }),
      })),
    [bins, t, format],
  )
  const data = useMemo(() => chartData(named, tokens), [named, tokens])
  const options = useMemo(() => chartOptions(tokens), [tokens])
  return (
    <ChartCard
      title={title}
      note={t('calibrationPages.jumpNote')}
      alternative={t('calibrationPages.jumpAlternative', {
        rows: named.map(({ name, count }) => `${name}: ${format.number(count)}`).join('; '),
      })}
      fileName="lonjakan-skor"
      table={() => ({
        columns: [
          { header: t('calibrationPages.jumpUnexplained') },
          { header: t('calibrationPages.jumpCount'), align: 'right' },
        ],
        rows: named.map(({ name, count }) => ({ id: name, cells: [name, count], words: [name, format.number(count)] })),
      })}
    >
      <div style={{ height, position: 'relative' }}>
        {canDraw() ? <Chart key={theme} type="bar" data={data} options={options} aria-hidden="true" /> : null}
      </div>
    </ChartCard>
  )
}

function chartData(bins: readonly (Bin & { readonly name: string })[], tokens: ChartTokens): ChartData<'bar'> {
  return {
    labels: bins.map(({ name }) => name),
    datasets: [
      {
        data: bins.map(({ count }) => count),
        backgroundColor: tokens.mark,
        maxBarThickness: 64,
        minBarLength: 2,
        categoryPercentage: 0.96,
        barPercentage: 0.96,
      },
    ],
  }
}

function chartOptions(tokens: ChartTokens): ChartOptions<'bar'> {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: animation(),
    scales: {
      x: {
        grid: { display: false },
        border: { color: tokens['line-strong'] },
        ticks: { color: tokens.text, font: { family: chartFont, size: 11 }, maxRotation: 0, autoSkipPadding: 12 },
      },
      y: {
        beginAtZero: true,
        grid: { color: tokens.line },
        border: { display: false },
        ticks: { color: tokens['text-2'], font: { family: chartFont, size: 11 }, precision: 0, maxTicksLimit: 6 },
      },
    },
    plugins: { tooltip: { displayColors: false } },
  }
}
