import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { ThreeWords } from '#renderer/ui/three-words.tsx'
import { knownSentences, todoSentences, unknownSentences } from './findings.ts'
import type { Comparison } from './screen.tsx'

/** Words first: what the raw figures show, what they cannot show, what to do. */
export function Words({ comparison }: { readonly comparison: Comparison }) {
  const t = useT()
  const format = useFormat()
  return (
    <ThreeWords
      known={{
        title: t('supervisors.known'),
        words: (
          <p>
            <Rich text={knownSentences(comparison, t, format).join(' ')} />
          </p>
        ),
      }}
      unknown={{ title: t('supervisors.unknown'), words: <p>{unknownSentences(comparison, t).join(' ')}</p> }}
      todo={{ title: t('supervisors.todo'), words: <p>{todoSentences(comparison, t).join(' ')}</p> }}
    />
  )
}
