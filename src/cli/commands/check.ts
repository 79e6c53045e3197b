import { resolve } from 'node:path'
import type { CallOutput } from '#contract/contracts.ts'
import { errorSentence, type Locale } from '#contract/error-sentences.ts'
import {
  chainSentence,
  encryptedInspection,
  inspectionResultWords,
  inspectionStepWords,
  tableStateWords,
} from '#contract/inspection-sentences.ts'
import { comparisonSentence, findingSentence, isTrusted, verdictSentence } from '#contract/ledger-sentences.ts'
import { AppError, type AppErrorCode } from '#domain/app-error.ts'
import { type CliCommand, type CommandResult, type CommandRun, type Progress, UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'

type CheckOutput = CallOutput<'workspace.check'>
type Inspection = CallOutput<'inspection.read'>

/**
 * Opening already checks the head and the structure of the file; this reads every page as well, follows the chain of the
 * trail, builds every row anew from it, and compares it with a code from outside.
 */
export const checkCommand: CliCommand = {
  usage: 'check FILE [--anchor HASH:COUNT]',
  about: {
    id: 'Memeriksa keutuhan berkas, jejak, dan setiap baris yang dijelaskan jejak; --anchor membandingkan dengan kode dari berita acara.',
    en: 'Checks that a workspace file is sound, its trail whole and every row as recorded; --anchor compares with the code from the minutes.',
  },
  words: [1, 1],
  readsEveryPage: true,
  async run({ call, positionals, flags, locale, onProgress, complain }) {
    const path = resolve(positionals[0] ?? '')
    const anchor = anchorOf(flags)
    const inspect = async (refusal: AppError): Promise<CommandResult> => {
      complain(`${refusal.code}: ${errorSentence(refusal.code, refusal.params, locale)}`)
      if (refusal.code === 'E-OPEN-ENCRYPTED') complain(sentences[locale].passphraseHint)
      return inspected(refusal, await call('inspection.read', { path, jobId: 'cli' }), locale)
    }
    const opened = await orRefusal(call('workspace.open', { path }))
    if (opened instanceof AppError) return inspect(opened)
    const stop = onProgress((line) => complain(progressLine(line, locale)))
    const checked = await orRefusal(call('workspace.check', { jobId: 'cli', anchor }).finally(stop))
    if (checked instanceof AppError) {
      await call('workspace.close', {})
      return inspect(checked)
    }
    const { problems, schemaKnown, trail } = checked
    const sound = problems.length === 0 && schemaKnown && isTrusted(trail)
    return {
      lines: linesOf(path, checked, locale),
      data: {
        path,
        sound,
        problems,
        schemaKnown,
        trail: {
          ...trail,
          findings: trail.findings.map((finding) => ({ ...finding, sentence: findingSentence(finding, locale) })),
        },
        employees: opened?.employeeCount ?? 0,
        journalLength: opened?.journalLength ?? 0,
      },
      refused: !sound,
    }
  },
}

/** Refusals after which the file still says something; the others (missing, no rights, in use) are the answer itself. */
const inspectable: ReadonlySet<AppErrorCode> = new Set([
  'E-OPEN-DAMAGED',
  'E-OPEN-SCHEMA',
  'E-OPEN-EMPTY',
  'E-OPEN-FOREIGN',
  'E-OPEN-NEWER',
  'E-OPEN-WAL',
  'E-OPEN-ENCRYPTED',
])

async function orRefusal<Answer>(asked: Promise<Answer>): Promise<Answer | AppError> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && inspectable.has(error.code)) return error
    throw error
  }
}

/** What can be said of a file that does not open: which check failed, what can be read, how far the chain holds. */
function inspected({ code, params }: AppError, inspection: Inspection, locale: Locale): CommandResult {
  const { steps, tables, encrypted, chain, peopleFound } = inspection
  const damaged = tables.filter(({ state }) => state !== 'whole')
  const refusal = errorSentence(code, params, locale)
  return {
    lines: [
      ...steps.map((step) => `- ${inspectionStepWords[step.step][locale]}: ${resultOf(step, locale)}`),
      ...(encrypted
        ? [encryptedInspection[locale]]
        : [
            ...damaged.map(({ table, rows, state }) => `- ${table}: ${tableStateWords[state][locale]} (${rows})`),
            sentences[locale].readable(peopleFound),
            chainSentence(chain, locale),
          ]),
    ],
    data: { sound: false, refusal: { code, sentence: refusal }, ...inspection },
    refused: true,
  }
}

const resultOf = ({ result, code }: Inspection['steps'][number], locale: Locale) =>
  code === null ? inspectionResultWords[result][locale] : `${inspectionResultWords[result][locale]} (${code})`

const progressLine = ({ step, done, total }: Progress, locale: Locale) =>
  sentences[locale].progress(step, Math.floor((100 * done) / total))

function anchorOf({ anchor }: CommandRun['flags']): string | null {
  if (anchor === undefined) return null
  if (typeof anchor !== 'string' || anchor.trim() === '') throw new UsageError('--anchor HASH:COUNT')
  return anchor
}

function linesOf(path: string, { problems, schemaKnown, trail }: CheckOutput, locale: CommandRun['locale']): string[] {
  const words = sentences[locale]
  const unlisted = trail.found - trail.findings.length
  return [
    problems.length === 0 ? words.sound(path) : words.defects(path, problems.length),
    ...problems.map((problem) => `- ${problem}`),
    schemaKnown ? words.schemaKnown : words.schemaUnknown,
    verdictSentence(trail, locale),
    ...trail.findings.map((finding) => `- ${findingSentence(finding, locale)}`),
    ...(unlisted > 0 ? [`- ${words.more(unlisted)}`] : []),
    comparisonSentence(trail.comparison, locale),
  ]
}
