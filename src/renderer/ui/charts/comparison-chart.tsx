import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { cx } from '#renderer/ui/cx.ts'
import { ChartCard } from './chart-card.tsx'
import { Block, rowsInBlock, Scale, usePlotInput } from './comparison-block.tsx'
import styles from './comparison-chart.module.css'
import { comparisonPicture } from './comparison-picture.ts'
import { type ComparisonAxis, type ComparisonRow, markStrength } from './comparison-plot.ts'
import { type ComparisonHeaders, comparisonParts, comparisonTable, comparisonWords } from './comparison-words.ts'

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
  const blocks = useMemo(() => inBlocks(rows), [rows])
  const whole = usePlotInput(rows, axis, selectedId)
  return (
    <ChartCard
      title={title}
      note={props.note}
      alternative={props.alternative}
      fileName={props.fileName}
      className={cx(styles.card, props.className)}
      tools={props.tools}
      legend={
        <Legend
          value={props.valueLegend}
          second={parts.hasSecond ? props.secondLegend : undefined}
          reliability={props.reliabilityLegend}
          flagged={props.flaggedLegend}
        />
      }
      table={() => comparisonTable(rows, parts, headers, words, t, format)}
      picture={() => {
        const width = body.current?.querySelector('canvas')?.clientWidth ?? 0
        return width === 0 ? null : comparisonPicture({ title, input: whole, width, figure: words.figure })
      }}
    >
      <section
        className={cx(styles.chart, !parts.hasUnit && styles.noUnit)}
        ref={body}
        onKeyDown={moveAlong}
        aria-label={headers.name}
      >
        <Heading axis={axis} headers={headers} hasUnit={parts.hasUnit} />
        {blocks.map((block) => (
          <Block
            key={block[0]?.id}
            rows={block}
            axis={axis}
            words={words}
            hasUnit={parts.hasUnit}
            selectedId={selectedId}
            onSelect={onSelect}
          />
        ))}
        <Scale axis={axis} />
      </section>
    </ChartCard>
  )
}

const inBlocks = (rows: readonly ComparisonRow[]): readonly (readonly ComparisonRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / rowsInBlock) }, (_, place) =>
    rows.slice(place * rowsInBlock, (place + 1) * rowsInBlock),
  )

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
