import { type ReactNode, type Ref, useId } from 'react'
import { cx } from './cx.ts'
import styles from './panel.module.css'

export interface PanelProps {
  readonly title: string
  /** Small words beside the title, or under it where the heading is a block. */
  readonly note?: ReactNode
  /** At the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** `block`: a finding that may take two lines, with its note below. */
  readonly heading?: 'line' | 'block'
  /** Under the content, touching the frame. */
  readonly footer?: ReactNode
  /** No padding: for tables and lists that touch the frame. */
  readonly flush?: boolean
  /** The content scrolls inside the panel. */
  readonly scroll?: boolean
  /** Nothing in the content takes the focus: the scrolling part itself does, so that keys can move it. */
  readonly scrollsByKey?: boolean
  readonly className?: string | undefined
  readonly bodyRef?: Ref<HTMLDivElement>
}

/** A framed part of a screen with its heading. */
export function Panel(props: PanelProps) {
  const { title, note, actions, children, heading = 'line', footer, className, bodyRef } = props
  const { flush = false, scroll = false, scrollsByKey = false } = props
  const id = useId()
  const isBlock = heading === 'block'
  return (
    <section className={cx(styles.panel, isBlock && styles.block, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={id}>{title}</h2>
          {note === undefined ? null : <span className={styles.note}>{note}</span>}
        </div>
        {actions}
      </header>
      <div
        className={cx(styles.body, flush && styles.flush, scroll && styles.scroll)}
        ref={bodyRef}
        {...(scrollsByKey ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
      >
        {children}
      </div>
      {footer}
    </section>
  )
}

/** Quiet words inside a panel without padding: why its table is empty, or what it shows. */
export function PanelWords({ children }: Pick<PanelProps, 'children'>) {
  return <p className={styles.words}>{children}</p>
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
