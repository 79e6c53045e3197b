import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './ladder.module.css'
import { TextLink } from './text-link.tsx'

export interface LadderRow {
  /** "Penilaian awal", "Usulan kalibrasi", "Panel buta, 2 orang", "Triwulan II". */
  readonly label: string
  readonly value: number
  readonly range?: { readonly low: number; readonly high: number }
  /** `initial`: square; `proposal`: accent with its interval; `other`: neutral dot. */
  readonly kind: 'initial' | 'proposal' | 'other'
  readonly decimals?: number
}

export interface LadderBand {
  readonly label: string
  readonly from: number
  readonly to: number
}

export interface LadderProps {
  readonly rows: readonly LadderRow[]
  /** Bands of the scale, lowest first: below, meets, above. */
  readonly bands: readonly LadderBand[]
  readonly label?: string
}

/** Width before the first measure, and where nothing can be measured. */
const usualWidth = 560
const right = 16
const rowHeight = 34
const bandClasses = ['low', 'mid', 'high'] as const

function interestingPart(rows: readonly LadderRow[]): readonly [number, number] {
  const values = rows.flatMap((row) => [row.value, row.range?.low ?? row.value, row.range?.high ?? row.value])
  const low = Math.max(0, Math.floor((Math.min(...values) - 5) / 10) * 10)
  const high = Math.min(100, Math.ceil((Math.max(...values) + 5) / 10) * 10)
  return [low, Math.max(high, low + 20)]
}

/** One horizontal scale 0–100 with bands, one line per value; a zoom to the interesting part is offered and marked as such. */
export function Ladder({ rows, bands, label }: LadderProps) {
  const t = useT()
  const format = useFormat()
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = measured > 0 ? measured : usualWidth
  const left = width < 460 ? 112 : 148
  const [zoomed, setZoomed] = useState(false)
  const part = interestingPart(rows)
  const [low, high] = zoomed ? part : [0, 100]
  const x = (value: number): number =>
    left + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (width - left - right)
  const height = 24 + rows.length * rowHeight + 22
  const floor = 24 + rows.length * rowHeight
  const words = (row: LadderRow): string => format.number(row.value, row.decimals ?? 2)
  const spoken = rows.map((row) =>
    row.range === undefined
      ? t('ui.ladderPoint', { label: row.label, value: words(row) })
      : t('ui.ladderRange', {
          label: row.label,
          value: words(row),
          low: format.number(row.range.low, 1),
          high: format.number(row.range.high, 1),
        }),
  )
  const ticks = Array.from({ length: 5 }, (_, index) => low + ((high - low) * index) / 4)
  // The last band is often narrow; its name may reach over its neighbour, where there is room.
  const isLast = (index: number): boolean => index === bands.length - 1
  const canZoom = part[0] > 0 || part[1] < 100
  return (
    <div ref={ref}>
      <svg
        className={styles.ladder}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label ?? t('ui.ladder')}. ${spoken.join('; ')}.`}
      >
        {bands.map((band, index) => {
          const from = x(Math.max(band.from, low))
          const size = x(Math.min(band.to, high)) - from
          if (size <= 0) return null
          return (
            <g key={band.label}>
              <rect
                className={styles[bandClasses[Math.min(index, 2)] ?? 'mid']}
                x={from}
                y="20"
                width={size}
                height={floor - 20}
              />
              {index === 0 || from <= left ? null : (
                <line className={styles.edge} x1={from} x2={from} y1="20" y2={floor} />
              )}
              {size < 40 && !isLast(index) ? null : (
                <text
                  className={styles.muted}
                  x={size < 40 ? from + size : from + 4}
                  y="14"
                  textAnchor={size < 40 ? 'end' : 'start'}
                >
                  {band.label}
                </text>
              )}
            </g>
          )
        })}
        {rows.map((row, index) => (
          <LadderLine
            key={row.label}
            row={row}
            y={24 + index * rowHeight + rowHeight / 2}
            x={x}
            left={left}
            words={rowWords(row, words(row), format)}
          />
        ))}
        {ticks.map((tick) => (
          <text key={tick} className={styles.muted} x={x(tick)} y={height - 4} textAnchor="middle">
            {format.number(tick)}
          </text>
        ))}
      </svg>
      {canZoom ? (
        <div className={styles.foot}>
          {zoomed ? <span>{t('ui.ladderZoom', { low, high })}</span> : null}
          <TextLink onClick={() => setZoomed(!zoomed)}>{zoomed ? t('ui.ladderWhole') : t('ui.ladderZoomIn')}</TextLink>
        </div>
      ) : null}
    </div>
  )
}

function rowWords(row: LadderRow, value: string, format: ReturnType<typeof useFormat>): string {
  return row.range === undefined
    ? value
    : `${value} (${format.number(row.range.low, 1)}–${format.number(row.range.high, 1)})`
}

interface LadderLineProps {
  readonly row: LadderRow
  readonly y: number
  readonly x: (value: number) => number
  /** Where the scale begins. */
  readonly left: number
  readonly words: string
}

function LadderLine({ row, y, x, left, words }: LadderLineProps) {
  const at = x(row.value)
  const edge = row.range === undefined ? at : x(row.range.low)
  const crowded = edge - left < words.length * 7 + 12
  const after = (row.range === undefined ? at : x(row.range.high)) + 10
  return (
    <g>
      <text x="0" y={y + 4}>
        {row.label}
      </text>
      {row.range === undefined ? null : (
        <line className={styles[row.kind]} x1={x(row.range.low)} x2={x(row.range.high)} y1={y} y2={y} strokeWidth="3" />
      )}
      {row.kind === 'initial' ? (
        <rect className={styles.initial} x={at - 5} y={y - 5} width="10" height="10" />
      ) : (
        <circle className={styles[row.kind]} cx={at} cy={y} r="5" />
      )}
      <text x={crowded ? after : edge - 10} y={y + 4} textAnchor={crowded ? 'start' : 'end'}>
        {words}
      </text>
    </g>
  )
}
