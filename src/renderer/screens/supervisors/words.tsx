import { IconArrowRight, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { knownSentences, todoSentences, unknownSentences } from './findings.ts'
import type { Comparison } from './screen.tsx'
import styles from './supervisors.module.css'

/** Words first: what the raw figures show, what they cannot show, what to do. */
export function Words({ comparison }: { readonly comparison: Comparison }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={styles.words}>
      <div>
        <h2>
          <IconCircleCheck className={styles.known} size={16} stroke={1.8} aria-hidden />
          {t('supervisors.known')}
        </h2>
        <p>
          <Rich text={knownSentences(comparison, t, format).join(' ')} />
        </p>
      </div>
      <div>
        <h2>
          <IconHelpCircle size={16} stroke={1.8} aria-hidden />
          {t('supervisors.unknown')}
        </h2>
        <p>{unknownSentences(comparison, t).join(' ')}</p>
      </div>
      <div>
        <h2>
          <IconArrowRight size={16} stroke={1.8} aria-hidden />
          {t('supervisors.todo')}
        </h2>
        <p>{todoSentences(comparison, t).join(' ')}</p>
      </div>
    </div>
  )
}
