import { basename } from 'node:path'
import { listBackups, newestBackup } from '#application/backups/list-backups.ts'
import type { StoredBackup } from '#application/ports/backup-store.ts'
import type { BackupCopyOutput } from '#contract/backups.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { previewRestore, restoreBackup } from '#engine/restore-backup.ts'

export function backupHandlers(context: HandlerContext): HandlersOf<CallsOf<'backups'>> {
  const { session, preferences, backups, jobs } = context
  return {
    'backups.list': async ({ path }) => {
      const store = await backups.store()
      return { folder: store.folder, copies: listBackups(store, path).map(shown) }
    },
    'backups.state': async () => {
      const store = await backups.store()
      const copies = store.copies()
      const newest = session.isOpen() ? newestBackup(store, session.current().path) : null
      return {
        folder: store.folder,
        standard: preferences.backupFolder() === null,
        reachable: backups.reachable(),
        bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0),
        count: copies.length,
        newest: newest === null ? null : shown(newest),
        failure: backups.failure(),
      }
    },
    'backups.take': async ({ folder }) => shown(await backups.take(folder)),
    'backups.setFolder': ({ folder }) => {
      backups.setFolder(folder)
      return { folder: folder ?? backups.standardFolder }
    },
    'backups.preview': ({ path, copy, secret, jobId }) =>
      jobs.run(jobId, async (job) => {
        const { copy: facts, differences, because } = await previewRestore(context, { path, copy, secret }, job)
        const nothing = { current: null, tables: [], ratings: [], ratingsFound: 0, people: 0 }
        const found = differences ?? nothing
        return {
          copy: shown(facts),
          because,
          current: found.current,
          tables: [...found.tables],
          ratings: found.ratings.map((rating) => ({ ...rating, fields: [...rating.fields] })),
          ratingsFound: found.ratingsFound,
          people: found.people,
        }
      }),
    'backups.restore': ({ path, copy, secret, reason, jobId }) =>
      jobs.run(jobId, async (job) => {
        const restored = await restoreBackup(context, { path, copy, secret, reason }, job)
        preferences.remember({
          path: restored.path,
          name: basename(restored.path),
          openedAt: context.environment.now(),
        })
        return { ...restored, copy: shown(restored.copy) }
      }),
  }
}

type Shown = Pick<StoredBackup, 'path' | 'takenAt' | 'reason' | 'bytes' | 'entries' | 'encrypted'>

const shown = ({ path, takenAt, reason, bytes, entries, encrypted }: Shown): BackupCopyOutput => ({
  path,
  fileName: basename(path),
  takenAt,
  reason,
  bytes,
  entries,
  encrypted,
})
