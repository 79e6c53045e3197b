import { chainSentence, inspectionResultWords, inspectionStepWords } from '#contract/inspection-sentences.ts'
import { findingSentence } from '#contract/ledger-sentences.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './inspect.module.css'
import type { Inspection } from './use-inspection.ts'

const tones = { passed: 'confirmed', failed: 'refused', skipped: 'neutral' } as const

/** Each check of opening with its result, and what the trail says of the whole. */
export function ChecksPanel({ inspection }: { readonly inspection: Inspection }) {
  const t = useT()
  const locale = useLocale()
  const { steps, chain, encrypted } = inspection
  const details = steps.flatMap((step) => step.details)
  return (
    <Panel title={t('inspect.steps')} note={t('inspect.stepsNote')} flush>
      <PlainTable>
        <tbody>
          {steps.map(({ step, result, code }) => (
            <tr key={step}>
              <td>{inspectionStepWords[step][locale]}</td>
              <td>
                <State tone={tones[result]}>{inspectionResultWords[result][locale]}</State>
                {code === null ? null : <span className={styles.code}>{code}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {encrypted ? null : <p className={styles.words}>{chainSentence(chain, locale)}</p>}
      {chain === null || chain.findings.length === 0 ? null : (
        <ul className={styles.lines}>
          {chain.findings.map((finding) => (
            <li key={`${finding.kind}-${finding.seq}-${finding.table}-${finding.rowId}`}>
              {findingSentence(finding, locale)}
            </li>
          ))}
        </ul>
      )}
      {details.length === 0 ? null : (
        <details className={styles.details}>
          <summary>{t('inspect.details')}</summary>
          <ul className={styles.lines}>
            {[...new Set(details)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
