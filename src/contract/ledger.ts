import { isoInstant } from '#domain/model/common.ts'
import { z } from '#domain/zod.ts'
import { job, jobId, nothing, query } from './define-contract.ts'

/** An anchor as somebody typed or scanned it; the engine reads it, with its refusals in words. */
export const typedAnchor = z.string().max(400)

const anchor = z.object({ hash: z.string(), count: z.number().int() })
const fieldValue = z.union([z.string(), z.number()]).nullable()

/** What is wrong, and where; the words stand in ledger-sentences.ts. */
export const trailFinding = z.object({
  kind: z.enum(['gap', 'link', 'entry', 'changes', 'before', 'changed', 'added', 'missing']),
  seq: z.number().int().nullable(),
  until: z.number().int().nullable(),
  table: z.string().nullable(),
  rowId: z.string().nullable(),
  about: z.string().nullable(),
  fields: z.array(z.object({ column: z.string(), recorded: fieldValue, found: fieldValue })),
})
export type TrailFindingOutput = z.infer<typeof trailFinding>

export const trailReport = z.object({
  /** Head of the chain that was followed. */
  anchor,
  rows: z.number().int(),
  ratings: z.number().int(),
  /** At most the first 200. */
  findings: z.array(trailFinding),
  found: z.number().int(),
  /** Null: no anchor was given. */
  comparison: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('match') }),
      z.object({ kind: z.literal('continues'), later: z.number().int() }),
      z.object({ kind: z.literal('different') }),
      z.object({ kind: z.literal('shorter'), missing: z.number().int() }),
    ])
    .nullable(),
})
export type TrailReportOutput = z.infer<typeof trailReport>

/** Whether the chain and the rows of the open file hold, as far as they have been followed. */
export const trailState = z.object({
  state: z.enum(['unchecked', 'whole', 'broken']),
  /** First entry at which the chain breaks; null where it holds and only rows differ from it. */
  entry: z.number().int().nullable(),
  found: z.number().int(),
})
export type TrailStateOutput = z.infer<typeof trailState>

export const ledgerCalls = {
  'trail.state': query({ input: nothing, output: trailState }),
  /** The head of the chain, to be kept outside the file. */
  'trail.anchor': query({
    input: nothing,
    output: anchor.extend({
      /** Moment of the last entry; null in a file without one. */
      at: isoInstant.nullable(),
      /** Groups of eight, count and check, as people copy it. */
      text: z.string(),
      /** The same as a QR code: modules on each side, and the dark ones as an SVG path. */
      qr: z.object({ size: z.number().int(), path: z.string() }),
    }),
  }),
  /** Follows the whole chain and builds the tables anew from it; compares with an anchor when one is given. */
  'trail.verify': job({
    input: z.object({ jobId, anchor: typedAnchor.nullable() }),
    output: trailReport,
  }),
}
