import { type ReactNode, useId } from 'react'
import styles from './dossier.module.css'

export interface DossierSectionProps {
  readonly title: string
  /** At the right of the title: a legend, a count, a link. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** One part of the dossier under its heading. */
export function DossierSection({ title, aside, children }: DossierSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  )
}
