import { join } from 'node:path'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { checkWorkspacePages } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { DefectsFinder, FileToCheck, PagesCheck, PagesChecker } from '#engine/host.ts'
import { startFileThread } from './file-thread.ts'

/** What the thread that checks is given: whether the file is sound, or every defect of it. */
export interface PagesQuestion {
  readonly wasmBytes: Uint8Array
  readonly path: string
  readonly wanted: 'soundness' | 'defects'
}

/** A file this large takes longer than a third of a second to check; a smaller one is checked before it is shown. */
const from = 32 * 2 ** 20
const after = 2_000

/** The build puts the thread's program beside this one. */
const programBeside = () => join(import.meta.dirname, 'check-pages-thread.js')

/** Checks large files on a thread of their own. */
export const checkPagesBeside = (wasmBytes: Uint8Array, program = programBeside()): PagesChecker => ({
  from,
  after,
  start: (file) => startCheck(wasmBytes, program, file),
})

/** Looks for every defect of a large file on a thread of its own. */
export const findDefectsBeside = (wasmBytes: Uint8Array, program = programBeside()): DefectsFinder => ({
  from,
  start: ({ path, key }) => {
    const question: PagesQuestion = { wasmBytes, path, wanted: 'defects' }
    const { answer, stop } = startFileThread<readonly string[]>(program, question, key)
    return { done: answer, stop }
  },
})

function startCheck(wasmBytes: Uint8Array, program: string, { path, key }: FileToCheck): PagesCheck {
  const question: PagesQuestion = { wasmBytes, path, wanted: 'soundness' }
  const { answer, stop } = startFileThread<readonly string[]>(program, question, key)
  const done = answer.then(
    () => undefined,
    async (error: unknown) => {
      if (error instanceof AppError) throw error
      // The thread itself failed (no memory left, for example): that says nothing about the file, so it is checked here.
      const engine = await loadSqlEngine(wasmBytes)
      if (key === null) checkWorkspacePages(engine, path)
      else checkWorkspacePages(engine, path, encryptedFileSystem(key))
    },
  )
  // Whoever waits hears of it; when nobody does, a refusal must not count as an error nobody foresaw.
  done.catch(() => undefined)
  return { done, stop }
}
