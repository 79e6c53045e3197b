import { meetingId, periodId } from '#domain/model/ids.ts'
import { z } from '#domain/zod.ts'
import { job, jobId, query } from './define-contract.ts'

/**
 * What can be printed or handed over: berita acara, notula, daftar hadir, rekap penetapan predikat, the ledger
 * original → final, the final ratings, and a summary for the public without names.
 */
export const reportKinds = ['minutes', 'notes', 'attendance', 'recap', 'ledger', 'ratings', 'public-summary'] as const
export const reportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof reportKind>

export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const
export const reportFormat = z.enum(reportFormats)
export type ReportFormat = z.infer<typeof reportFormat>

/** Which meeting a report speaks of; null: the latest meeting of the period, if there is one. */
const subject = { periodId: periodId.nullable(), meetingId: meetingId.nullable() }

export const reportCalls = {
  'reports.list': query({
    input: z.object(subject),
    output: z.object({
      meetingId: meetingId.nullable(),
      periodName: z.string(),
      documents: z.array(
        z.object({
          kind: reportKind,
          formats: z.array(reportFormat),
          signers: z.array(z.enum(['chair', 'secretary', 'supervisors', 'participants', 'none'])),
          state: z.enum(['ready', 'draft', 'waiting']),
          /** Why it is not ready yet, as codes of the screen's own texts. */
          because: z.array(
            z.enum(['no-meeting', 'meeting-open', 'number-missing', 'undecided', 'unrated', 'no-organisation-result']),
          ),
        }),
      ),
    }),
  }),
  /** The very HTML that is printed. */
  'reports.preview': query({
    input: z.object({ ...subject, kind: reportKind }),
    output: z.object({ html: z.string() }),
  }),
  /** Writes one document into `folder` (a file name is made) or to `path`. Never overwrites silently: a number is added. */
  'reports.export': job({
    input: z.object({
      ...subject,
      kind: reportKind,
      format: reportFormat,
      target: z.union([z.object({ folder: z.string().min(1) }), z.object({ path: z.string().min(1) })]),
      jobId,
    }),
    output: z.object({ path: z.string(), bytes: z.number().int() }),
  }),
}
