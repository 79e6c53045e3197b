import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { commitImport } from '#application/import/commit-import.ts'
import { describeFindings, describePreview } from '#application/import/describe-preview.ts'
import { problemsBook, templateBook } from '#application/import/import-books.ts'
import { createImportPreviews } from '#application/import/previews.ts'
import { readPreviewRows } from '#application/import/read-rows.ts'
import type { LoadedFile } from '#application/import/read-sources.ts'
import { answerText } from '#contract/import-answers.ts'
import { importPlace, importSentence } from '#contract/import-sentences.ts'
import { importLimits } from '#documents/readers/limits.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function importHandlers(context: HandlerContext): HandlersOf<CallsOf<'import'>> {
  const { session, environment, jobs, files, backups } = context
  const previews = createImportPreviews({
    workspace: () => session.current(),
    environment,
    reader: async () => (await import('#documents/readers/table-reader.ts')).tableReader,
    load: loadFile,
  })
  const describe = (preview: ReturnType<typeof previews.require>) => describePreview(session.current(), preview)

  return {
    'import.preview': ({ jobId, paths, periodId, delimiter, encoding }) =>
      jobs.run(jobId, async (job) => {
        const options = { ...(delimiter === null ? {} : { delimiter }), ...(encoding === null ? {} : { encoding }) }
        return describe(await previews.create({ paths, periodId, options }, job))
      }),
    'import.state': ({ previewId }) => describe(previews.require(previewId)),
    'import.remap': async ({ previewId, sheetKey, kind, columns }) => {
      const byIndex = new Map(columns.map((column) => [column.index, column.field]))
      return describe(await previews.remap(previewId, { sheetKey, kind, columns: byIndex }))
    },
    'import.answer': async ({ previewId, answers }) => describe(await previews.answer(previewId, answers)),
    'import.setAllAside': async ({ previewId }) => describe(await previews.setAllAside(previewId)),
    'import.rows': ({ previewId, ...window }) => {
      const { total, rows } = readPreviewRows(previews.require(previewId), window)
      return { total, rows: rows.map((row) => ({ ...row, cells: [...row.cells] })) }
    },
    'import.commit': ({ jobId, previewId }) =>
      jobs.run(jobId, async (job) => {
        const preview = previews.require(previewId)
        await backups.before('import')
        const result = await commitImport(session.current(), environment, preview, job)
        previews.discard(previewId)
        return { ...result, newUnits: [...result.newUnits] }
      }),
    'import.discard': ({ previewId }) => {
      previews.discard(previewId)
      return {}
    },
    'import.template': async ({ kind, path }) => {
      files.writeWhole(path, await workbookWriter.toXlsx(templateBook(kind)))
      return { path }
    },
    'import.problems': async ({ previewId, path, format, language }) => {
      const findings = describeFindings(previews.require(previewId))
      const book = problemsBook(
        findings.map((finding) => ({
          ...finding,
          place: importPlace(finding, language),
          sentence: importSentence(finding, language),
          answer: answerWords(finding.question, language),
        })),
      )
      const [sheet] = book.sheets
      if (!sheet) throw new AppError('E-ARG')
      files.writeWhole(path, format === 'xlsx' ? await workbookWriter.toXlsx(book) : workbookWriter.toCsv(sheet))
      return { path, count: findings.length }
    },
    'import.runs': () =>
      session
        .current()
        .tables.importRun.all()
        .toReversed()
        .map((run) => ({ ...run, sheetKinds: [...run.sheetKinds] })),
  }
}

function answerWords(question: ReturnType<typeof describeFindings>[number]['question'], language: 'id' | 'en'): string {
  const value = question?.answer ?? question?.suggested ?? null
  const option = question?.options.find((candidate) => candidate.value === value)
  return option === undefined ? '' : answerText(option, language)
}

/** Looks at the size before reading, so that a huge file costs nothing. */
function loadFile(path: string): LoadedFile {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new AppError('E-OPEN-MISSING', { path })
  if (stats.size > importLimits.fileBytes) throw new AppError('E-IMPORT-LIMIT', { limit: 'file-size' })
  const bytes = readFileSync(path)
  return { name: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
