import { backupReason } from '#domain/model/backup.ts'
import { isoInstant } from '#domain/model/common.ts'
import { z } from '#domain/zod.ts'
import { command, job, jobId, nothing, query } from './define-contract.ts'

const path = z.string().min(1).max(4096)
/** Of an encrypted copy that the open workspace's own key does not open: the passphrase of that time, or a recovery key. */
const secret = z.string().min(1).max(1024).nullable().default(null)
const value = z.union([z.string(), z.number()]).nullable()

export const backupCopy = z.object({
  /** Names the copy in the other calls. */
  path,
  fileName: z.string(),
  takenAt: isoInstant,
  reason: backupReason,
  bytes: z.number().int(),
  /** Entries of the trail in it. */
  entries: z.number().int(),
  encrypted: z.boolean(),
})
export type BackupCopyOutput = z.infer<typeof backupCopy>

/** What a restoration would change, seen from the file as it is now. */
export const backupPreview = z.object({
  copy: backupCopy,
  /** Null: the file is missing, damaged or closed by a passphrase, so nothing can be compared; `because` says which. */
  current: z
    .object({
      entries: z.number().int(),
      /** Entries of the file after the last one both share: what is not in the copy. */
      since: z.number().int(),
      /** Moment and command of the last of them. */
      lastAt: isoInstant.nullable(),
      /** Entries of the copy that the file lacks: it was restored from an older copy since. */
      onlyInCopy: z.number().int(),
    })
    .nullable(),
  because: z.string().nullable(),
  /** Rows by kind: those that would go, come back, or get their earlier content. */
  tables: z.array(
    z.object({ table: z.string(), gone: z.number().int(), back: z.number().int(), changed: z.number().int() }),
  ),
  /** Rows of ratings, scores and decisions, with the person's name; at most the first 200. */
  ratings: z.array(
    z.object({
      table: z.string(),
      rowId: z.string(),
      about: z.string().nullable(),
      kind: z.enum(['gone', 'back', 'changed']),
      fields: z.array(z.object({ column: z.string(), present: value, restored: value })),
    }),
  ),
  ratingsFound: z.number().int(),
  /** People with such a row. */
  people: z.number().int(),
})
export type BackupPreviewOutput = z.infer<typeof backupPreview>

export const backupCalls = {
  /** The copies of the workspace at that place, newest first, also when the file is damaged or missing. */
  'backups.list': query({
    input: z.object({ path }),
    output: z.object({ folder: path, copies: z.array(backupCopy) }),
  }),
  /** Where copies are kept, how much they take, and how the last one went. */
  'backups.state': query({
    input: nothing,
    output: z.object({
      folder: path,
      /** True: nobody chose another folder. */
      standard: z.boolean(),
      /** False: the folder is not there, as when its medium was taken out. */
      reachable: z.boolean(),
      /** All copies of all workspaces in that folder. */
      bytes: z.number().int(),
      count: z.number().int(),
      /** The newest copy of the open workspace. */
      newest: backupCopy.nullable(),
      /** Why the last copy of the open workspace could not be taken; null when it could. */
      failure: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), at: isoInstant })
        .nullable(),
    }),
  }),
  /** A copy of the open workspace, now. In another folder when one is named. */
  'backups.take': command({ input: z.object({ folder: path.nullable().default(null) }), output: backupCopy }),
  /** Null: the standard folder again. Copies that exist stay where they are. */
  'backups.setFolder': command({
    input: z.object({ folder: path.nullable() }),
    output: z.object({ folder: path }),
    needsSoundFile: false,
  }),
  'backups.preview': job({
    input: z.object({ path, copy: path, secret, jobId }),
    output: backupPreview,
    needsSoundFile: false,
  }),
  /** Puts the copy where the workspace was; the file that was there is kept under another name. */
  'backups.restore': job({
    input: z.object({ path, copy: path, secret, reason: z.string().max(500), jobId }),
    output: z.object({ path, keptAside: path.nullable(), copy: backupCopy }),
    needsSoundFile: false,
  }),
}
