import type { StoredBackup } from '#application/ports/backup-store.ts'
import type { Workspace } from '#application/ports/workspace.ts'

export interface Restoration {
  readonly copy: Pick<StoredBackup, 'takenAt' | 'sha256' | 'entries'> & { readonly fileName: string }
  /** Name under which the file that was there is kept; null: nothing was there. */
  readonly keptAside: string | null
  /** Entries of that file; null when it could not be read. */
  readonly entriesAside: number | null
  readonly reason: string
}

/**
 * Writes into the restored copy that it was restored: which copy it was, and which file with how many entries was put
 * aside for it. The entry stands right after the last one of the copy, so that nobody can use an older copy unseen.
 */
export function recordRestore(workspace: Pick<Workspace, 'note'>, restoration: Restoration): void {
  const { copy, keptAside, entriesAside, reason } = restoration
  workspace.note({
    name: 'backups.restore',
    summary: {
      copy: copy.fileName,
      entries: copy.entries,
      sha256: copy.sha256,
      ...(keptAside === null ? {} : { aside: keptAside }),
      ...(entriesAside === null ? {} : { replaced: entriesAside }),
    },
    reason,
  })
}
