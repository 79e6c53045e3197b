import { Chart } from 'chart.js'
import { chartFont } from './chart-setup.ts'
import {
  axisHeight,
  type ComparisonRow,
  type PlotInput,
  plotData,
  plotHeight,
  plotOptions,
  plotPlugin,
  plotRowHeight,
} from './comparison-plot.ts'

interface PictureInput {
  readonly title: string
  readonly input: PlotInput
  /** Of the plot, in pixels of the page. */
  readonly width: number
  readonly figure: (row: ComparisonRow) => string
}

const nameWidth = 320
const figureWidth = 120
const top = 48
/** Chromium draws no canvas that is longer. */
const longestSide = 32_000

/** The whole comparison for a PNG: finding, names, plot and figures, drawn anew, since the screen draws what is in view. */
export function comparisonPicture({ title, input, width, figure }: PictureInput): HTMLCanvasElement | null {
  const { rows } = input
  const plotTall = plotHeight(rows.length) + axisHeight
  const tall = plotTall + top + 8
  const wide = width + nameWidth + figureWidth
  const scale = Math.min(window.devicePixelRatio, longestSide / tall)
  const canvas = document.createElement('canvas')
  canvas.width = wide * scale
  canvas.height = tall * scale
  const context = canvas.getContext('2d')
  if (context === null) return null
  const style = getComputedStyle(document.documentElement)
  context.scale(scale, scale)
  context.fillStyle = style.getPropertyValue('--surface')
  context.fillRect(0, 0, wide, tall)
  context.fillStyle = style.getPropertyValue('--text')
  context.font = `600 14px ${chartFont}`
  context.fillText(title, 12, 26)
  context.textBaseline = 'middle'
  rows.forEach((row, index) => {
    const height = top + index * plotRowHeight + plotRowHeight / 2
    context.font = `${row.flagged === true ? 600 : 400} 13px ${chartFont}`
    context.textAlign = 'left'
    context.fillText(row.name, 12, height, 180)
    context.font = `12px ${chartFont}`
    context.fillText(row.unit ?? '', 200, height, nameWidth - 212)
    context.textAlign = 'right'
    context.font = `13px ${chartFont}`
    context.fillText(figure(row), wide - 48, height)
    context.fillText(input.format.number(row.n), wide - 12, height)
  })
  const plot = wholePlot(input, { width, height: plotTall, scale })
  context.drawImage(plot, nameWidth, top, width, plotTall)
  return canvas
}

interface PlotSize {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** All rows on one canvas that is in no page. */
function wholePlot(input: PlotInput, { width, height, scale }: PlotSize): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const chart = new Chart(canvas, {
    type: 'scatter',
    data: plotData(input),
    options: {
      ...plotOptions(input, { hasScale: true }),
      responsive: false,
      animation: false,
      devicePixelRatio: scale,
    },
    plugins: [plotPlugin(() => input)],
  })
  const drawn = document.createElement('canvas')
  drawn.width = canvas.width
  drawn.height = canvas.height
  drawn.getContext('2d')?.drawImage(canvas, 0, 0)
  chart.destroy()
  return drawn
}
