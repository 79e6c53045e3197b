import { Select } from '@mantine/core'
import { IconDownload, IconHistory, IconLink, IconShieldCheck } from '@tabler/icons-react'
import { findingSentence } from '#contract/ledger-sentences.ts'
import { trailName } from '#contract/trail-sentences.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { FilterSentence } from '#renderer/ui/filter-sentence.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { Rich } from '#renderer/ui/rich.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { usePlace, useSetSearch } from '#renderer/ui/use-place.ts'
import { EntryPanel } from './entry-panel.tsx'
import { useFindingWords } from './finding-words.ts'
import styles from './trail.module.css'
import { useEntry, useTrail, useUndone } from './trail-entries.ts'
import { TrailList } from './trail-list.tsx'
import { type CheckResult, useFileCheck } from './use-file-check.ts'
import { VerifyPanel, verifyStep } from './verify-panel.tsx'

/** Every change of the file with its time, author and reason; nothing here can be deleted. */
export function Screen() {
  const t = useT()
  const { search } = usePlace()
  const setSearch = useSetSearch()
  const command = search.command ?? null
  const chosen = search.entry === undefined ? null : Number(search.entry)
  const list = useTrail(command)
  const pages = list.data ?? []
  const entries = pages.flatMap((page) => page.entries)
  const total = pages[0]?.total ?? 0
  const undone = useUndone()
  const entry = useEntry(chosen, entries)
  const check = useFileCheck()
  const exportList = useExportTrail(command)
  const checkStep = (step: string) => (step === 'pages' ? t('trail.checkStep') : t(verifyStep(step)))
  const verifying = search.verify !== undefined
  const open = (seq: number): void => setSearch({ entry: String(seq), verify: null })
  const openVerify = (): void => setSearch({ verify: '1' })

  useStatusBar([
    { id: 'all', text: t('trail.statusAll', { count: total }) },
    { id: 'shown', text: t('trail.statusShown', { count: entries.length }) },
  ])
  useCommands([
    { id: 'trail-check', label: t('trail.check'), icon: IconShieldCheck, run: check.run },
    { id: 'trail-verify', label: t('trail.verify'), icon: IconLink, run: openVerify },
    { id: 'trail-export', label: t('trail.exportCsv'), icon: IconDownload, run: exportList },
  ])
  return (
    <ScreenLayout
      title={t('trail.title')}
      sentence={
        <div className={styles.sentence}>
          <span>
            <Rich text={t('trail.sentence', { count: total })} />
          </span>
          <Filter
            command={command}
            commands={pages[0]?.commands ?? []}
            onChange={(next) => setSearch({ command: next })}
          />
        </div>
      }
      actions={
        <>
          <Action icon={IconDownload} onClick={exportList}>
            {t('trail.exportCsv')}
          </Action>
          <Action icon={IconShieldCheck} onClick={check.run}>
            {t('trail.check')}
          </Action>
          <Action kind="primary" icon={IconLink} onClick={openVerify}>
            {t('trail.verify')}
          </Action>
        </>
      }
    >
      <div className={styles.column}>
        {check.result === null ? null : <Checked result={check.result} />}
        <div className={styles.scroll}>
          {list.data === undefined && list.error === null ? <LoadingState lines={12} /> : null}
          {list.error === null ? null : <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.data !== undefined && entries.length === 0 ? (
            <EmptyState icon={IconHistory} title={t('trail.emptyTitle')}>
              {t('trail.emptyText')}
            </EmptyState>
          ) : null}
          {entries.length === 0 ? null : (
            <>
              <TrailList entries={entries} undone={undone} chosen={chosen} onOpen={open} />
              <div className={styles.more}>
                {list.hasNextPage ? (
                  <Action busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {t('trail.older')}
                  </Action>
                ) : (
                  <span className={styles.soft}>{t('trail.end')}</span>
                )}
              </div>
            </>
          )}
        </div>
      </div>
      {verifying ? <VerifyPanel onClose={() => setSearch({ verify: null })} /> : null}
      {entry === null || verifying ? null : (
        <EntryPanel
          key={entry.seq}
          entry={entry}
          undoneBy={undone.get(entry.seq) ?? null}
          onOpen={open}
          onClose={() => setSearch({ entry: null })}
        />
      )}
      <ProgressDialog jobId={check.jobId} title={t('trail.checking')} stepName={checkStep} />
    </ScreenLayout>
  )
}

interface FilterProps {
  readonly command: string | null
  readonly commands: readonly string[]
  readonly onChange: (command: string | null) => void
}

function Filter({ command, commands, onChange }: FilterProps) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const choices = commands
    .map((value) => ({ value, label: trailName(value, locale) }))
    .toSorted((a, b) => format.compare(a.label, b.label))
  return (
    <FilterSentence
      start={`${t('trail.start')} ${command === null ? t('trail.all') : t('trail.only')}`}
      parts={command === null ? [] : [{ id: command, label: trailName(command, locale) }]}
      onRemove={() => onChange(null)}
      add={
        <Select
          aria-label={t('trail.filter')}
          placeholder={t('trail.filter')}
          size="xs"
          w={220}
          searchable
          value={command}
          data={choices}
          onChange={onChange}
        />
      }
    />
  )
}

function Checked({ result }: { readonly result: CheckResult }) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const words = useFindingWords()
  const problems = [
    ...(result.schemaKnown ? [] : [t('trail.checkSchema')]),
    ...result.problems,
    ...result.trail.findings.map((finding) => findingSentence(finding, locale, words)),
  ]
  return (
    <div className={styles.checked}>
      {problems.length === 0 ? (
        <Banner tone="confirmed" title={t('trail.checkGood')}>
          {t('trail.checkGoodText', { time: format.time(result.at) })}
        </Banner>
      ) : (
        <Banner tone="refused" title={t('trail.checkBad')}>
          {t('trail.checkBadText', { problems: problems.slice(0, 5).join('; ') })}
        </Banner>
      )}
    </div>
  )
}

/** The list as CSV in the language of the screen, where the user says. */
function useExportTrail(command: string | null): () => void {
  const t = useT()
  const language = useLocale()
  const format = useFormat()
  const { mutate } = useCommand('trail.export', {
    undoable: false,
    onSuccess: ({ path, rows }) =>
      notify(t('trail.exported', { count: rows }), {
        action: { label: t('trail.show'), run: () => void shell().showExported(path) },
      }),
  })
  return () => {
    void shell()
      .saveFileDialog({
        purpose: 'export',
        title: t('trail.exportTitle'),
        defaultName: `${t('trail.exportName')} ${format.date(new Date().toISOString())}.csv`,
        extension: 'csv',
      })
      .then((path) => {
        if (path !== null) mutate({ path, command, language })
      })
  }
}
