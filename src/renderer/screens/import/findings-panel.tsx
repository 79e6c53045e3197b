import { Radio, Select } from '@mantine/core'
import { IconArrowBackUp, IconFocus2, IconHelpCircle, IconTableExport } from '@tabler/icons-react'
import type { ImportFinding } from '#contract/import.ts'
import { answerText } from '#contract/import-answers.ts'
import { importPlace, importSentence } from '#contract/import-sentences.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { call, shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './import.module.css'
import type { ImportWork, Preview } from './use-import.ts'

interface FindingsPanelProps {
  readonly preview: Preview
  readonly work: ImportWork
  readonly onShow: (finding: ImportFinding) => void
}

/** What would happen, and everything to know or to answer, as sentences with their controls. */
export function FindingsPanel({ preview, work, onShow }: FindingsPanelProps) {
  const t = useT()
  const { previewId, findings, findingCount } = preview
  const refused = findings.filter((finding) => finding.severity === 'refused' && finding.blocking).length
  const answer = (finding: ImportFinding, value: string | null): void => {
    void work.change(() => call('import.answer', { previewId, answers: [{ findingId: finding.id, value }] }))
  }
  return (
    <SidePanel
      title={t('imports.counts')}
      name="import"
      defaultWidth={420}
      footer={
        <>
          <ExportProblems previewId={previewId} />
          {refused === 0 ? null : (
            <Action kind="quiet" onClick={() => void work.change(() => call('import.setAllAside', { previewId }))}>
              {t('imports.setAllAside', { count: refused })}
            </Action>
          )}
        </>
      }
    >
      <Counts preview={preview} />
      <div className={styles.banner}>
        <Banner tone="information">{t('imports.allOrNothing')}</Banner>
      </div>
      {findings.length === 0 ? <p className={styles.hint}>{t('imports.findingsNone')}</p> : null}
      <ul className={styles.findings} aria-label={t('imports.findings')}>
        {findings.map((finding) => (
          <Finding
            oneSheet={preview.sheets.length === 1}
            key={finding.id}
            finding={finding}
            onAnswer={(value) => answer(finding, value)}
            onShow={() => onShow(finding)}
          />
        ))}
      </ul>
      {findingCount > findings.length ? (
        <p className={styles.hint}>{t('imports.findingsMore', { count: findingCount - findings.length })}</p>
      ) : null}
    </SidePanel>
  )
}

