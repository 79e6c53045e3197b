import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileStore } from '#application/ports/files.ts'
import { AppError } from '#domain/app-error.ts'
import { placeOver } from './store/durable-file.ts'
import { errorCode } from './store/host-file-system.ts'

/** Names Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export const fileStore: FileStore = {
  writeWhole(path, bytes) {
    const unfinished = `${path}.tmp`
    try {
      writeFileSync(unfinished, bytes)
      placeOver(unfinished, path)
    } catch (error) {
      rmSync(unfinished, { force: true })
      if (['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) throw new AppError('E-SAVE-FULL', {}, error)
      throw new AppError('E-EXPORT-PATH', { path }, error)
    }
  },
  freePath(folder, name, extension) {
    const safe = reserved.test(name) ? `${name}-timbang` : name
    for (let copy = 1; ; copy++) {
      const path = join(folder, copy === 1 ? `${safe}.${extension}` : `${safe} (${copy}).${extension}`)
      if (!existsSync(path)) return path
    }
  },
}
