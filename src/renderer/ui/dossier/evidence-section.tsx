import type { Dossier, DossierIndex, DossierResult } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { BarAgainstTarget } from '#renderer/ui/bar-against-target.tsx'
import styles from './dossier.module.css'
import { FeedbackQuotes } from './feedback-quotes.tsx'
import { IndexArithmetic } from './index-arithmetic.tsx'
import { DossierSection } from './section.tsx'

export interface EvidenceSectionProps {
  readonly dossier: Dossier
  /** false: bars and quotes only, without the index arithmetic (case card of the meeting). */
  readonly arithmetic?: boolean
  /** true: every arithmetic stands open (a computed index was opened in the grid). */
  readonly open?: boolean
}

/** Evidence first: each result with its indicators against their targets, and what was said about it. */
export function EvidenceSection({ dossier, arithmetic = true, open = false }: EvidenceSectionProps) {
  const t = useT()
  const { plan } = dossier
  return (
    <DossierSection title={t('dossier.evidence')} {...(plan === null ? {} : { aside: t('dossier.tick') })}>
      {plan === null ? <p className={styles.muted}>{t('dossier.noPlan')}</p> : null}
      {plan?.results.map((result) => (
        <ResultEvidence
          key={result.id}
          result={result}
          cap={dossier.scoring.indexCap}
          arithmetic={arithmetic}
          open={open}
        />
      ))}
      {dossier.feedback.length === 0 ? null : <FeedbackQuotes feedback={dossier.feedback} shown={2} />}
      {dossier.feedbackCount === 0 ? <p className={styles.muted}>{t('dossier.feedbackNone')}</p> : null}
    </DossierSection>
  )
}

interface ResultEvidenceProps {
  readonly result: DossierResult
  readonly cap: number
  readonly arithmetic: boolean
  readonly open: boolean
}

const shareOf = (index: DossierIndex): number | null => {
  if (index.kind === 'none') return null
  return (index.kind === 'computed' ? index.unclipped : index.value) / 100
}

function ResultEvidence({ result, cap, arithmetic, open }: ResultEvidenceProps) {
  const t = useT()
  const format = useFormat()
  const meta = [
    t(`dossier.${result.kind}`),
    ...(result.weight === null
      ? []
      : [t(result.weightTyped ? 'dossier.weightTyped' : 'dossier.weight', { weight: format.number(result.weight) })]),
  ].join(' · ')
  return (
    <div className={styles.result}>
      <p className={styles.resultName}>
        <b>{t('dossier.result', { number: result.number })}</b> {result.statement}{' '}
        <span className={styles.resultMeta}>({meta})</span>
      </p>
      {result.realisation === '' ? null : <p className={styles.muted}>{result.realisation}</p>}
      {result.indicators.length === 0 && result.realisation === '' ? (
        <p className={styles.muted}>{t('dossier.noIndicators')}</p>
      ) : null}
      {result.indicators.map((indicator) => {
        const share = shareOf(indicator.index)
        return (
          <div key={indicator.id} className={styles.indicator}>
            <BarAgainstTarget
              label={indicator.statement}
              value={withUnit(indicator.realisation, indicator.unitOfMeasure) || t('dossier.notYet')}
              target={indicator.target === '' ? null : withUnit(indicator.target, indicator.unitOfMeasure)}
              share={share}
              low={share !== null && share < 1}
            />
            {arithmetic ? (
              <IndexArithmetic label={indicator.statement} index={indicator.index} cap={cap} open={open} />
            ) : null}
            {arithmetic ? (
              <p className={styles.muted}>
                {indicator.evidence === ''
                  ? t('dossier.noEvidence')
                  : t('dossier.evidenceWords', { text: indicator.evidence })}
              </p>
            ) : null}
          </div>
        )
      })}
      {result.feedback.length === 0 ? null : <FeedbackQuotes feedback={result.feedback} />}
    </div>
  )
}

/** The office's words; the unit is added only to a bare number. */
const withUnit = (words: string, unit: string): string =>
  /^[\d.,\s]+$/.test(words) && unit ? `${words} ${unit}` : words
