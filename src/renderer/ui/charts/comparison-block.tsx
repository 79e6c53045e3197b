import { useMemo } from 'react'
import { Scatter } from 'react-chartjs-2'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { useNear } from '#renderer/ui/use-near.ts'
import { canDraw, useChartTokens, useLivePlugins } from './chart-setup.ts'
import styles from './comparison-chart.module.css'
import {
  axisHeight,
  type ComparisonAxis,
  type ComparisonRow,
  type PlotInput,
  plotData,
  plotHeight,
  plotOptions,
  plotPlugin,
} from './comparison-plot.ts'
import type { ComparisonWords } from './comparison-words.ts'

/** Rows drawn on one canvas: about what a screen shows. */
export const rowsInBlock = 25

interface BlockProps {
  readonly rows: readonly ComparisonRow[]
  readonly axis: ComparisonAxis
  readonly words: ComparisonWords
  readonly hasUnit: boolean
  readonly selectedId: string | null
  readonly onSelect: ((id: string) => void) | undefined
}

/**
 * Some rows of a comparison with their marks. It keeps its place empty until it comes near the view: five hundred
 * supervisors drawn at once would be a second in which the page answers nobody.
 */
export function Block(props: BlockProps) {
  const [ref, isNear] = useNear<HTMLDivElement>()
  return (
    <div className={styles.block} ref={ref} style={{ height: plotHeight(props.rows.length) }}>
      {isNear ? <Rows {...props} /> : null}
    </div>
  )
}

function Rows({ rows, axis, words, hasUnit, selectedId, onSelect }: BlockProps) {
  const input = usePlotInput(rows, axis, rows.some(({ id }) => id === selectedId) ? selectedId : null)
  return (
    <>
      {rows.map((row) => (
        <Line
          key={row.id}
          row={row}
          words={words}
          hasUnit={hasUnit}
          selected={row.id === selectedId}
          onSelect={() => onSelect?.(row.id)}
        />
      ))}
      <Plot input={input} height={plotHeight(rows.length)} />
    </>
  )
}

interface LineProps {
  readonly row: ComparisonRow
  readonly words: ComparisonWords
  readonly hasUnit: boolean
  readonly selected: boolean
  readonly onSelect: () => void
}

function Line({ row, words, hasUnit, selected, onSelect }: LineProps) {
  const format = useFormat()
  const flagged = row.flagged === true && styles.flagged
  return (
    <button
      type="button"
      className={cx(styles.line, styles.row)}
      aria-label={words.spoken(row)}
      aria-pressed={selected}
      onClick={onSelect}
    >
      <span className={cx(styles.name, flagged)}>{row.name}</span>
      {hasUnit ? <span className={styles.unit}>{row.unit}</span> : null}
      <span />
      <span className={cx(styles.figure, flagged, row.value === null && styles.weak)}>
        {row.value === null ? null : words.figure(row)}
      </span>
      <span className={styles.figure}>{format.number(row.n)}</span>
    </button>
  )
}

/** The scale under all blocks; it stays in view while they scroll. */
export function Scale({ axis }: Pick<BlockProps, 'axis'>) {
  const input = usePlotInput(noRows, axis, null)
  return (
    <div className={styles.axis}>
      <Plot input={input} height={axisHeight} hasScale />
    </div>
  )
}

const noRows: readonly ComparisonRow[] = []

/** What a plot is drawn from, in the colours and the language of the screen. */
export function usePlotInput(
  rows: readonly ComparisonRow[],
  axis: ComparisonAxis,
  selectedId: string | null,
): PlotInput {
  const t = useT()
  const format = useFormat()
  const { tokens } = useChartTokens()
  const insufficient = t('ui.comparisonInsufficient')
  return useMemo(
    () => ({ rows, axis, selectedId, tokens, format, insufficient }),
    [rows, axis, selectedId, tokens, format, insufficient],
  )
}

interface PlotProps {
  readonly input: PlotInput
  readonly height: number
  readonly hasScale?: boolean
}

/** Dots, intervals and diamonds, drawn over the rows. */
function Plot({ input, height, hasScale = false }: PlotProps) {
  const { theme } = useChartTokens()
  const data = useMemo(() => plotData(input), [input])
  const options = useMemo(() => plotOptions(input, { hasScale }), [input, hasScale])
  const plugins = useLivePlugins(input, plotPlugin)
  return (
    <div className={cx(styles.line, styles.overlay)} aria-hidden="true">
      <div className={styles.plot} style={{ height }}>
        {canDraw() ? <Scatter key={theme} data={data} options={options} plugins={plugins} /> : null}
      </div>
    </div>
  )
}
