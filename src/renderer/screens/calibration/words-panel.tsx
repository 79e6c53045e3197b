import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { ThreeWords } from '#renderer/ui/three-words.tsx'
import type { Calibrated } from './calibrated.ts'
import styles from './calibration.module.css'
import { wordsOf } from './words.ts'

interface WordsPanelProps {
  readonly calibrated: Calibrated
  readonly onAllFindings: () => void
}

/** Words first: what is known, what cannot be known yet, what to do. */
export function WordsPanel({ calibrated, onAllFindings }: WordsPanelProps) {
  const t = useT()
  const format = useFormat()
  const { known, unknown, todo } = wordsOf(calibrated, t, format)
  return (
    <ThreeWords
      known={{
        title: t('calibration.known'),
        words: (
          <p className={styles.lead}>
            <Rich text={known.join(' ')} />
          </p>
        ),
      }}
      unknown={{ title: t('calibration.unknown'), words: <p>{unknown.join(' ')}</p> }}
      todo={{
        title: t('calibration.todo'),
        words: (
          <p>
            <Rich text={todo.join(' ')} />{' '}
            <TextLink onClick={onAllFindings}>
              {t('calibration.moreFindings', { count: calibrated.result.findings.length + calibrated.problems.length })}
            </TextLink>
          </p>
        ),
      }}
    />
  )
}
