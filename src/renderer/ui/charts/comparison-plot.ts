import type { Chart, ChartData, ChartOptions, Plugin } from 'chart.js'
import type { Formatters } from '#renderer/i18n/format.ts'
import { animation, type ChartTokens, chartFont } from './chart-setup.ts'

export interface ComparisonRow {
  readonly id: string
  readonly name: string
  readonly unit?: string
  /** Null: cannot be told; the row then says so instead of a point. */
  readonly value: number | null
  /** Interval or spread, drawn as a bar with ends. */
  readonly low?: number
  readonly high?: number
  /** A second mark beside it (the team's achievement), drawn as a hollow diamond. */
  readonly second?: number | null
  /** Employees behind the value. */
  readonly n: number
  /** 0…1: fades the mark, never under 3:1. Default 1. */
  readonly reliability?: number
  /** Bold name and a diamond instead of a dot. */
  readonly flagged?: boolean
}

export interface ComparisonAxis {
  readonly min: number
  readonly max: number
  /** A vertical line with its meaning above: "sejalan dengan capaian tim", "rata-rata instansi". */
  readonly line?: { readonly at: number; readonly label: string }
  /** A quiet band around the line. */
  readonly band?: { readonly from: number; readonly to: number }
  /** Words at the two ends: "lebih ketat", "lebih longgar". */
  readonly lowLabel?: string
  readonly highLabel?: string
  /** Plus and minus signs on values and ticks. */
  readonly signed?: boolean
  readonly decimals?: number
  /** Distance between two ticks; default: what fits. */
  readonly step?: number
}

export const plotRowHeight = 26
export const axisHeight = 24
/** Left and right of the scale, so that a mark at its end is whole. */
const sideRoom = 6

export interface PlotInput {
  readonly rows: readonly ComparisonRow[]
  readonly axis: ComparisonAxis
  readonly selectedId: string | null
  readonly tokens: ChartTokens
  readonly format: Formatters
  readonly insufficient: string
}

export const plotHeight = (rowCount: number): number => rowCount * plotRowHeight

function colourOf(row: ComparisonRow, { selectedId, tokens }: PlotInput): string {
  return row.id === selectedId ? tokens.accent : tokens.mark
}

/** Reliability between "just enough" (0.3) and "sure" (0.9) as 0 … 1. */
const surenessOf = (reliability: number): number => Math.min(1, Math.max(0, (reliability - 0.3) / 0.6))

/** Fading down to 76 % keeps every mark above 3:1 on surface and band; the line gets thinner as well. */
export const markStrength = (reliability: number): number => 0.76 + 0.24 * surenessOf(reliability)

const reliabilityOf = (row: ComparisonRow): number => row.reliability ?? 1

/** The tokens are written as #rrggbb: two more digits fade them. */
function fadedColour(row: ComparisonRow, input: PlotInput): string {
  const alpha = Math.round(markStrength(reliabilityOf(row)) * 255)
  return `${colourOf(row, input)}${alpha.toString(16).padStart(2, '0')}`
}

export function plotData(input: PlotInput): ChartData<'scatter'> {
  const { rows, tokens } = input
  const points = rows.flatMap((row, y) => (row.value === null ? [] : [{ row, x: row.value, y }]))
  const seconds = rows.flatMap((row, y) =>
    row.second === null || row.second === undefined ? [] : [{ x: row.second, y }],
  )
  return {
    datasets: [
      {
        data: points.map(({ x, y }) => ({ x, y })),
        pointBackgroundColor: points.map(({ row }) => fadedColour(row, input)),
        pointBorderWidth: 0,
        pointStyle: points.map(({ row }) => (row.flagged === true ? 'rectRot' : 'circle')),
        pointRadius: points.map(({ row }) => (row.flagged === true ? 6.5 : 3.5 + surenessOf(reliabilityOf(row)))),
      },
      {
        data: seconds,
        pointBackgroundColor: tokens.surface,
        pointBorderColor: tokens.mark,
        pointBorderWidth: 2,
        pointStyle: 'rectRot',
        pointRadius: 5,
      },
    ],
  }
}

