import type { Book, DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting } from '#application/ports/report-facts.ts'
import type { ReportFormat, ReportKind } from '#contract/reports.ts'
import { attendanceDocument } from '#documents/content/attendance.ts'
import { ledgerDocument } from '#documents/content/ledger.ts'
import { minutesDocument } from '#documents/content/minutes.ts'
import { notesDocument } from '#documents/content/notes.ts'
import { publicSummaryDocument } from '#documents/content/public-summary.ts'
import { ratingsBook, ratingsDocument } from '#documents/content/ratings.ts'
import { recapDocument } from '#documents/content/recap.ts'
import { AppError } from '#domain/app-error.ts'

interface ReportDocument {
  /** Base of the file name, in Indonesian like the document. */
  readonly fileName: string
  readonly signers: 'chair' | 'secretary' | 'supervisors' | 'participants' | 'none'
  readonly model: (facts: ReportFacts) => DocumentModel
  readonly book?: (facts: ReportFacts) => Book
}

const withMeeting =
  (content: (facts: ReportFacts, meeting: ReportMeeting) => DocumentModel) =>
  (facts: ReportFacts): DocumentModel => {
    if (facts.meeting === null) throw new AppError('E-EXPORT-NOTHING')
    return content(facts, facts.meeting)
  }

/** Every document the app can make. */
export const reportDocuments: Readonly<Record<ReportKind, ReportDocument>> = {
  minutes: { fileName: 'Berita acara', signers: 'chair', model: withMeeting(minutesDocument) },
  notes: { fileName: 'Notula', signers: 'secretary', model: withMeeting(notesDocument) },
  attendance: { fileName: 'Daftar hadir', signers: 'participants', model: withMeeting(attendanceDocument) },
  recap: { fileName: 'Rekap predikat', signers: 'chair', model: recapDocument },
  ledger: {
    fileName: 'Penilaian awal dan akhir',
    signers: 'chair',
    model: withMeeting((facts) => ledgerDocument(facts)),
  },
  ratings: { fileName: 'Nilai akhir', signers: 'chair', model: ratingsDocument, book: ratingsBook },
  'public-summary': { fileName: 'Ringkasan publik', signers: 'none', model: publicSummaryDocument },
}

/** PDF needs the desktop app; the rest is made anywhere. */
export function formatsOf(kind: ReportKind): readonly ReportFormat[] {
  return reportDocuments[kind].book === undefined
    ? ['pdf', 'docx', 'html', 'json']
    : ['xlsx', 'pdf', 'docx', 'csv', 'html', 'json']
}
