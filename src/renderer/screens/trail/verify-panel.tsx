import { Textarea } from '@mantine/core'
import { IconCopy, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { errorSentence } from '#contract/error-sentences.ts'
import { comparisonSentence, findingSentence, isTrusted, verdictSentence } from '#contract/ledger-sentences.ts'
import { hashGroups } from '#domain/ledger/anchor.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PanelSection } from '#renderer/ui/panel.tsx'
import { ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { SidePanel } from '#renderer/ui/side-panel.tsx'
import { QueryView } from '#renderer/ui/states.tsx'
import { useFindingWords } from './finding-words.ts'
import { type TrailReport, useTrailCheck } from './use-trail-check.ts'
import styles from './verify-panel.module.css'

/** What a check of the trail is at. */
export const verifyStep = (step: string) => (step === 'rows' ? 'trail.verifyStep-rows' : 'trail.verifyStep-chain')

/** The chain checked, the code from the minutes compared, and the code of now to be kept outside the file. */
export function VerifyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const locale = useLocale()
  const check = useTrailCheck()
  const anchor = useCall('trail.anchor', {}, { keepPrevious: true })
  const [typed, setTyped] = useState('')
  return (
    <SidePanel
      name="trail-verify"
      defaultWidth={460}
      title={t('trail.verifyTitle')}
      under={t('trail.verifyUnder')}
      onClose={onClose}
      footer={
        <Action icon={IconLink} onClick={() => check.run(typed)}>
          {t('trail.verifyRun')}
        </Action>
      }
    >
      {check.report === null ? null : <Result report={check.report} />}
      <PanelSection title={t('trail.codeTyped')}>
        <Textarea
          aria-label={t('trail.codeTyped')}
          description={t('trail.codeTypedHelp')}
          error={check.refusal === null ? null : errorSentence(check.refusal.code, check.refusal.params, locale)}
          value={typed}
          autosize={false}
          rows={4}
          maxLength={400}
          spellCheck={false}
          classNames={{ input: styles.digits ?? '' }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </PanelSection>
      <PanelSection title={t('trail.codeNow')}>
        <QueryView query={anchor} lines={4}>
          {(data) => <CodeNow anchor={data} />}
        </QueryView>
      </PanelSection>
      <ProgressDialog jobId={check.jobId} title={t('trail.verifying')} stepName={(step) => t(verifyStep(step))}>
        {t('trail.verifyCancel')}
      </ProgressDialog>
    </SidePanel>
  )
}

function Result({ report }: { readonly report: TrailReport }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const words = useFindingWords()
  const unlisted = report.found - report.findings.length
  return (
    <div className={styles.result}>
      <Banner tone={isTrusted(report) ? 'confirmed' : 'refused'}>{verdictSentence(report, locale)}</Banner>
      <Banner
        tone={report.comparison === null ? 'information' : isTrusted({ ...report, found: 0 }) ? 'confirmed' : 'refused'}
      >
        {comparisonSentence(report.comparison, locale)}
      </Banner>
      {report.findings.length === 0 ? null : (
        <ul className={styles.findings} aria-label={t('trail.findings')}>
          {report.findings.map((finding) => (
            <li key={`${finding.kind}-${finding.seq}-${finding.table}-${finding.rowId}`}>
              {findingSentence(finding, locale, words)}
            </li>
          ))}
          {unlisted > 0 ? <li>{t('trail.findingsMore', { count: unlisted })}</li> : null}
        </ul>
      )}
      <p className={styles.soft}>{t('trail.verifiedUntil', { number: format.number(report.anchor.count) })}</p>
    </div>
  )
}

function CodeNow({ anchor }: { readonly anchor: CallOutput<'trail.anchor'> }) {
  const t = useT()
  const format = useFormat()
  const { qr, text, hash, count, at } = anchor
  const copy = async (): Promise<void> => {
    await shell().copyText(text)
    notify(t('trail.codeCopied'))
  }
  return (
    <div className={styles.code}>
      <svg className={styles.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('trail.codeQr')}>
        <path d={qr.path} />
      </svg>
      <div className={styles.codeText}>
        <p className={styles.digits} data-anchor={text}>
          {hashGroups(hash).map((group, index) => (
            // Two groups may by chance be the same; their places are not.
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups never move.
            <span key={index}>{group} </span>
          ))}
        </p>
        <p>{t('trail.codeCount', { entries: count, check: text.slice(-2) })}</p>
        {at === null ? null : <p className={styles.soft}>{t('trail.codeAt', { when: format.dateTime(at) })}</p>}
        <Action size="small" icon={IconCopy} onClick={() => void copy()}>
          {t('trail.codeCopy')}
        </Action>
      </div>
      <p className={styles.soft}>{t('trail.codeHelp')}</p>
    </div>
  )
}
