import { resolve } from 'node:path'
import type { CallOutput } from '#contract/contracts.ts'
import { comparisonSentence, findingSentence, isTrusted, verdictSentence } from '#contract/ledger-sentences.ts'
import { type CliCommand, type CommandRun, UsageError } from '../command.ts'
import { sentences } from '../sentences.ts'

type CheckOutput = CallOutput<'workspace.check'>

/**
 * Opening already checks the head, the structure and the references of the file; this reads every page as well, follows
 * the chain of the trail, builds every row anew from it, and compares it with a code from outside.
 */
export const checkCommand: CliCommand = {
  usage: 'check FILE [--anchor HASH:COUNT]',
  about: {
    id: 'Memeriksa keutuhan berkas, jejak, dan setiap baris yang dijelaskan jejak; --anchor membandingkan dengan kode dari berita acara.',
    en: 'Checks that a workspace file is sound, its trail whole and every row as recorded; --anchor compares with the code from the minutes.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale }) {
    const path = resolve(positionals[0] ?? '')
    const anchor = anchorOf(flags)
    const status = await call('workspace.open', { path })
    const checked = await call('workspace.check', { jobId: 'cli', anchor })
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
        employees: status?.employeeCount ?? 0,
        journalLength: status?.journalLength ?? 0,
      },
      refused: !sound,
    }
  },
}

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
