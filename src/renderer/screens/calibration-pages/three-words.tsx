import { IconArrowRight, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import styles from './calibration-pages.module.css'

interface ThreeWordsProps {
  /** Sentences; `**bold**` marks names and figures. */
  readonly known: readonly string[]
  readonly unknown: readonly string[]
  readonly todo: readonly string[]
}

/** Words before every chart: what is known, what cannot be known, what to do. */
export function ThreeWords({ known, unknown, todo }: ThreeWordsProps) {
  const t = useT()
  return (
    <div className={styles.words}>
      <div>
        <h2>
          <IconCircleCheck className={styles.known} size={16} stroke={1.8} aria-hidden />
          {t('calibrationPages.known')}
        </h2>
        <Sentences sentences={known} />
      </div>
      <div>
        <h2>
          <IconHelpCircle size={16} stroke={1.8} aria-hidden />
          {t('calibrationPages.unknown')}
        </h2>
        <Sentences sentences={unknown} />
      </div>
      <div>
        <h2>
          <IconArrowRight size={16} stroke={1.8} aria-hidden />
          {t('calibrationPages.todo')}
        </h2>
        <Sentences sentences={todo} />
      </div>
    </div>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((text) => (
    <p key={text}>
      <Rich text={text} />
    </p>
  ))
}
