import { useElementSize } from '@mantine/hooks'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './sparkline.module.css'

export interface SparkPoint {
  readonly label: string
  /** Null: no value in that period; the line has a gap there. */
  readonly value: number | null
}

export interface SparklineProps {
  readonly points: readonly SparkPoint[]
  readonly decimals?: number
}

/** Width before the first measure, and where nothing can be measured. */
const usualWidth = 360
const top = 22
const bottom = 44

/** A value over periods, oldest first, the last one in accent; every point carries its number. */
export function Sparkline({ points, decimals = 1 }: SparklineProps) {
  const t = useT()
  const format = useFormat()
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = measured > 0 ? measured : usualWidth
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]))
  const low = Math.min(...known)
  const span = Math.max(1, Math.max(...known) - low)
  const x = (index: number): number =>
    points.length < 2 ? width / 2 : 24 + (index * (width - 48)) / (points.length - 1)
  const y = (value: number): number => bottom - ((value - low) / span) * (bottom - top)
  const spoken = points
    .map((point) => `${point.label} ${point.value === null ? t('ui.notEnough') : format.number(point.value, decimals)}`)
    .join('; ')
  const placed = points.map((point, index) => ({ ...point, x: x(index), isLast: index === points.length - 1 }))
  const segments = placed.slice(1).flatMap((point, index) => {
    const before = placed[index]
    if (before === undefined || before.value === null || point.value === null) return []
    return [{ key: point.label + String(index), d: `M${before.x} ${y(before.value)}L${point.x} ${y(point.value)}` }]
  })
  return (
    <div ref={ref}>
      <svg
        className={styles.line}
        height="64"
        viewBox={`0 0 ${width} 64`}
        role="img"
        aria-label={t('ui.sparkline', { points: spoken })}
      >
        {segments.map((segment) => (
          <path key={segment.key} className={styles.path} d={segment.d} />
        ))}
        {placed.map((point) => (
          <g key={`${point.label}${point.x}`}>
            {point.value === null ? null : (
              <>
                <circle
                  className={point.isLast ? styles.last : styles.dot}
                  cx={point.x}
                  cy={y(point.value)}
                  r={point.isLast ? 4 : 2.5}
                />
                <text
                  className={point.isLast ? styles.now : undefined}
                  x={point.x}
                  y={y(point.value) - 9}
                  textAnchor="middle"
                >
                  {format.number(point.value, decimals)}
                </text>
              </>
            )}
            <text className={styles.axis} x={point.x} y="62" textAnchor="middle">
              {point.label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
