import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#contract/reply.ts'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { dataKeyOf } from '#data/store/encryption/workspace-key.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { checkWorkspacePages } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { FileToCheck, PagesCheck, PagesChecker } from '#engine/host.ts'

/** What the thread that checks is given, and what it answers: null when the file is sound. */
export interface PagesQuestion {
  readonly wasmBytes: Uint8Array
  readonly path: string
}
/** The data key of an encrypted file comes as the first message: what a thread starts with stays readable in it. */
export type PagesKey = Uint8Array | null
export type PagesAnswer = Refusal | null

/** A file this large takes longer than a third of a second to check; a smaller one is checked before it is shown. */
const from = 32 * 2 ** 20
const after = 2_000

/** Checks large files on a thread of their own. */
export const checkPagesBeside = (wasmBytes: Uint8Array): PagesChecker => ({
  from,
  after,
  start: (file) => startCheck(wasmBytes, file),
})

function startCheck(wasmBytes: Uint8Array, { path, key }: FileToCheck): PagesCheck {
  const thread = startThread({ wasmBytes, path }, key === null ? null : dataKeyOf(key))
  const done = thread.answer.catch(async (error: unknown) => {
    if (error instanceof AppError) throw error
    // The thread itself failed (no memory left, for example): that says nothing about the file, so it is checked here.
    const engine = await loadSqlEngine(wasmBytes)
    if (key === null) checkWorkspacePages(engine, path)
    else checkWorkspacePages(engine, path, encryptedFileSystem(key))
  })
  // Whoever waits hears of it; when nobody does, a refusal must not count as an error nobody foresaw.
  done.catch(() => undefined)
  return { done, stop: thread.stop }
}

/** The build puts the thread's program beside this one. */
function startThread(workerData: PagesQuestion, dataKey: PagesKey) {
  const thread = new Worker(join(import.meta.dirname, 'check-pages-thread.js'), { workerData })
  thread.postMessage(dataKey)
  let stop = () => {}
  const answer = new Promise<void>((resolve, reject) => {
    thread.once('message', (refusal: PagesAnswer) => {
      if (refusal === null) resolve()
      else reject(new AppError(refusal.code, refusal.params))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The check of the file ended without an answer.')))
    stop = () => {
      reject(new AppError('E-OPEN-NONE'))
      void thread.terminate()
    }
  })
  return { answer, stop: () => stop() }
}
