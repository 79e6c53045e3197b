import type { ReactNode } from 'react'
import styles from './figure-list.module.css'

/** Names at the left, figures at the right. */
export function FigureList({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.figures}>
      {rows.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
    </dl>
  )
}
