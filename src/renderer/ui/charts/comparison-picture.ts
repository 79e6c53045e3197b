import { chartFont } from './chart-setup.ts'
import { type ComparisonRow, plotRowHeight } from './comparison-plot.ts'

interface PictureInput {
  readonly title: string
  readonly plot: HTMLCanvasElement
  readonly rows: readonly ComparisonRow[]
  readonly figure: (row: ComparisonRow) => string
}

const nameWidth = 320
const figureWidth = 120
const top = 48

/** The whole comparison for a PNG: finding, names, plot and figures, since on the screen only the plot is a canvas. */
export function comparisonPicture({ title, plot, rows, figure }: PictureInput): HTMLCanvasElement | null {
  const scale = plot.clientWidth > 0 ? plot.width / plot.clientWidth : 1
  const width = plot.clientWidth + nameWidth + figureWidth
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = (plot.clientHeight + top + 8) * scale
  const context = canvas.getContext('2d')
  if (context === null) return null
  const style = getComputedStyle(document.documentElement)
  context.scale(scale, scale)
  context.fillStyle = style.getPropertyValue('--surface')
  context.fillRect(0, 0, width, plot.clientHeight + top + 8)
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
    context.fillText(figure(row), width - 48, height)
    context.fillText(String(row.n), width - 12, height)
  })
  context.drawImage(plot, nameWidth, top, plot.clientWidth, plot.clientHeight)
  return canvas
}
