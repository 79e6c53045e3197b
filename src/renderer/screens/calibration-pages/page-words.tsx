import { useT } from '#renderer/i18n/i18n.ts'
import { Rich } from '#renderer/ui/rich.tsx'
import { ThreeWords } from '#renderer/ui/three-words.tsx'

interface PageWordsProps {
  /** Sentences; `**bold**` marks names and figures. */
  readonly known: readonly string[]
  readonly unknown: readonly string[]
  readonly todo: readonly string[]
}

/** The words of a check, a paragraph to each sentence. */
export function PageWords({ known, unknown, todo }: PageWordsProps) {
  const t = useT()
  return (
    <ThreeWords
      known={{ title: t('calibrationPages.known'), words: <Sentences sentences={known} /> }}
      unknown={{ title: t('calibrationPages.unknown'), words: <Sentences sentences={unknown} /> }}
      todo={{ title: t('calibrationPages.todo'), words: <Sentences sentences={todo} /> }}
    />
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((text) => (
    <p key={text}>
      <Rich text={text} />
    </p>
  ))
}
