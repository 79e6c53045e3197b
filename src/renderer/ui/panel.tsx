import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './panel.module.css'

export interface PanelProps {
  readonly title: string
  /** Small words beside the title. */
  readonly note?: ReactNode
  /** At the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** No padding: for tables and lists that touch the frame. */
  readonly flush?: boolean
  /** The content scrolls inside the panel. */
  readonly scroll?: boolean
  readonly className?: string | undefined
}

/** A framed part of a screen with its heading. */
export function Panel({ title, note, actions, children, flush = false, scroll = false, className }: PanelProps) {
  const id = useId()
  return (
    <section className={cx(styles.panel, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        <span className={styles.grow} />
        {actions}
      </header>
      <div className={cx(styles.body, flush && styles.flush, scroll && styles.scroll)}>{children}</div>
    </section>
  )
}

/** A ruled part of a dossier or side panel. */
export function PanelSection({ title, note, children }: Pick<PanelProps, 'title' | 'note' | 'children'>) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </header>
      {children}
    </section>
  )
}
