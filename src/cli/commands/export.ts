import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ReportFormat, type ReportKind, reportFormats, reportKinds } from '#contract/reports.ts'
import { AppError } from '#domain/app-error.ts'
import { type CliCommand, type Flags, UsageError } from '../command.ts'
import { periodNamed } from '../period-named.ts'
import { sentences } from '../sentences.ts'

/** Writes one document of the latest meeting of a period. */
export const exportCommand: CliCommand = {
  usage: `export FILE --what ${reportKinds.join('|')} --format docx|xlsx|html|json --out DIR [--period NAME]`,
  about: {
    id: 'Menulis satu dokumen; periode terakhir bila --period tidak disebut.',
    en: 'Writes one document; the latest period unless --period names one.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale }) {
    const choose = chooser(flags, locale)
    const kind: ReportKind = choose('what', reportKinds)
    const format: ReportFormat = choose('format', reportFormats)
    if (typeof flags.out !== 'string') throw new UsageError('--out DIR')
    const folder = resolve(flags.out)
    const status = await call('workspace.open', { path: resolve(positionals[0] ?? '') })
    const periodId = periodNamed(status, flags.period)
    const { documents } = await call('reports.list', { periodId, meetingId: null })
    const formats = documents.find((document) => document.kind === kind)?.formats ?? []
    if (!formats.includes(format)) throw new UsageError(sentences[locale].wrongValue('format', formats.join(', ')))
    makeFolder(folder)
    const written = await call('reports.export', {
      periodId,
      meetingId: null,
      kind,
      format,
      target: { folder },
      jobId: 'cli',
    })
    return { lines: [sentences[locale].written(written.path)], data: written }
  },
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new AppError('E-EXPORT-PATH', { path: folder }, error)
  }
}

const chooser =
  (flags: Flags, locale: keyof typeof sentences) =>
  <Value extends string>(flag: string, allowed: readonly Value[]): Value => {
    const found = allowed.find((value) => value === flags[flag])
    if (found === undefined) throw new UsageError(sentences[locale].wrongValue(flag, allowed.join(', ')))
    return found
  }
