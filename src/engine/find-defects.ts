import { statSync } from 'node:fs'
import type { Job } from '#application/ports/jobs.ts'
import { unsoundBlocks } from '#data/store/encryption/unsound-blocks.ts'
import type { WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { OpenWorkspace } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { DefectsFinder, RunningSearch } from './host.ts'

/** Every defect of the open file, in words: on a thread of its own for a large one, here and at once for any other. */
export function findDefects(
  finder: DefectsFinder | undefined,
  file: Pick<OpenWorkspace, 'path' | 'checkIntegrity'>,
  key: WorkspaceKey | null,
): RunningSearch {
  const here = () => [...file.checkIntegrity(), ...unsoundBlocks(file.path, key)]
  if (finder === undefined || statSync(file.path).size < finder.from) return settled(here)
  const search = finder.start({ path: file.path, key })
  const done = search.done.catch((error: unknown) => {
    if (error instanceof AppError) throw error
    // The thread itself failed (no memory left, for example): that says nothing about the file.
    return here()
  })
  done.catch(() => undefined)
  return { done, stop: search.stop }
}

function settled(work: () => readonly string[]): RunningSearch {
  const done = new Promise<readonly string[]>((resolve) => resolve(work()))
  done.catch(() => undefined)
  return { done, stop: () => undefined }
}

/** How soon a cancelled wait ends. */
const lookEvery = 50

/** What the search came to. While it goes on the job says so, and can be cancelled. */
export async function awaitDefects(search: RunningSearch, job: Job): Promise<readonly string[]> {
  let ended = false
  const over = search.done.then(
    () => {
      ended = true
    },
    () => {
      ended = true
    },
  )
  for (;;) {
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, lookEvery))])
    if (ended) return search.done
    job.report('pages', 0, 1)
    await job.pause()
  }
}