/** With the scale under the rows, or the rows alone. */
export function plotOptions(
  { axis, rows, tokens, format }: PlotInput,
  { hasScale }: { readonly hasScale: boolean },
): ChartOptions<'scatter'> {
  const decimals = axis.decimals ?? 0
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: animation(),
    events: [],
    layout: { padding: 0, autoPadding: false },
    scales: {
      x: {
        type: 'linear',
        min: axis.min,
        max: axis.max,
        afterFit: (scale) => {
          scale.height = hasScale ? axisHeight : 0
          // The same with and without figures, so that the marks of all blocks stand over the scale.
          scale.paddingLeft = sideRoom
          scale.paddingRight = sideRoom
        },
        grid: { color: tokens.line, drawTicks: false },
        border: { display: false },
        ticks: {
          display: hasScale,
          color: tokens['text-2'],
          font: { family: chartFont, size: 11 },
          maxTicksLimit: 9,
          ...(axis.step === undefined ? {} : { stepSize: axis.step }),
          padding: 6,
          align: 'inner',
          callback: (value) => {
            const figure = Number(value)
            return axis.signed === true ? format.signed(figure, decimals) : format.number(figure, decimals)
          },
        },
      },
      y: { type: 'linear', display: false, reverse: true, min: -0.5, max: rows.length - 0.5 },
    },
    plugins: { tooltip: { enabled: false }, legend: { display: false } },
  }
}

/** Band and line behind the marks, intervals and the words "not enough evidence". */
export function plotPlugin(current: () => PlotInput): Plugin<'scatter'> {
  return {
    id: 'comparison',
    beforeDatasetsDraw: (chart) => {
      drawBand(chart, current())
      drawIntervals(chart, current())
    },
    afterDatasetsDraw: (chart) => drawInsufficient(chart, current()),
  }
}

function drawBand(chart: Chart<'scatter'>, { axis, tokens }: PlotInput): void {
  const { ctx, chartArea, scales } = chart
  const { x } = scales
  if (x === undefined) return
  ctx.save()
  if (axis.band !== undefined) {
    const from = x.getPixelForValue(axis.band.from)
    ctx.fillStyle = tokens['band-low']
    ctx.fillRect(from, chartArea.top, x.getPixelForValue(axis.band.to) - from, chartArea.height)
  }
  if (axis.line !== undefined) {
    const at = x.getPixelForValue(axis.line.at)
    ctx.strokeStyle = tokens.text
    ctx.lineWidth = 1.5
    ctx.beginPath()
    ctx.moveTo(at, chartArea.top)
    ctx.lineTo(at, chartArea.bottom)
    ctx.stroke()
  }
  ctx.restore()
}

function drawIntervals(chart: Chart<'scatter'>, input: PlotInput): void {
  const { ctx, scales } = chart
  const { x, y } = scales
  if (x === undefined || y === undefined) return
  ctx.save()
  input.rows.forEach((row, index) => {
    if (row.value === null || row.low === undefined || row.high === undefined) return
    const height = y.getPixelForValue(index)
    const [from, to] = [x.getPixelForValue(row.low), x.getPixelForValue(row.high)]
    ctx.strokeStyle = colourOf(row, input)
    ctx.globalAlpha = markStrength(reliabilityOf(row))
    ctx.lineWidth = 1 + 1.2 * surenessOf(reliabilityOf(row))
    ctx.beginPath()
    ctx.moveTo(from, height)
    ctx.lineTo(to, height)
    for (const end of [from, to]) {
      ctx.moveTo(end, height - 4)
      ctx.lineTo(end, height + 4)
    }
    ctx.stroke()
  })
  ctx.restore()
}

function drawInsufficient(chart: Chart<'scatter'>, { rows, tokens, insufficient }: PlotInput): void {
  const { ctx, scales, chartArea } = chart
  const { y } = scales
  if (y === undefined) return
  ctx.save()
  ctx.font = `12px ${chartFont}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const width = ctx.measureText(insufficient).width + 24
  const centre = (chartArea.left + chartArea.right) / 2
  rows.forEach((row, index) => {
    if (row.value !== null) return
    const height = y.getPixelForValue(index)
    ctx.fillStyle = tokens.surface
    ctx.strokeStyle = tokens['line-2']
    ctx.beginPath()
    ctx.roundRect(centre - width / 2, height - 10, width, 20, 4)
    ctx.fill()
    ctx.stroke()
    ctx.fillStyle = tokens['text-2']
    ctx.fillText(insufficient, centre, height)
  })
  ctx.restore()
}
