import { IconArrowRight, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './three-words.module.css'

/** A column: its heading, and paragraphs. */
export interface ThreeWordsColumn {
  readonly title: string
  readonly words: ReactNode
}

export interface ThreeWordsProps {
  readonly known: ThreeWordsColumn
  readonly unknown: ThreeWordsColumn
  readonly todo: ThreeWordsColumn
}

/** Words before every chart: what is known, what cannot be known, what to do. */
export function ThreeWords({ known, unknown, todo }: ThreeWordsProps) {
  return (
    <div className={styles.words}>
      <section>
        <h2>
          <IconCircleCheck className={styles.known} size={16} stroke={1.8} aria-hidden />
          {known.title}
        </h2>
        {known.words}
      </section>
      <section>
        <h2>
          <IconHelpCircle size={16} stroke={1.8} aria-hidden />
          {unknown.title}
        </h2>
        {unknown.words}
      </section>
      <section>
        <h2>
          <IconArrowRight size={16} stroke={1.8} aria-hidden />
          {todo.title}
        </h2>
        {todo.words}
      </section>
    </div>
  )
}
