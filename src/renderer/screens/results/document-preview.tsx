import { ActionIcon, Menu } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconDots, IconFileText } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CallInput, CallOutput } from '#contract/contracts.ts'
import type { ReportFormat, ReportKind } from '#contract/reports.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './results.module.css'

const formatTexts = {
  pdf: 'results.formatPdf',
  docx: 'results.formatDocx',
  xlsx: 'results.formatXlsx',
  csv: 'results.formatCsv',
  html: 'results.formatHtml',
  json: 'results.formatJson',
} as const satisfies Record<ReportFormat, string>

/** Formats with a button of their own; the rest stand in the menu. */
const plain: readonly ReportFormat[] = ['xlsx', 'pdf', 'docx']

/** Documents printed on a lying page. */
const lyingPages: ReadonlySet<ReportKind> = new Set(['recap', 'ledger', 'ratings'])

interface DocumentPreviewProps {
  readonly subject: Pick<CallInput<'reports.preview'>, 'periodId' | 'meetingId'>
  readonly document: CallOutput<'reports.list'>['documents'][number] | undefined
  readonly onExport: (format: ReportFormat) => void
}

/** The page as it will be printed, in a frame without scripts, and the formats it can be saved in. */
export function DocumentPreview({ subject, document, onExport }: DocumentPreviewProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  if (document === undefined || document.state === 'waiting') {
    return (
      <section className={styles.preview}>
        <EmptyState icon={IconFileText} title={t('results.emptyTitle')}>
          {t('results.emptyText')}
        </EmptyState>
      </section>
    )
  }
  const name = t(`results.${document.kind}`)
  const buttons = plain.filter((format) => document.formats.includes(format))
  const others = document.formats.filter((format) => !plain.includes(format))
  return (
    <section className={styles.preview} aria-label={t('results.preview', { document: name })}>
      <header className={styles.previewHead}>
        <b>{name}</b>
        <span className={styles.note}>{t('results.sameAsPrint', { paper: workspace.agency.paper })}</span>
        <span className={styles.grow} />
        {buttons.map((format) => (
          <Action key={format} size="small" onClick={() => onExport(format)}>
            {t('results.exportAs', { format: t(formatTexts[format]) })}
          </Action>
        ))}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('results.moreFormats')}>
              <IconDots size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((format) => (
              <Menu.Item key={format} onClick={() => onExport(format)}>
                {t('results.exportAs', { format: t(formatTexts[format]) })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </header>
      <Page
        subject={subject}
        kind={document.kind}
        wide={lyingPages.has(document.kind)}
        title={t('results.preview', { document: name })}
      />
    </section>
  )
}

interface PageProps {
  readonly subject: DocumentPreviewProps['subject']
  readonly kind: CallInput<'reports.preview'>['kind']
  readonly wide: boolean
  readonly title: string
}

function Page({ subject, kind, wide, title }: PageProps) {
  const preview = useCall('reports.preview', { ...subject, kind }, { keepPrevious: true })
  const html = preview.data?.html
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (html === undefined) return
    let current = true
    void shell()
      .showPreview(html)
      .then((url) => {
        if (current) setAddress(url)
      })
    return () => {
      current = false
    }
  }, [html])
  return (
    <QueryView query={preview} lines={12}>
      {() => (address === null ? null : <FittedFrame address={address} title={title} wide={wide} />)}
    </QueryView>
  )
}

/** Width of a page on the screen with the desk around it, in pixels: A4 or F4 upright, or lying. */
const pageWidths = { upright: 880, lying: 1300 }

/** Shows the whole width of the page, made smaller where the pane is narrower. */
function FittedFrame({
  address,
  title,
  wide,
}: {
  readonly address: string
  readonly title: string
  readonly wide: boolean
}) {
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const scale = width === 0 ? 1 : Math.min(1, width / (wide ? pageWidths.lying : pageWidths.upright))
  const size = { width: width / scale, height: height / scale, transform: `scale(${scale})` }
  return (
    <div className={styles.desk} ref={ref}>
      <iframe className={styles.page} style={size} src={address} title={title} sandbox="" />
    </div>
  )
}
