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
  plotData,
  plotHeight,
  plotOptions,
  plotPlugin,
} from './comparison-plot.ts'

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
  readonly fileName: string
  readonly className?: string | undefined
}

/** One row per supervisor: name, unit, mark with interval, value, n. Rows are buttons, so every point has keyboard focus. */
export function ComparisonChart(props: ComparisonChartProps) {
  const { title, rows, axis, selectedId = null, onSelect } = props
  const t = useT()
  const format = useFormat()
  const { theme, tokens } = useChartTokens()
  const body = useRef<HTMLElement>(null)
  const hasUnit = rows.some((row) => row.unit !== undefined)
  const hasSecond = rows.some((row) => row.second !== undefined && row.second !== null)
  const decimals = axis.decimals === undefined ? 1 : Math.max(1, axis.decimals)
  const words = (value: number): string =>
    axis.signed === true ? format.signed(value, decimals) : format.number(value, decimals)
  const insufficient = t('ui.comparisonInsufficient')
  const figure = (row: ComparisonRow): string => (row.value === null ? t('ui.notEnough') : words(row.value))
  const input = useMemo(
    () => ({ rows, axis, selectedId, tokens, format, insufficient }),
    [rows, axis, selectedId, tokens, format, insufficient],
  )
  const data = useMemo(() => plotData(input), [input])
  const options = useMemo(() => plotOptions(input), [input])
  const plugins = useLivePlugins(input, plotPlugin)
  const valueHeader = props.valueHeader ?? t('ui.comparisonValue')
  const nameHeader = props.nameHeader ?? t('ui.comparisonName')
  const spoken = (row: ComparisonRow): string =>
    [
      row.name,
      row.unit,
      `${valueHeader} ${figure(row)}`,
      row.value === null || row.low === undefined || row.high === undefined
        ? undefined
        : `${t('ui.comparisonRange')} ${words(row.low)} – ${words(row.high)}`,
      row.second === undefined || row.second === null ? undefined : `${props.secondLegend ?? ''} ${words(row.second)}`,
      `n ${format.number(row.n)}`,
    ]
      .filter((part) => part !== undefined)
      .join(', ')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, now + step))]?.focus()
    event.preventDefault()
  }
  const columns = [
    { header: nameHeader },
    ...(hasUnit ? [{ header: t('ui.comparisonUnit') }] : []),
    { header: valueHeader, align: 'right' as const },
    { header: t('ui.comparisonRange'), align: 'right' as const },
    ...(hasSecond ? [{ header: props.secondLegend ?? '', align: 'right' as const }] : []),
    { header: t('ui.comparisonCount'), align: 'right' as const },
  ]
  const range = (row: ComparisonRow): string =>
    row.low === undefined || row.high === undefined || row.value === null
      ? t('ui.notEnough')
      : `${words(row.low)} – ${words(row.high)}`
  return (
    <ChartCard
      title={title}
      note={props.note}
      alternative={props.alternative}
      fileName={props.fileName}
      className={props.className}
      table={{
        columns,
        rows: rows.map((row) => ({
          id: row.id,
          cells: [
            row.name,
            ...(hasUnit ? [row.unit ?? ''] : []),
            row.value,
            range(row),
            ...(hasSecond ? [row.second ?? null] : []),
            row.n,
          ],
          words: [
            row.name,
            ...(hasUnit ? [row.unit ?? ''] : []),
            figure(row),
            range(row),
            ...(hasSecond
              ? [row.second === undefined || row.second === null ? t('ui.notEnough') : words(row.second)]
              : []),
            format.number(row.n),
          ],
        })),
      }}
      picture={() => {
        const plot = body.current?.querySelector('canvas') ?? null
        return plot === null ? null : comparisonPicture({ title, plot, rows, figure })
      }}
    >
      <section
        className={cx(styles.chart, !hasUnit && styles.noUnit)}
        ref={body}
        onKeyDown={onKeyDown}
        aria-label={nameHeader}
      >
        <div className={cx(styles.line, styles.heading)} aria-hidden="true">
          <span className={styles.name}>{nameHeader}</span>
          {hasUnit ? <span>{t('ui.comparisonUnit')}</span> : null}
          <span className={styles.ends}>
            <span>{axis.lowLabel}</span>
            {axis.line === undefined ? null : (
              <span style={{ left: `${((axis.line.at - axis.min) / (axis.max - axis.min)) * 100}%` }}>
                {axis.line.label}
              </span>
            )}
            <span>{axis.highLabel}</span>
          </span>
          <span className={styles.figure}>{valueHeader}</span>
          <span className={styles.figure}>{t('ui.comparisonCount')}</span>
        </div>
        {rows.map((row) => (
          <button
            key={row.id}
            type="button"
            className={cx(styles.line, styles.row)}
            aria-label={spoken(row)}
            aria-pressed={row.id === selectedId}
            onClick={() => onSelect?.(row.id)}
          >
            <span className={cx(styles.name, row.flagged === true && styles.flagged)}>{row.name}</span>
            {hasUnit ? <span className={styles.unit}>{row.unit}</span> : null}
            <span />
            <span
              className={cx(styles.figure, row.flagged === true && styles.flagged, row.value === null && styles.weak)}
            >
              {row.value === null ? null : figure(row)}
            </span>
            <span className={styles.figure}>{format.number(row.n)}</span>
          </button>
        ))}
        <div className={styles.axis} />
        <div className={cx(styles.line, styles.overlay)} aria-hidden="true">
          <div className={styles.plot} style={{ height: plotHeight(rows.length) }}>
            {canDraw() ? <Scatter key={theme} data={data} options={options} plugins={plugins} /> : null}
          </div>
        </div>
        <Legend value={props.valueLegend} second={hasSecond ? props.secondLegend : undefined} />
      </section>
    </ChartCard>
  )
}

function Legend({ value, second }: { readonly value: string | undefined; readonly second: string | undefined }) {
  if (value === undefined && second === undefined) return null
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
    </div>
  )
}
