import { IconArrowLeft, IconCopy, IconFileSearch, IconHistory, IconRefresh } from '@tabler/icons-react'
import { encryptedInspection } from '#contract/inspection-sentences.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, ErrorState } from '#renderer/ui/states.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { useGo, usePlace } from '#renderer/ui/use-place.ts'
import { ChecksPanel } from './checks-panel.tsx'
import styles from './inspect.module.css'
import { PeoplePanel } from './people-panel.tsx'
import { TablesPanel } from './tables-panel.tsx'
import { type Inspection, useInspection } from './use-inspection.ts'

/** A file that cannot be opened: what of it can still be read, its copies, and its bytes to be saved as they are. */
export function Screen() {
  const t = useT()
  const go = useGo()
  const { path } = usePlace().search
  if (path === undefined) {
    return (
      <EmptyState
        icon={IconFileSearch}
        title={t('inspect.nothing')}
        action={<Action onClick={() => go('start')}>{t('inspect.back')}</Action>}
      >
        {t('inspect.nothingText')}
      </EmptyState>
    )
  }
  return <InspectedFile key={path} path={path} />
}

function InspectedFile({ path }: { readonly path: string }) {
  const t = useT()
  const go = useGo()
  const { jobId, inspection, refusal, run } = useInspection(path)
  const name = fileNameOf(path)
  return (
    <ScreenLayout
      padded
      title={t('common.inspect')}
      badges={
        <Tag tone="refused" icon={IconFileSearch}>
          {t('inspect.only')}
        </Tag>
      }
      sentence={<Rich text={t('inspect.sentence', { name })} />}
      aside={inspection === null ? undefined : <Facts inspection={inspection} />}
      actions={
        <>
          <Action kind="quiet" icon={IconArrowLeft} onClick={() => go('start')}>
            {t('inspect.back')}
          </Action>
          <SaveBytes path={path} />
          <Restore path={path} />
        </>
      }
    >
      {refusal === null ? null : refusal.code === 'E-CANCELLED' ? (
        <Banner
          tone="information"
          action={
            <Action size="small" icon={IconRefresh} onClick={run}>
              {t('inspect.again')}
            </Action>
          }
        >
          {t('inspect.cancelled')}
        </Banner>
      ) : (
        <ErrorState error={refusal} onRetry={run} />
      )}
      {inspection === null ? null : <Content inspection={inspection} path={path} />}
      <ProgressDialog jobId={jobId} title={t('inspect.reading')} stepName={() => t('inspect.readingStep')}>
        {t('inspect.readingCancel')}
      </ProgressDialog>
    </ScreenLayout>
  )
}

function Content({ inspection, path }: { readonly inspection: Inspection; readonly path: string }) {
  const t = useT()
  const locale = useLocale()
  const copies = useCall('backups.list', { path })
  return (
    <div className={styles.page}>
      {inspection.stopped ? (
        <Banner tone="refused" title={t('inspect.stopped')}>
          {t('inspect.stoppedText')}
        </Banner>
      ) : null}
      {inspection.encrypted ? <Banner tone="attention">{encryptedInspection[locale]}</Banner> : null}
      {copies.data?.copies.length === 0 ? <Banner tone="information">{t('inspect.noCopies')}</Banner> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <ChecksPanel inspection={inspection} />
          <TablesPanel tables={inspection.tables} />
        </div>
        <PeoplePanel people={inspection.people} found={inspection.peopleFound} />
      </div>
    </div>
  )
}

function Facts({ inspection }: { readonly inspection: Inspection }) {
  const t = useT()
  const format = useFormat()
  const { bytes, agency, lastEntryAt } = inspection
  const facts = [
    t('inspect.size', { size: format.bytes(bytes) }),
    ...(agency === null ? [] : [t('inspect.agency', { name: agency })]),
    ...(lastEntryAt === null || Number.isNaN(Date.parse(lastEntryAt))
      ? []
      : [t('inspect.lastEntry', { when: `${format.shortDate(lastEntryAt)}, ${format.time(lastEntryAt)}` })]),
  ]
  return <span className={styles.facts}>{facts.join(' · ')}</span>
}

/** The newest copy by its moment; the dialog shows all of them and what each would change. */
function Restore({ path }: { readonly path: string }) {
  const t = useT()
  const format = useFormat()
  const [newest] = useCall('backups.list', { path }).data?.copies ?? []
  if (newest === undefined) return null
  return (
    <Action kind="primary" icon={IconHistory} onClick={() => openBackups(path)}>
      {t('inspect.restore', { when: `${format.shortDate(newest.takenAt)}, ${format.time(newest.takenAt)}` })}
    </Action>
  )
}

function SaveBytes({ path }: { readonly path: string }) {
  const t = useT()
  const format = useFormat()
  const { mutate, isPending } = useCommand('inspection.saveCopy', {
    undoable: false,
    success: ({ bytes }) => t('inspect.saved', { size: format.bytes(bytes) }),
  })
  const save = async (): Promise<void> => {
    const stem = fileNameOf(path).replace(/\.timbang$/i, '')
    const target = await shell().saveFileDialog({
      purpose: 'copy',
      title: t('inspect.saveTitle'),
      defaultName: `${t('inspect.copyName', { name: stem })}.timbang`,
      extension: 'timbang',
    })
    if (target !== null) mutate({ path, target })
  }
  return (
    <Action icon={IconCopy} busy={isPending} onClick={() => void save()}>
      {t('inspect.saveBytes')}
    </Action>
  )
}

const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
