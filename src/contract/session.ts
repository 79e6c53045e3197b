import { isoInstant } from '#domain/model/common.ts'
import { z } from '#domain/zod.ts'
import { command, jobId, nothing, query } from './define-contract.ts'

const named = z.object({ command: z.string(), summary: z.record(z.string(), z.union([z.string(), z.number()])) })
export const historyState = z.object({ undo: named.nullable(), redo: named.nullable() })

export const preferences = z.object({
  language: z.enum(['id', 'en']),
  theme: z.enum(['light', 'dark', 'contrast', 'system']),
  density: z.enum(['compact', 'normal', 'roomy']),
  zoom: z.number().min(0.5).max(2),
  operatorName: z.string().min(1).max(100),
  /** Minutes without a key or a movement after which an encrypted workspace is locked; 0: never. */
  autoLockMinutes: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(30)]),
})
export type Preferences = z.infer<typeof preferences>

export const trailEntry = z.object({
  seq: z.number().int(),
  at: isoInstant,
  author: z.string(),
  command: z.string(),
  summary: z.record(z.string(), z.union([z.string(), z.number()])),
  reason: z.string(),
  undoes: z.number().int().nullable(),
  changeCount: z.number().int(),
  hash: z.string(),
})

export const sessionCalls = {
  'history.state': query({ input: nothing, output: historyState }),
  'history.undo': command({ input: nothing, output: named }),
  'history.redo': command({ input: nothing, output: named }),

  'preferences.get': query({ input: nothing, output: preferences }),
  'preferences.set': command({ input: preferences.partial(), output: preferences, needsSoundFile: false }),

  'jobs.cancel': command({ input: z.object({ jobId }), output: nothing, needsSoundFile: false }),

  'trail.list': query({
    input: z.object({
      beforeSeq: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
      command: z.string().max(80).nullable(),
    }),
    output: z.object({ entries: z.array(trailEntry), total: z.number().int(), commands: z.array(z.string()) }),
  }),
  'trail.changes': query({
    input: z.object({ seq: z.number().int() }),
    output: z.object({
      /** At most the first 200 rows of the entry. */
      changes: z.array(
        z.object({
          table: z.string(),
          rowId: z.string(),
          /** Whom or what the row is about, in words; null when it is gone or has no name. */
          about: z.string().nullable(),
          before: z.record(z.string(), z.unknown()).nullable(),
          after: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
      /** Names behind the ids that stand in the rows: people, units, periods, meetings, participants, results. */
      names: z.record(z.string(), z.string()),
      total: z.number().int(),
    }),
  }),
  /** The list as CSV in the reader's language, all of it or one command's entries. */
  'trail.export': command({
    input: z.object({
      path: z.string().min(1).max(4096),
      command: z.string().max(80).nullable(),
      language: z.enum(['id', 'en']),
    }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
}
