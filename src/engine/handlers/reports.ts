import type { DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts } from '#application/ports/report-facts.ts'
import { collectReportFacts, type ReportSubject } from '#application/reports/collect-report-facts.ts'
import { exportName } from '#application/reports/export-name.ts'
import { reportState } from '#application/reports/list-reports.ts'
import { reportData } from '#application/reports/report-data.ts'
import { type ReportFormat, type ReportKind, reportKinds } from '#contract/reports.ts'
import { approvalReader } from '#data/repositories/approval-reader.ts'
import { createDocumentWriter } from '#documents/writers/document-writer.ts'
import { workbookWriter } from '#documents/writers/workbook-writer.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { letterFaces } from '#engine/letter-faces.ts'
import { legalBasis, reasonSentences } from '#engine/policy.ts'
import { formatsOf, reportDocuments } from '#engine/report-documents.ts'

export function reportHandlers({
  session,
  environment,
  jobs,
  host,
  files,
  trust,
}: HandlerContext): HandlersOf<CallsOf<'reports'>> {
  const writer = createDocumentWriter(letterFaces)
  const gather = (subject: ReportSubject) => {
    const { state, entry, found } = trust.state()
    return collectReportFacts(session.current(), subject, {
      reasonSentences,
      legalBasis,
      now: environment.now(),
      approvals: approvalReader(session.database()),
      trailTrouble: state === 'broken' ? { entry, found } : null,
    })
  }

  function bookBytes(facts: ReportFacts, kind: ReportKind, format: 'xlsx' | 'csv') {
    const book = reportDocuments[kind].book?.(facts)
    const [sheet] = book?.sheets ?? []
    if (!book || !sheet) throw new AppError('E-ARG')
    return format === 'xlsx' ? workbookWriter.toXlsx(book) : workbookWriter.toCsv(sheet)
  }

  async function pdfBytes(model: DocumentModel) {
    if (host.printPdf === null) throw new AppError('E-NOT-HERE')
    return host.printPdf(writer.toHtml(model), writer.toPrintFooter(model)).catch((error: unknown) => {
      throw new AppError('E-EXPORT-PDF', {}, error)
    })
  }

  async function bytesOf(facts: ReportFacts, kind: ReportKind, format: ReportFormat): Promise<Uint8Array> {
    const model = () => reportDocuments[kind].model(facts)
    switch (format) {
      case 'json':
        return Buffer.from(`${JSON.stringify(reportData(facts, kind), null, 2)}\n`)
      case 'xlsx':
      case 'csv':
        return bookBytes(facts, kind, format)
      case 'docx':
        return writer.toDocx(model())
      case 'html':
        return Buffer.from(writer.toHtml(model()))
      case 'pdf':
        return pdfBytes(model())
    }
  }

  return {
    'reports.list': (subject) => {
      const facts = gather(subject)
      return {
        meetingId: facts.meeting?.meeting.id ?? null,
        periodName: facts.period.name,
        documents: reportKinds.map((kind) => {
          const { state, because } = reportState(facts, kind)
          return {
            kind,
            formats: [...formatsOf(kind)],
            signers: [reportDocuments[kind].signers],
            state,
            because: [...because],
          }
        }),
      }
    },
    'reports.preview': ({ kind, ...subject }) => ({
      html: writer.toHtml(reportDocuments[kind].model(gather(subject))),
    }),
    'reports.export': ({ kind, format, target, jobId, ...subject }) =>
      jobs.run(jobId, async (job) => {
        job.report('write', 0, 1)
        // A document that leaves the file says whether its trail holds.
        await trust.checked()
        const facts = gather(subject)
        await job.pause()
        const bytes = await bytesOf(facts, kind, format)
        await job.pause()
        const name = exportName(reportDocuments[kind].fileName, facts.period)
        const path = 'path' in target ? target.path : files.freePath(target.folder, name, format)
        files.writeWhole(path, bytes)
        job.report('write', 1, 1)
        return { path, bytes: bytes.byteLength }
      }),
  }
}
