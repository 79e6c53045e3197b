import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './screen-layout.module.css'

export interface ScreenLayoutProps {
  /** Says where one is; the page's h1. */
  readonly title: string
  /** Tags directly after the title. */
  readonly badges?: ReactNode
  /** Buttons at the right, primary last but one, "more" last. */
  readonly actions?: ReactNode
  /** One line: what this is about, with the filter as a sentence. */
  readonly sentence?: ReactNode
  /** At the right of the line: a legend, a link. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** Padding and page scroll for panels; without it the content (grid + side panel) fills the height edge to edge. */
  readonly padded?: boolean
}

/** The frame every screen stands in: title 56, one line, then content that fills the height. */
export function ScreenLayout({ title, badges, actions, sentence, aside, children, padded = false }: ScreenLayoutProps) {
  // A page that scrolls must be reachable by key even where nothing in it takes the focus.
  const scrolls = padded ? { tabIndex: 0, role: 'region', 'aria-label': title } : {}
  const hasLine = sentence !== undefined || aside !== undefined
  return (
    <div className={styles.screen}>
      <header className={cx(styles.head, !hasLine && styles.bare)}>
        <h1>{title}</h1>
        <div className={styles.badges}>{badges}</div>
        <span className={styles.grow} />
        <div className={styles.actions}>{actions}</div>
      </header>
      {hasLine ? (
        <div className={styles.line}>
          <div className={styles.sentence}>{sentence}</div>
          {aside}
        </div>
      ) : null}
      <div className={cx(styles.body, padded && styles.padded)} {...scrolls}>
        {children}
      </div>
    </div>
  )
}

export interface ScreenPageProps {
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Panels that scroll together beside a side panel, with the padding a page of panels has. */
export function ScreenPage({ children, className }: ScreenPageProps) {
  return <div className={cx(styles.page, className)}>{children}</div>
}
