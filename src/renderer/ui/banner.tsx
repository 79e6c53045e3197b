import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './tone.module.css'
import { type Tone, toneIcon } from './tone.ts'

export interface BannerProps {
  readonly tone: Exclude<Tone, 'neutral' | 'accent'>
  /** First words in bold: what happened. */
  readonly title?: string
  /** The rest: what stayed safe, what to do. */
  readonly children?: ReactNode
  readonly icon?: TablerIcon
  /** A button or link at the right. */
  readonly action?: ReactNode
}

/** A sentence the reader should not miss. Refusals are announced at once, the rest politely. */
export function Banner({ tone, title, children, icon, action }: BannerProps) {
  const Icon = icon ?? toneIcon[tone]
  return (
    <div className={cx(styles.banner, styles[tone])} role={tone === 'refused' ? 'alert' : 'status'}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <div className={styles.bannerText}>
        {title === undefined ? null : <b>{title}</b>} {children}
      </div>
      {action === undefined ? null : <div className={styles.bannerAction}>{action}</div>}
    </div>
  )
}