function Counts({ preview }: { readonly preview: Preview }) {
  const t = useT()
  const format = useFormat()
  const { counts, newUnits } = preview
  const lines = [
    { key: 'new', label: t('imports.countNew'), value: counts.new },
    { key: 'changed', label: t('imports.countChanged'), value: counts.changed },
    { key: 'unchanged', label: t('imports.countUnchanged'), value: counts.unchanged },
    { key: 'units', label: t('imports.countUnits'), value: newUnits.length },
    { key: 'skipped', label: t('imports.countSkipped'), value: counts.skipped },
    { key: 'aside', label: t('imports.countAside'), value: counts.aside },
  ].filter((line) => line.value > 0 || line.key === 'new' || line.key === 'changed')
  return (
    <dl className={styles.counts}>
      {lines.map((line) => (
        <div key={line.key}>
          <dt>{line.label}</dt>
          <dd>{format.number(line.value)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <State tone="attention" icon={IconHelpCircle}>
            {t('imports.countOpen')}
          </State>
        </dt>
        <dd>{format.number(counts.open)}</dd>
      </div>
      <div>
        <dt>
          <State tone="refused">{t('imports.countRefused')}</State>
        </dt>
        <dd>{format.number(counts.refused)}</dd>
      </div>
    </dl>
  )
}

const tones = { refused: 'refused', open: 'attention', warning: 'attention', info: 'information' } as const

interface FindingProps {
  /** The sheet's name says nothing where there is only one. */
  readonly oneSheet: boolean
  readonly finding: ImportFinding
  readonly onAnswer: (value: string | null) => void
  readonly onShow: () => void
}

function Finding({ oneSheet, finding, onAnswer, onShow }: FindingProps) {
  const t = useT()
  const locale = useLocale()
  const place = importPlace(oneSheet ? { ...finding, sheet: '' } : finding, locale)
  const asks = finding.question !== null && finding.severity !== 'refused'
  return (
    <li className={styles.finding}>
      <State tone={tones[finding.severity]} {...(asks ? { icon: IconHelpCircle } : {})}>
        <span className={styles.unseen}>{t(`imports.${severityWord[finding.severity]}`)}</span>
      </State>
      <div>
        <p className={styles.findingPlace}>
          {place}
          {finding.rowIndex === null ? null : (
            <IconAction label={`${t('imports.showRow')}: ${place}`} icon={IconFocus2} onClick={onShow} />
          )}
        </p>
        <p className={styles.findingText}>{importSentence(finding, locale)}</p>
        {finding.question === null ? null : (
          <Answer finding={finding} question={finding.question} place={place} onAnswer={onAnswer} />
        )}
      </div>
    </li>
  )
}

const severityWord = { refused: 'markRefused', open: 'markOpen', warning: 'markWarning', info: 'markInfo' } as const

interface AnswerProps {
  readonly finding: ImportFinding
  readonly question: NonNullable<ImportFinding['question']>
  readonly place: string
  readonly onAnswer: (value: string | null) => void
}

function Answer({ finding, question, place, onAnswer }: AnswerProps) {
  const t = useT()
  const locale = useLocale()
  const { options, suggested, answer } = question
  const label = t('imports.answerFor', { place })
  if (options.length === 1 && options[0]?.value === 'set-aside') {
    return answer === 'set-aside' ? (
      <p className={styles.findingText}>
        {t('imports.takenAside')}{' '}
        <Action
          kind="quiet"
          size="small"
          icon={IconArrowBackUp}
          ariaLabel={`${t('imports.takeBack')}: ${place}`}
          onClick={() => onAnswer(null)}
        >
          {t('imports.takeBack')}
        </Action>
      </p>
    ) : (
      <Action size="small" ariaLabel={`${t('imports.setAside')}: ${place}`} onClick={() => onAnswer('set-aside')}>
        {t('imports.setAside')}
      </Action>
    )
  }
  const chosen = answer ?? suggested
  const words = options.map((option) => ({
    value: option.value,
    label: `${answerText(option, locale)}${answer === null && option.value === suggested && finding.severity === 'warning' ? ` (${t('imports.suggestion')})` : ''}`,
  }))
  if (options.length > 4) {
    return (
      <Select
        size="sm"
        searchable
        aria-label={label}
        placeholder={t('imports.choosePlaceholder')}
        value={chosen}
        onChange={onAnswer}
        data={words}
      />
    )
  }
  return (
    <Radio.Group value={chosen ?? ''} onChange={onAnswer} label={label} labelProps={{ className: styles.unseen }}>
      <div className={styles.options}>
        {words.map((option) => (
          <Radio key={option.value} size="xs" value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

function ExportProblems({ previewId }: { readonly previewId: string }) {
  const t = useT()
  const language = useLocale()
  const { mutate } = useCommand('import.problems', {
    success: ({ count }) => t('imports.exportDone', { count }),
    undoable: false,
  })
  const save = (): void => {
    void shell()
      .saveFileDialog({
        purpose: 'export',
        title: t('imports.exportProblems'),
        defaultName: 'Daftar masalah impor.xlsx',
        extension: 'xlsx',
      })
      .then((path) => {
        if (path !== null)
          mutate({ previewId, path, format: path.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx', language })
      })
  }
  return (
    <Action icon={IconTableExport} onClick={save}>
      {t('imports.exportProblems')}
    </Action>
  )
}
