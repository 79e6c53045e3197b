import fs, { constants } from 'node:fs'
import type { StoredBackup } from '#application/ports/backup-store.ts'
import { migrations, schemaHashes } from '#data/migrations/migrations.ts'
import { journalHead } from '#data/repositories/journal.ts'
import { openConnection } from '#data/store/connection.ts'
import { temporaryBeside } from '#data/store/durable-file.ts'
import { configure, passingCacheKibibytes } from '#data/store/open-workspace.ts'
import { checkWorkspaceCopy } from '#data/store/workspace-copy.ts'
import { type BackupRequest, type BackupTools, takeBackup } from './take-backup.ts'

/**
 * A copy of a large workspace, for another thread than the one that works with it. Its file is held still only while
 * its bytes are copied as they are (a tenth of a second for 170 MB); the clean copy is made from those, which takes
 * seconds and is in nobody's way.
 * @param released nobody is held up any more
 */
export function copyBeside(tools: BackupTools, request: BackupRequest, released: () => void): StoredBackup {
  const { engine, fileSystem } = tools
  return takeBackup(tools, request, (unfinished) => {
    const bytes = temporaryBeside(unfinished)
    try {
      const head = snapshot(tools, request.source, bytes)
      released()
      const still = openConnection(engine, { path: bytes, readOnly: true, fileSystem })
      try {
        configure(still, passingCacheKibibytes)
        still.vacuumInto(unfinished)
      } finally {
        still.close()
      }
      checkWorkspaceCopy(engine, unfinished, migrations, { schemaHashes, fileSystem })
      return head
    } finally {
      fs.rmSync(bytes, { force: true })
    }
  })
}

function snapshot({ engine, fileSystem }: BackupTools, source: string, target: string) {
  const db = openConnection(engine, { path: source, readOnly: true, fileSystem })
  try {
    configure(db, passingCacheKibibytes)
    return db.whileStill(() => {
      fs.copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
      return journalHead(db)
    })
  } finally {
    db.close()
  }
}
