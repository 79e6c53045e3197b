import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { Scatter } from 'react-chartjs-2'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { ChartCard } from './chart-card.tsx'
import { canDraw, useChartTokens, useLivePlugins } from './chart-setup.ts'
import styles from './comparison-chart.module.css'
import { comparisonPicture } from './comparison-picture.ts'
import {
  type ComparisonAxis,
  type ComparisonRow,
  markStrength,
  plotData,
  plotHeight,
  plotOptions,
  plotPlugin,
} from './comparison-plot.ts'
import {
  type ComparisonHeaders,
  type ComparisonWords,
  comparisonParts,
  comparisonTable,
  comparisonWords,
} from './comparison-words.ts'

export interface ComparisonChartProps {
  /** The finding in words. */
  readonly title: string
  readonly note?: ReactNode
  /** One or two sentences for those who do not see it; the rows themselves are read out anyway. */
  readonly alternative: string
  readonly rows: readonly ComparisonRow[]
  readonly axis: ComparisonAxis
  readonly selectedId?: string | null
  /** Click, Enter or Space on a row. */
  readonly onSelect?: (id: string) => void
  /** Headings. Defaults: "Pejabat penilai", "Unit", "Nilai", "n". */
  readonly nameHeader?: string
  readonly valueHeader?: string
  /** Meaning of the dot and of the hollow diamond, shown in the legend. */
  readonly valueLegend?: string
  readonly secondLegend?: string
  /** Words for the fading by reliability, and for the diamond of a flagged row. */
  readonly reliabilityLegend?: string
  readonly flaggedLegend?: string
  readonly tools?: ReactNode
  readonly fileName: string
  readonly className?: string | undefined
}

/** One row per supervisor: name, unit, mark with interval, value, n. Rows are buttons, so every point has keyboard focus. */
export function ComparisonChart(props: ComparisonChartProps) {
  const { title, rows, axis, selectedId = null, onSelect } = props
  const t = useT()
  const format = useFormat()
  const body = useRef<HTMLElement>(null)
  const parts = comparisonParts(rows)
  const headers: ComparisonHeaders = {
    name: props.nameHeader ?? t('ui.comparisonName'),
    value: props.valueHeader ?? t('ui.comparisonValue'),
    second: props.secondLegend ?? '',
  }
  const words = comparisonWords(axis, headers, t, format)
  return (
    <ChartCard
      title={title}
      note={props.note}
      alternative={props.alternative}
      fileName={props.fileName}
      className={props.className}
      tools={props.tools}
      legend={
        <Legend
          value={props.valueLegend}
          second={parts.hasSecond ? props.secondLegend : undefined}
          reliability={props.reliabilityLegend}
          flagged={props.flaggedLegend}
        />
      }
      table={comparisonTable(rows, parts, headers, words, t, format)}
      picture={() => {
        const plot = body.current?.querySelector('canvas') ?? null
        return plot === null ? null : comparisonPicture({ title, plot, rows, figure: words.figure })
      }}
    >
      <section
        className={cx(styles.chart, !parts.hasUnit && styles.noUnit)}
        ref={body}
        onKeyDown={moveAlong}
        aria-label={headers.name}
      >
        <Heading axis={axis} headers={headers} hasUnit={parts.hasUnit} />
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            words={words}
            hasUnit={parts.hasUnit}
            selected={row.id === selectedId}
            onSelect={() => onSelect?.(row.id)}
          />
        ))}
        <div className={styles.axis} />
        <Plot rows={rows} axis={axis} selectedId={selectedId} />
      </section>
    </ChartCard>
  )
}

/** Arrows go from row to row. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, now + step))]?.focus()
  event.preventDefault()
}

interface HeadingProps {
  readonly axis: ComparisonAxis
  readonly headers: ComparisonHeaders
  readonly hasUnit: boolean
}

function Heading({ axis, headers, hasUnit }: HeadingProps) {
  const t = useT()
  return (
    <div className={cx(styles.line, styles.heading)} aria-hidden="true">
      <span className={styles.name}>{headers.name}</span>
      {hasUnit ? <span className={styles.unitHead}>{t('ui.comparisonUnit')}</span> : null}
      <span className={styles.ends}>
        <span>{axis.lowLabel}</span>
        {axis.line === undefined ? null : (
          <span style={{ left: `${((axis.line.at - axis.min) / (axis.max - axis.min)) * 100}%` }}>
            {axis.line.label}
          </span>
        )}
        <span>{axis.highLabel}</span>
      </span>
      <span className={styles.figureHead}>{headers.value}</span>
      <span className={styles.figureHead}>{t('ui.comparisonCount')}</span>
    </div>
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

interface PlotProps {
  readonly rows: readonly ComparisonRow[]
  readonly axis: ComparisonAxis
  readonly selectedId: string | null
}

/** Dots, intervals and diamonds, drawn over the rows. */
function Plot({ rows, axis, selectedId }: PlotProps) {
  const t = useT()
  const format = useFormat()
  const { theme, tokens } = useChartTokens()
  const insufficient = t('ui.comparisonInsufficient')
  const input = useMemo(
    () => ({ rows, axis, selectedId, tokens, format, insufficient }),
    [rows, axis, selectedId, tokens, format, insufficient],
  )
  const data = useMemo(() => plotData(input), [input])
  const options = useMemo(() => plotOptions(input), [input])
  const plugins = useLivePlugins(input, plotPlugin)
  return (
    <div className={cx(styles.line, styles.overlay)} aria-hidden="true">
      <div className={styles.plot} style={{ height: plotHeight(rows.length) }}>
        {canDraw() ? <Scatter key={theme} data={data} options={options} plugins={plugins} /> : null}
      </div>
    </div>
  )
}

interface LegendProps {
  readonly value: string | undefined
  readonly second: string | undefined
  readonly reliability: string | undefined
  readonly flagged: string | undefined
}

/** Reliabilities whose fading the legend shows. */
const shownReliabilities = [0.9, 0.7, 0.5]

function Legend({ value, second, reliability, flagged }: LegendProps) {
  const format = useFormat()
  if ([value, second, reliability, flagged].every((words) => words === undefined)) return null
  return (
    <div className={styles.legend} aria-hidden="true">
      {value === undefined ? null : (
        <span>
          <i className={styles.dot} />
          {value}
        </span>
      )}
      {second === undefined ? null : (
        <span>
          <i className={styles.ring} />
          {second}
        </span>
      )}
      {reliability === undefined ? null : (
        <>
          <span>{reliability}</span>
          {shownReliabilities.map((share) => (
            <span key={share}>
              <i className={styles.dot} style={{ opacity: markStrength(share) }} />
              {format.number(share, 1)}
            </span>
          ))}
        </>
      )}
      {flagged === undefined ? null : (
        <span>
          <i className={styles.diamond} />
          {flagged}
        </span>
      )}
    </div>
  )
}
