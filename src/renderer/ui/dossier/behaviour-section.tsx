import type { Dossier } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './dossier.module.css'
import { FeedbackQuotes } from './feedback-quotes.tsx'
import { scoreText } from './score-text.ts'
import { DossierSection } from './section.tsx'

export interface BehaviourSectionProps {
  readonly dossier: Dossier
  /** false: expectations and feedback only; scores stay folded (meeting, blind mode). */
  readonly scores?: boolean
  readonly open?: boolean
}

/** The seven values, and how their scores make one figure. */
export function BehaviourSection({ dossier, scores = true, open = false }: BehaviourSectionProps) {
  const t = useT()
  const format = useFormat()
  const { behaviour, scoring } = dossier
  const summary =
    behaviour.score === null
      ? t('dossier.behaviourMissing', { scored: behaviour.scored })
      : t('dossier.behaviourScore', {
          score: scoreText(format, behaviour.score, scoring.behaviourBands),
          level: behaviour.official === null ? t('ui.notRated') : t(`ui.${behaviour.official}Full`),
        })
  const quotes = behaviour.values.flatMap((value) => value.feedback)
  const expectations = behaviour.values.filter((value) => value.expectation !== '')
  return (
    <DossierSection title={t('dossier.behaviour')} {...(scores ? { aside: summary } : {})}>
      {expectations.map((value) => (
        <p key={value.value} className={styles.muted}>
          {t(`dossier.${value.value}`)}: {t('dossier.expectation', { text: value.expectation })}
        </p>
      ))}
      {quotes.length === 0 ? null : <FeedbackQuotes feedback={quotes} />}
      {scores ? (
        <details className={styles.arithmetic} open={open}>
          <summary>{t('dossier.openArithmetic')}</summary>
          <ul className={styles.values}>
            {behaviour.values.map((value) => (
              <li key={value.value}>
                <span>{t(`dossier.${value.value}`)}</span>
                <b>{value.score === null ? t('ui.notRated') : format.number(value.score)}</b>
              </li>
            ))}
          </ul>
          {behaviour.sum === null || behaviour.score === null ? null : (
            <p>
              {t('dossier.behaviourArithmetic', {
                sum: behaviour.sum,
                score: scoreText(format, behaviour.score, scoring.behaviourBands),
              })}
            </p>
          )}
          <p>{t('dossier.bands', { ...scoring.behaviourBands })}</p>
          <LevelReason official={behaviour.official} suggested={behaviour.suggested} reason={behaviour.reason} />
        </details>
      ) : null}
    </DossierSection>
  )
}

interface LevelReasonProps {
  readonly official: Dossier['work']['official']
  readonly suggested: Dossier['work']['suggested']
  readonly reason: string
}

/** Suggested and official level in words, with the reason where they differ. */
export function LevelReason({ official, suggested, reason }: LevelReasonProps) {
  const t = useT()
  const differs = official !== null && suggested !== null && official !== suggested
  return (
    <>
      <p>
        {t('dossier.suggested')}: {suggested === null ? t('ui.notEnough') : t(`ui.${suggested}Full`)} ·{' '}
        {t('dossier.official')}: {official === null ? t('ui.notRated') : <b>{t(`ui.${official}Full`)}</b>}
      </p>
      {reason === '' ? null : <p>{t('dossier.reason', { reason })}</p>}
      {differs && reason === '' ? <p>{t('dossier.reasonMissing')}</p> : null}
    </>
  )
}
