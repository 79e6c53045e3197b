import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import type { ImportRow, ImportSheet } from '#contract/import.ts'
import { fieldNames, skipSentences } from '#contract/import-names.ts'
import { importWord } from '#contract/import-words.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { read } from '#renderer/ipc/client.ts'
import { callKey } from '#renderer/ipc/hooks.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './import.module.css'

type Filter = CallInput<'import.rows'>['filter']

interface PreviewTableProps {
  readonly previewId: string
  readonly sheet: ImportSheet
  readonly filter: Filter
  /** Row to bring into view, by its number; a new object for each wish. */
  readonly wanted: { readonly row: number } | null
}

const page = 100
const rowHeight = 32
const beyond = 10

/** The sheet as the office wrote it, with what each cell means and where it does not fit. Only rows in view are drawn. */
export function PreviewTable({ previewId, sheet, filter, wanted }: PreviewTableProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ from: 0, to: 40 })
  const look = useCallback((): void => {
    const element = box.current
    if (element === null) return
    const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyond)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond
    setView((now) => (now.from === from && now.to === to ? now : { from, to }))
  }, [])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])
  const { rows, total, pending } = useRows({ previewId, sheetKey: sheet.key, filter }, view.from, view.to)
  const header = sheet.headerRow ?? 0
  useEffect(() => {
    if (wanted === null || box.current === null) return
    box.current.scrollTop = Math.max(0, (wanted.row - header - 4) * rowHeight)
  }, [wanted, header])
  const columns = sheet.columns
  const to = Math.min(view.to, total)
  const from = Math.min(view.from, to)
  return (
    <section
      className={styles.table}
      ref={box}
      onScroll={look}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by the keyboard.
      tabIndex={0}
      aria-label={t('imports.tableLabel', { sheet: sheet.name })}
    >
      <table aria-rowcount={total + 1}>
        <TableHead columns={columns} />
        <tbody>
          {from > 0 ? <tr aria-hidden style={{ height: from * rowHeight }} /> : null}
          {Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).map((position) => (
            <TableRow
              key={position}
              row={rows.get(position)}
              position={position}
              width={columns.length}
              current={wanted !== null && rows.get(position)?.number === wanted.row}
            />
          ))}
          {to < total ? <tr aria-hidden style={{ height: (total - to) * rowHeight }} /> : null}
        </tbody>
      </table>
      {total === 0 && !pending ? <p className={styles.noRows}>{t('imports.emptyFilter')}</p> : null}
    </section>
  )
}

function TableHead({ columns }: { readonly columns: ImportSheet['columns'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.rowNumber}>
          {t('imports.rowHeader')}
        </th>
        {columns.map((column) => (
          <th scope="col" key={column.index}>
            <span className={styles.source}>{column.heading === '' ? column.letter : column.heading}</span>
            <span
              className={cx(styles.meaning, (column.field === null || column.field === 'ignored') && styles.unused)}
            >
              {column.field === null || column.field === 'ignored'
                ? t('imports.columnUnused')
                : fieldNames[column.field][locale]}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface TableRowProps {
  readonly row: ImportRow | undefined
  readonly position: number
  readonly width: number
  readonly current: boolean
}

function TableRow({ row, position, width, current }: TableRowProps) {
  const locale = useLocale()
  const state = useStateWords()
  const mark = useMarkWords()
  if (row === undefined) {
    return (
      <tr aria-hidden style={{ height: rowHeight }}>
        <td colSpan={width + 1} />
      </tr>
    )
  }
  return (
    <tr aria-rowindex={position + 2} className={cx(current && styles.currentRow, styles[`row-${row.state}`])}>
      <th scope="row" className={styles.rowNumber} title={state(row)}>
        {row.number}
      </th>
      {row.cells.map((cell, index) => {
        const words = cell.mark === null ? null : mark(cell.mark, importWord(cell.old ?? '', locale))
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other name.
            key={index}
            className={cx(cell.mark !== null && styles[`cell-${cell.mark}`])}
            title={words === null ? cell.text : `${cell.text} (${words})`}
          >
            {cell.text}
            {words === null || cell.mark === 'info' ? null : <span className={styles.unseen}> ({words})</span>}
          </td>
        )
      })}
    </tr>
  )
}

function useStateWords(): (row: ImportRow) => string {
  const t = useT()
  const locale = useLocale()
  return (row) => {
    const why = row.skipped === null ? '' : skipSentences[row.skipped][locale]
    const words = {
      new: t('imports.stateNew'),
      changed: t('imports.stateChanged'),
      unchanged: t('imports.stateUnchanged'),
      skipped: t('imports.stateSkipped', { why }),
      open: t('imports.stateOpen'),
      refused: t('imports.stateRefused'),
      aside: t('imports.stateAside'),
    }
    return words[row.state]
  }
}

function useMarkWords(): (mark: NonNullable<ImportRow['cells'][number]['mark']>, old: string) => string {
  const t = useT()
  return (mark, old) =>
    ({
      new: t('imports.markNew'),
      changed: t('imports.markChanged', { old }),
      info: t('imports.markInfo'),
      warning: t('imports.markWarning'),
      open: t('imports.markOpen'),
      refused: t('imports.markRefused'),
    })[mark]
}

/** Rows by position, fetched in pages as they come into view. */
function useRows(what: { previewId: string; sheetKey: string; filter: Filter }, from: number, to: number) {
  const first = Math.floor(from / page)
  const last = Math.max(first, Math.floor(Math.max(from, to - 1) / page))
  const pages = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  const answers = useQueries({
    queries: pages.map((number) => {
      const input = { ...what, from: number * page, count: page }
      return { queryKey: callKey('import.rows', input), queryFn: () => read('import.rows', input) }
    }),
  })
  const name = `${what.previewId}:${what.sheetKey}:${what.filter}`
  const [known, setKnown] = useState({ name, total: 0 })
  const found = answers.find((answer) => answer.data !== undefined)?.data?.total
  // The height stays while further pages are on their way, so that scrolling never jumps.
  const total = found ?? (known.name === name ? known.total : 0)
  useEffect(() => setKnown({ name, total }), [name, total])
  const rows = new Map<number, ImportRow>()
  answers.forEach((answer, offset) => {
    const start = (pages[offset] ?? 0) * page
    answer.data?.rows.forEach((row, index) => {
      rows.set(start + index, row)
    })
  })
  return { rows, total, pending: answers.some((answer) => answer.isPending) }
}
