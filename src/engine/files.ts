import type { FileStore } from '#application/ports/files.ts'
import { fileStore } from '#data/files.ts'
import { AppError } from '#domain/app-error.ts'
import { realPathOf } from './real-path.ts'
import type { Session } from './session-port.ts'

/** Writes documents and tables anywhere but over the open workspace: a report must never replace the data it reports. */
export function documentFiles(session: Session): FileStore {
  return {
    ...fileStore,
    writeWhole(path, bytes) {
      if (session.isOpen() && belongsTo(session.current().path, path)) throw new AppError('E-EXPORT-PATH', { path })
      fileStore.writeWhole(path, bytes)
    },
  }
}

function belongsTo(workspace: string, path: string): boolean {
  const real = realPathOf(path) ?? path
  return real === workspace || real === `${workspace}-journal`
}
