import { z } from '#domain/zod.ts'
import { isoInstant } from './common.ts'

/** Why a copy was taken: what was about to happen, that time had passed, or that somebody asked for it. */
export const backupReason = z.enum(['opened', 'hourly', 'import', 'migration', 'closing', 'asked'])
export type BackupReason = z.infer<typeof backupReason>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What is written beside a copy, so that it can be listed and checked without being opened. */
export const backupManifest = z.object({
  format: z.literal(1),
  /** Counts the copies of one workspace. Clocks are set wrong; the order of copies must not depend on them. */
  number: z.number().int().min(1),
  takenAt: isoInstant,
  reason: backupReason,
  /** Where the workspace lay. */
  source: z.string().min(1).max(4096),
  bytes: z.number().int().min(512),
  sha256,
  userVersion: z.number().int().min(0),
  /** Entries of the trail, and the hash of the last and of the first one: what the copy is a state of. */
  entries: z.number().int().min(0),
  head: sha256,
  origin: sha256.nullable(),
  encrypted: z.boolean(),
})
export type BackupManifest = z.infer<typeof backupManifest>
