import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './hint.module.css'

export interface HintProps {
  readonly children: ReactNode
  /** A line of its own under the words it belongs to. */
  readonly below?: boolean
  /** Read out when it changes: a preview of what a form would do. */
  readonly live?: boolean
}

/** Small quiet words beside or under what they explain. */
export function Hint({ children, below = false, live = false }: HintProps) {
  return (
    <span className={cx(styles.hint, below && styles.below)} role={live ? 'status' : undefined}>
      {children}
    </span>
  )
}
