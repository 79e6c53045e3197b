import { z } from '#domain/zod.ts'
import { command, job, jobId } from './define-contract.ts'
import { trailFinding } from './ledger.ts'

const path = z.string().min(1).max(4096)
const count = z.number().int().min(0)

/** What a file that opening refuses still says; see application/ports/inspection.ts. */
export const inspection = z.object({
  path,
  fileName: z.string(),
  bytes: count,
  encrypted: z.boolean(),
  agency: z.string().nullable(),
  lastEntryAt: z.string().nullable(),
  steps: z.array(
    z.object({
      step: z.enum(['size', 'magic', 'mark', 'version', 'header', 'schema', 'pages', 'references', 'chain']),
      result: z.enum(['passed', 'failed', 'skipped']),
      /** Code of the refusal that opening gives here. */
      code: z.string().nullable(),
      /** What SQLite says, in its own words. */
      details: z.array(z.string()),
    }),
  ),
  tables: z.array(
    z.object({
      table: z.string(),
      rows: count,
      state: z.enum(['whole', 'partly', 'unreadable', 'missing', 'altered']),
    }),
  ),
  /** At most the first five hundred, by name. */
  people: z.array(z.object({ name: z.string(), unit: z.string().nullable(), scores: count, decisions: count })),
  peopleFound: count,
  chain: z
    .object({
      entries: count,
      brokenAt: z.number().int().nullable(),
      compared: z.boolean(),
      found: count,
      findings: z.array(trailFinding),
    })
    .nullable(),
  /** The reading took too long and was ended; what is shown was read before that. */
  stopped: z.boolean(),
})
export type InspectionOutput = z.infer<typeof inspection>

export const inspectionCalls = {
  /** Reads what can be read of a file that cannot be opened. Writes nothing to it, nor beside it. */
  'inspection.read': job({ input: z.object({ path, jobId }), output: inspection, needsSoundFile: false }),
  /** The bytes as they are, with the journal a crash left beside the file. */
  'inspection.saveCopy': command({
    input: z.object({ path, target: path }),
    output: z.object({ path, bytes: count }),
    needsSoundFile: false,
  }),
}
