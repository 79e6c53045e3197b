import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartType,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type PaintedTheme, usePaintedTheme } from '#renderer/ui/use-theme.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
)

const tokenNames = [
  'text',
  'text-2',
  'text-3',
  'surface',
  'surface-3',
  'line',
  'line-2',
  'line-strong',
  'accent',
  'accent-soft',
  'mark',
  'warn',
  'warn-text',
  'band-low',
  'p1',
  'p2',
  'p3',
  'p4',
  'p5',
  'p1-edge',
  'p2-edge',
  'p3-edge',
  'p4-edge',
  'p5-edge',
] as const
export type ChartTokens = Readonly<Record<(typeof tokenNames)[number], string>>

export const chartFont = '"Inter Variable", Inter, system-ui, sans-serif'

/** A canvas cannot read CSS variables: the tokens are read from the document when a chart is made. */
function readTokens(theme: PaintedTheme): ChartTokens {
  const root = document.documentElement
  // The attribute is set in an effect; a chart painted in the same pass must not read the former theme.
  root.dataset.theme = theme
  const style = getComputedStyle(root)
  return Object.fromEntries(tokenNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as ChartTokens
}

/** Colours of the painted theme, read again when it changes. Use `theme` as the chart's key. */
export function useChartTokens(): { readonly theme: PaintedTheme; readonly tokens: ChartTokens } {
  const theme = usePaintedTheme()
  const tokens = useMemo(() => readTokens(theme), [theme])
  return { theme, tokens }
}

/** False where no canvas can be drawn (a page without graphics): the words and the table remain. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null
}

/** Charts show where something went for 140 ms, or at once with reduced motion. */
export function animation(): { readonly duration: number } {
  return { duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140 }
}

/** Chart.js keeps the plugins it was made with: ours asks for what is current each time it draws. */
export function useLivePlugins<Input, Type extends ChartType>(
  input: Input,
  make: (current: () => Input) => Plugin<Type>,
): Plugin<Type>[] {
  const latest = useRef(input)
  // Before the chart's own effect draws anew.
  useLayoutEffect(() => {
    latest.current = input
  }, [input])
  const [plugins] = useState(() => [make(() => latest.current)])
  return plugins
}
