import { IconArrowRight, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
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
    <div className={styles.words}>
      <section>
        <h2>
          <IconCircleCheck className={styles.known} size={16} stroke={1.8} aria-hidden />
          {t('calibration.known')}
        </h2>
        <p className={styles.lead}>
          <Rich text={known.join(' ')} />
        </p>
      </section>
      <section>
        <h2>
          <IconHelpCircle size={16} stroke={1.8} aria-hidden />
          {t('calibration.unknown')}
        </h2>
        <p>{unknown.join(' ')}</p>
      </section>
      <section>
        <h2>
          <IconArrowRight size={16} stroke={1.8} aria-hidden />
          {t('calibration.todo')}
        </h2>
        <p>
          <Rich text={todo.join(' ')} />{' '}
          <TextLink onClick={onAllFindings}>
            {t('calibration.moreFindings', { count: calibrated.result.findings.length + calibrated.problems.length })}
          </TextLink>
        </p>
      </section>
    </div>
  )
}
