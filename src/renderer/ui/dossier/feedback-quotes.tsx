import { useState } from 'react'
import type { DossierFeedback } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { TextLink } from '#renderer/ui/text-link.tsx'
import styles from './dossier.module.css'

export interface FeedbackQuotesProps {
  readonly feedback: readonly DossierFeedback[]
  /** How many stand open at first; the rest behind one button. */
  readonly shown?: number
}

/** Feedback in its own words, with the role of the giver and the day; never the name. */
export function FeedbackQuotes({ feedback, shown = 1 }: FeedbackQuotesProps) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const visible = all ? feedback : feedback.slice(0, shown)
  return (
    <>
      {visible.map((entry, index) => (
        <blockquote key={entry.id} className={styles.quote}>
          <p>“{entry.text}”</p>
          <footer>
            {[
              t(`dossier.from-${entry.fromRole}`),
              entry.givenOn === null ? t('dossier.undated') : format.date(entry.givenOn),
              ...(/^\d+$/.test(entry.about) ? [t('dossier.aboutResult', { number: entry.about })] : []),
              ...(feedback.length > 1 ? [t('dossier.feedbackOf', { place: index + 1, count: feedback.length })] : []),
            ].join(' · ')}
          </footer>
        </blockquote>
      ))}
      {feedback.length <= shown ? null : (
        <p className={styles.muted}>
          <TextLink expanded={all} onClick={() => setAll(!all)}>
            {all ? t('dossier.feedbackLess') : t('dossier.feedbackMore', { count: feedback.length - shown })}
          </TextLink>
        </p>
      )}
    </>
  )
}
