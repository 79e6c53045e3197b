import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './plain-table.module.css'

export interface PlainTableProps {
  /** A `TableHead` and `tbody`; cells of figures carry `data-align="right"`. */
  readonly children: ReactNode
  /** A list that scrolls: its head stays in sight, and a row may take several lines. */
  readonly long?: boolean
}

/** A short table to read, from edge to edge of its panel. What is edited or sorted stands in a `DataGrid`. */
export function PlainTable({ children, long = false }: PlainTableProps) {
  return <table className={cx(styles.table, long && styles.long)}>{children}</table>
}

export interface TableColumn {
  readonly name: string
  /** Figures stand at the right. */
  readonly isFigure?: boolean
}

/** The head of a plain table, a name to each column. */
export function TableHead({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, isFigure = false }) => (
          <th key={name} scope="col" data-align={isFigure ? 'right' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
