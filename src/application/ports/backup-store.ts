import type { BackupManifest } from '#domain/model/backup.ts'

/** A complete copy of a workspace: a file of its own and what is known of it. */
export interface StoredBackup extends BackupManifest {
  readonly path: string
}

/** The folder with the copies of all workspaces of this user. */
export interface BackupStore {
  readonly folder: string
  /** Every copy that is complete, in no order. A folder that cannot be read has none. */
  copies(): readonly StoredBackup[]
  /** The real place behind a path, as copies name their workspace. */
  placeOf(path: string): string
  /** Hash of the first entry of the workspace in that place; null when it cannot be read (damaged, missing, locked away). */
  originOf(path: string): string | null
}
