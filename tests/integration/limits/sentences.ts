import { errorSentence } from '#contract/error-sentences.ts'
import { importSentence } from '#contract/import-sentences.ts'
import { AppError } from '#domain/app-error.ts'
import type { Preview } from '#tests/support/import-engine.ts'

type Finding = Preview['findings'][number]

/** The refusal of a piece of work: its code, and its sentence in both languages with every value filled in. */
export async function refusalOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw error
  const sentences = [errorSentence(error.code, error.params, 'id'), errorSentence(error.code, error.params, 'en')]
  return { code: error.code, params: error.params, told: sentences.every(isWhole) && sentences[0] !== sentences[1] }
}

/** Whether a finding of a preview is told in both languages with every value filled in. */
export function isTold(finding: Finding): boolean {
  const sentences = [importSentence(finding, 'id'), importSentence(finding, 'en')]
  return sentences.every(isWhole) && sentences[0] !== sentences[1]
}

const isWhole = (sentence: string | undefined) => /^[^{}]{15,}[.?!]$/.test(sentence ?? '')
