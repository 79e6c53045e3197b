import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import styles from './bar-against-target.module.css'
import { cx } from './cx.ts'

/** Where the target's tick stands on the track, so that achievement up to 120 % fits: 100/120. */
const targetPosition = 100 / 120

export interface TargetTrackProps {
  /** Achievement as a share of the target: 1 = reached, 0.93 = 93 %. Shown from 0 to 1.2. */
  readonly share: number
  /** Below target: amber (the value's words say it too). */
  readonly low?: boolean
  /** No target: a bar from 0 to 1 without a tick. */
  readonly noTarget?: boolean
  /** What a screen reader says. */
  readonly label: string
}

/** The track alone: bar and tick, for table cells. */
export function TargetTrack({ share, low = false, noTarget = false, label }: TargetTrackProps) {
  const scale = noTarget ? 1 : targetPosition
  const width = Math.min(1, Math.max(0, share) * scale)
  return (
    <span className={styles.bare} role="img" aria-label={label}>
      <span className={cx(styles.fill, low && styles.low)} style={{ width: `${width * 100}%` }} />
      {noTarget ? null : <span className={styles.tick} style={{ left: `${targetPosition * 100}%` }} />}
    </span>
  )
}

export interface BarAgainstTargetProps {
  readonly label: string
  /** The realisation in its own words: "84%", "22 jam". */
  readonly value: string
  /** The target in its own words: "90%", "80 – 90%". Null: none was set. */
  readonly target: string | null
  /** Share of the target reached, or null when the words have no number (then no bar, only the words). */
  readonly share: number | null
  readonly low?: boolean
  /** `row`: label, bar and value on one line (meeting room); default: bar under the words (dossier). */
  readonly layout?: 'stacked' | 'row'
  readonly trailing?: ReactNode
}

/** One indicator: words, realisation and a bar against the target's tick. */
export function BarAgainstTarget({
  label,
  value,
  target,
  share,
  low = false,
  layout = 'stacked',
  trailing,
}: BarAgainstTargetProps) {
  const t = useT()
  const spoken = target === null ? t('ui.barNoTarget', { value }) : t('ui.barOf', { value, target })
  const [before, after] = split(spoken, value)
  return (
    <div className={cx(styles.bar, layout === 'row' && styles.row)}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {before}
        <b>{value}</b>
        {after}
        {trailing}
      </span>
      {share === null ? null : (
        <span className={styles.track} aria-hidden="true">
          <span
            className={cx(styles.fill, low && styles.low)}
            style={{ width: `${Math.min(1, Math.max(0, share) * targetPosition) * 100}%` }}
          />
          {target === null ? null : <span className={styles.tick} style={{ left: `${targetPosition * 100}%` }} />}
        </span>
      )}
    </div>
  )
}

function split(sentence: string, part: string): readonly [string, string] {
  const at = sentence.indexOf(part)
  return at < 0 ? ['', ` ${sentence}`] : [sentence.slice(0, at), sentence.slice(at + part.length)]
}
