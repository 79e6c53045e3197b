import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './calibration-pages.module.css'

interface DeeperProps {
  /** A table of figures, edge to edge. */
  readonly children: ReactNode
  /** What the figures rest on, a sentence each. */
  readonly assumptions: readonly string[]
}

/** The statistics behind a page, one click deeper, with what they rest on. */
export function Deeper({ children, assumptions }: DeeperProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel
      title={t('calibrationPages.statistics')}
      flush
      actions={
        <TextLink onClick={() => setOpen(!isOpen)} expanded={isOpen}>
          {t(isOpen ? 'calibrationPages.hideStatistics' : 'calibrationPages.showStatistics')}
        </TextLink>
      }
    >
      {isOpen ? (
        <>
          <div className={styles.figures}>{children}</div>
          <Assumptions sentences={assumptions} />
        </>
      ) : null}
    </Panel>
  )
}

export function Assumptions({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.assumptions}>
      {sentences.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

export interface FigureTableProps {
  /** Heading and whether its cells are figures. */
  readonly columns: readonly { readonly header: string; readonly isFigure?: boolean }[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}

/** Figures in words already: the first cell of a row names it. */
export function FigureTable({ columns, rows }: FigureTableProps) {
  const align = (place: number) => (columns[place]?.isFigure === true ? 'right' : undefined)
  return (
    <PlainTable>
      <thead>
        <tr>
          {columns.map(({ header }, place) => (
            <th key={header} scope="col" data-align={align(place)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, place) => (
              <td key={columns[place]?.header ?? place} data-align={align(place)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}
