import { Button, Menu } from '@mantine/core'
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { errorSentence } from '#contract/error-sentences.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import styles from './chart-card.module.css'
import { savePicture, saveTable, toCsv } from './save-file.ts'

export interface ChartTableColumn {
  readonly header: string
  readonly align?: 'left' | 'right'
}

/** The same figures as the chart. Numbers stay numbers for the CSV; `words` is how a cell reads on the screen. */
export interface ChartTable {
  readonly columns: readonly ChartTableColumn[]
  readonly rows: readonly {
    readonly id: string
    readonly cells: readonly (string | number | null)[]
    readonly words: readonly string[]
  }[]
}

export interface ChartCardProps {
  /** The finding, not the name of the chart. */
  readonly title: string
  /** Unit and reading help: "Selisih dalam poin (skala 0–100), rentang 90%." */
  readonly note?: ReactNode
  /** The chart in one or two sentences, for those who do not see it. */
  readonly alternative: string
  /** Asked for when it is shown or saved. */
  readonly table: () => ChartTable
  /** File name without ending for PNG and CSV. */
  readonly fileName: string
  /** Draws the whole picture for PNG; default: the canvas inside the card. */
  readonly picture?: () => HTMLCanvasElement | null
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** Meaning of the marks, under the chart while the chart is shown. */
  readonly legend?: ReactNode
  /** Choices that belong to this chart, before its table and its saving. */
  readonly tools?: ReactNode
  readonly className?: string | undefined
}

/** The canvas of a chart on the surface colour, with the finding above it. */
function withTitle(source: HTMLCanvasElement, title: string): HTMLCanvasElement {
  const scale = source.clientWidth > 0 ? source.width / source.clientWidth : 1
  const target = document.createElement('canvas')
  target.width = source.width
  target.height = source.height + 40 * scale
  const context = target.getContext('2d')
  if (context === null) return source
  const style = getComputedStyle(document.documentElement)
  context.fillStyle = style.getPropertyValue('--surface')
  context.fillRect(0, 0, target.width, target.height)
  context.fillStyle = style.getPropertyValue('--text')
  context.font = `600 ${14 * scale}px ${style.getPropertyValue('--font')}`
  context.fillText(title, 8 * scale, 24 * scale)
  context.drawImage(source, 0, 40 * scale)
  return target
}

/** A chart with its finding as title, its table twin, and both to save. */
export function ChartCard(props: ChartCardProps) {
  const { title, note, alternative, table, fileName, picture, children, footer, legend, tools, className } = props
  const t = useT()
  const locale = useLocale()
  const [asTable, setAsTable] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const saved = (path: string | null): void => {
    if (path === null) return
    notify(t('ui.chartSaved'), { action: { label: t('ui.chartShow'), run: () => void shell().showExported(path) } })
  }
  const notSaved = (): void => notify(errorSentence('E-EXPORT-PATH', { path: fileName }, locale), { tone: 'refused' })
  const onSaveTable = (): void => {
    const { columns, rows } = table()
    const csv = toCsv([columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)], locale)
    saveTable(t('ui.chartCsv'), csv, `${fileName}.csv`).then(saved, notSaved)
  }
  const onSavePicture = (): void => {
    const canvas = picture?.() ?? body.current?.querySelector('canvas') ?? null
    if (canvas === null) return
    const framed = picture === undefined ? withTitle(canvas, title) : canvas
    savePicture(t('ui.chartPng'), framed, `${fileName}.png`).then(saved, notSaved)
  }
  return (
    <Panel
      title={title}
      note={note}
      heading="block"
      actions={
        <>
          {tools}
          <Button
            variant="default"
            size="xs"
            leftSection={asTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('ui.chartChart') : t('ui.chartTable')}
          </Button>
          <SaveMenu onSavePicture={onSavePicture} onSaveTable={onSaveTable} asTable={asTable} />
        </>
      }
      footer={
        <>
          {asTable ? null : legend}
          {footer}
        </>
      }
      scroll={asTable}
      scrollsByKey={asTable}
      className={className}
      bodyRef={body}
    >
      {asTable ? (
        <TwinTable table={table()} title={title} />
      ) : (
        <>
          <p className="visually-hidden">{alternative}</p>
          {children}
        </>
      )}
    </Panel>
  )
}

interface SaveMenuProps {
  readonly onSavePicture: () => void
  readonly onSaveTable: () => void
  readonly asTable: boolean
}

function SaveMenu({ onSavePicture, onSaveTable, asTable }: SaveMenuProps) {
  const t = useT()
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" aria-label={t('ui.chartMenu')}>
          <IconDownload size={14} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onSavePicture} disabled={asTable}>
          {t('ui.chartPng')}
        </Menu.Item>
        <Menu.Item onClick={onSaveTable}>{t('ui.chartCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function TwinTable({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  const alignment = (index: number): string | undefined =>
    table.columns[index]?.align === 'right' ? styles.right : undefined
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={column.header} scope="col" className={alignment(index)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id}>
            {row.words.map((words, index) => (
              <td key={table.columns[index]?.header ?? index} className={alignment(index)}>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
