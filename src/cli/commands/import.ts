import { resolve } from 'node:path'
import type { Locale } from '#contract/error-sentences.ts'
import type { ImportFinding, ImportPreview } from '#contract/import.ts'
import { importPlace, importSentence } from '#contract/import-sentences.ts'
import { AppError } from '#domain/app-error.ts'
import type { CliCommand, EngineCall } from '../command.ts'
import { periodNamed } from '../period-named.ts'
import { sentences } from '../sentences.ts'

const jobId = 'cli'

/**
 * Imports files as the screen would: preview first, then all or nothing. Whatever needs an answer is listed and nothing is
 * written; `--set-aside` leaves refused rows out, `--dry-run` stops after the preview.
 */
export const importCommand: CliCommand = {
  usage: 'import FILE INPUT… [--dry-run] [--set-aside] [--period NAME]',
  about: {
    id: 'Mengimpor berkas XLSX atau CSV ke ruang kerja, semua atau tidak sama sekali.',
    en: 'Imports XLSX or CSV files into a workspace, all or nothing.',
  },
  words: [2, 41],
  async run({ call, positionals, flags, locale }) {
    const [file = '', ...inputs] = positionals.map((path) => resolve(path))
    const status = await call('workspace.open', { path: file })
    const periodId = periodNamed(status, flags.period)
    if (periodId === null) throw new AppError('E-RULE-PERIOD', { value: String(flags.period ?? '–') })
    const read = await call('import.preview', { jobId, paths: inputs, periodId })
    const preview = flags['set-aside'] ? await call('import.setAllAside', { previewId: read.previewId }) : read
    const lines = [
      sentences[locale].preview(preview),
      ...preview.findings.map((finding) => findingLine(finding, locale)),
    ]
    if (flags['dry-run'])
      return { lines, data: { ...report(preview, locale), written: false }, refused: preview.blocking > 0 }
    if (preview.blocking > 0) {
      const refusal = sentences[locale].waiting(preview.blocking)
      return { lines: [...lines, refusal], data: { ...report(preview, locale), written: false }, refused: true }
    }
    return written(call, preview, lines, locale)
  },
}

async function written(call: EngineCall, preview: ImportPreview, lines: readonly string[], locale: Locale) {
  const result = await call('import.commit', { jobId, previewId: preview.previewId })
  return {
    lines: [...lines, sentences[locale].imported(result.rowsTaken)],
    data: { ...report(preview, locale), written: true, result },
  }
}

const report = (preview: ImportPreview, locale: Locale) => ({
  period: preview.periodName,
  counts: preview.counts,
  blocking: preview.blocking,
  files: preview.files.map(({ name, sha256 }) => ({ name, sha256 })),
  findings: preview.findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    sheet: finding.sheet,
    row: finding.row,
    column: finding.column,
    sentence: importSentence(finding, locale),
  })),
})

const findingLine = (finding: ImportFinding, locale: Locale) =>
  `- [${finding.severity}] ${importPlace(finding, locale)}: ${importSentence(finding, locale)}`
