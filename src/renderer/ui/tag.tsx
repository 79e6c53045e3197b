import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './tone.module.css'
import { type Tone, toneIcon } from './tone.ts'

export interface TagProps {
  readonly tone?: Tone
  /** Tabler icon; each tone has its own when none is given, `neutral` and `accent` have none. */
  readonly icon?: TablerIcon
  readonly children: ReactNode
  readonly title?: string
}

function iconOf(tone: Tone, icon: TablerIcon | undefined): TablerIcon | undefined {
  if (icon !== undefined) return icon
  return tone === 'neutral' || tone === 'accent' ? undefined : toneIcon[tone]
}

/** A framed word with its icon: `<Tag tone="attention" icon={IconClock}>Belum diputuskan</Tag>`. */
export function Tag({ tone = 'neutral', icon, children, title }: TagProps) {
  const Icon = iconOf(tone, icon)
  return (
    <span className={cx(styles.tag, styles[tone])} title={title}>
      {Icon === undefined ? null : <Icon size={14} stroke={1.8} aria-hidden />}
      {children}
    </span>
  )
}

/** The same without frame and ground, for grid cells and lines of text. */
export function State({ tone = 'neutral', icon, children, title }: TagProps) {
  const Icon = iconOf(tone, icon)
  return (
    <span className={cx(styles[tone], styles.state)} title={title}>
      {Icon === undefined ? null : <Icon size={14} stroke={1.8} aria-hidden />}
      {children}
    </span>
  )
}
