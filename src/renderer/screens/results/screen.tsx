import { IconDownload, IconFileCheck, IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReportKind } from '#contract/reports.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { useGo, usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { ApproveResults } from './approve-results.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { DocumentTable } from './document-table.tsx'
import { MeetingPicker } from './meeting-picker.tsx'
import { MinutesNumber } from './minutes-number.tsx'
import styles from './results.module.css'
import { useExports } from './use-exports.ts'

/** Documents of the period's meeting: what each still lacks, the very page that is printed, and the way out of the laptop. */
export function Screen() {
  const t = useT()
  const { period } = useWorkspace()
  if (period === null) {
    return (
      <EmptyState icon={IconFileCheck} title={t('common.periodNone')}>
        {t('results.emptyText')}
      </EmptyState>
    )
  }
  return <Results periodId={period.id} periodName={period.name} />
}

type PeriodId = NonNullable<ReturnType<typeof useWorkspace>['period']>['id']

function Results({ periodId, periodName }: { readonly periodId: PeriodId; readonly periodName: string }) {
  const t = useT()
  const go = useGo()
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const meetings = useCall('meetings.list', { periodId })
  const meeting = meetings.data?.find((one) => one.id === search.meeting) ?? meetings.data?.[0] ?? null
  const list = useCall('reports.list', { periodId, meetingId: meeting?.id ?? null }, { enabled: meetings.isSuccess })
  const [kind, setKind] = useState<ReportKind>('minutes')
  const duty = useDutyReason('reports.export')
  const documents = list.data?.documents ?? []
  const chosen = documents.find((document) => document.kind === kind)
  const subject = { periodId, meetingId: meeting?.id ?? null }
  const exports = useExports(subject, periodName)

  useStatusBar([
    { id: 'documents', text: t('results.statusDocuments', { count: documents.length }) },
    { id: 'ready', text: t('results.statusReady', { count: documents.filter((one) => one.state === 'ready').length }) },
    {
      id: 'waiting',
      text: t('results.statusWaiting', { count: documents.filter((one) => one.state === 'waiting').length }),
    },
  ])

  return (
    <ScreenLayout
      title={t('results.title')}
      sentence={<Sentence meeting={meeting} periodName={periodName} />}
      aside={
        meetings.data !== undefined && meetings.data.length > 1 ? (
          <MeetingPicker
            meetings={meetings.data}
            value={meeting?.id ?? null}
            onChange={(id) => setSearch({ meeting: id })}
          />
        ) : undefined
      }
      actions={
        <>
          <Action icon={IconGavel} onClick={() => go('meeting')}>
            {t('results.goMeeting')}
          </Action>
          <Action kind="primary" icon={IconDownload} disabledReason={duty} onClick={() => exports.all(documents)}>
            {t('results.exportAll')}
          </Action>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <QueryView query={list}>
            {() => <DocumentTable documents={documents} chosen={kind} onChoose={setKind} />}
          </QueryView>
          <div className={styles.under}>
            {chosen === undefined ? null : <State document={chosen} />}
            {meeting === null ? null : <MinutesNumber key={meeting.id} meeting={meeting} />}
            <ApproveResults periodId={periodId} meeting={meeting} />
            <p className={styles.note}>{t('results.rekey')}</p>
          </div>
        </div>
        <DocumentPreview subject={subject} document={chosen} onExport={(format) => exports.one(kind, format)} />
      </div>
      <ProgressDialog jobId={exports.jobId} title={t('results.exporting')} stepName={() => t('results.steps')} />
    </ScreenLayout>
  )
}

interface SentenceProps {
  readonly meeting: {
    readonly title: string
    readonly state: string
    readonly closedAt: string | null
    readonly cases: number
    readonly decided: number
    readonly consentList: number
  } | null
  readonly periodName: string
}

function Sentence({ meeting, periodName }: SentenceProps) {
  const t = useT()
  const format = useFormat()
  if (meeting === null) return <>{t('results.sentenceNone', { period: periodName })}</>
  if (meeting.state === 'planned') return <>{t('results.sentencePlanned', { meeting: meeting.title })}</>
  if (meeting.closedAt === null) return <>{t('results.sentenceOpen', { meeting: meeting.title })}</>
  const when = format.dateTime(meeting.closedAt)
  return (
    <>
      {t('results.sentenceClosed', {
        meeting: meeting.title,
        when,
        decided: meeting.decided,
        total: meeting.cases + meeting.consentList,
      })}
    </>
  )
}

interface StateProps {
  readonly document: { readonly state: 'ready' | 'draft' | 'waiting'; readonly because: readonly Gap[] }
}

type Gap = 'no-meeting' | 'meeting-open' | 'number-missing' | 'undecided' | 'unrated' | 'no-organisation-result'

function State({ document }: StateProps) {
  const t = useT()
  if (document.because.length === 0) return <Banner tone="confirmed">{t('results.allReady')}</Banner>
  return (
    <Banner tone="attention" title={t('results.becauseTitle')}>
      <ul className={styles.gaps}>
        {document.because.map((gap) => (
          <li key={gap}>{t(`results.because-${gap}`)}</li>
        ))}
      </ul>
    </Banner>
  )
}
