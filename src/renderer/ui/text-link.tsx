import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './text-link.module.css'

export interface TextLinkProps {
  readonly children: ReactNode
  readonly onClick: () => void
  /** What a screen reader says where the words alone do not tell where they lead. */
  readonly label?: string
  /** The name a row of a table is known by. */
  readonly strong?: boolean
  /** Whether what the words open stands open, where they open and close something on the spot. */
  readonly expanded?: boolean
}

/** Words of a sentence or a table that lead somewhere. */
export function TextLink({ children, onClick, label, strong = false, expanded }: TextLinkProps) {
  return (
    <button
      type="button"
      className={cx(styles.link, strong && styles.strong)}
      onClick={onClick}
      aria-label={label}
      aria-expanded={expanded}
    >
      {children}
    </button>
  )
}
