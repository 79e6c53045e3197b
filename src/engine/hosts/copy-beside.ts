import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StoredBackup } from '#application/ports/backup-store.ts'
import type { Refusal } from '#contract/reply.ts'
import type { BackupRequest } from '#data/backups/take-backup.ts'
import { dataKeyOf, type WorkspaceKey } from '#data/store/encryption/workspace-key.ts'
import { AppError } from '#domain/app-error.ts'
import type { BackupThread, RunningBackup } from '#engine/host.ts'

export interface CopyQuestion {
  readonly wasmBytes: Uint8Array
  readonly request: BackupRequest
}

/** The key of an encrypted workspace comes as the first message: what a thread starts with stays readable in it. */
export type CopyKey = { readonly dataKey: Uint8Array; readonly keys: WorkspaceKey['keys'] } | null

/**
 * `ready` comes when the thread has loaded everything and only waits for `go`; then `released`, unless the copy failed
 * before.
 */
export type CopyAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'released' }
  | { readonly kind: 'done'; readonly copy: StoredBackup }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A copy of a smaller workspace takes a tenth of a second: less than starting a thread. Measured: docs/decisions/0014. */
const from = 4 * 2 ** 20

/**
 * How long a thread may keep silent, in milliseconds: until it is ready, and from then until whoever writes need wait no
 * longer. Reading two gigabytes from a slow disk takes half of it. A copy that is given up is told like one that failed.
 */
const patience = 60_000

/** Takes copies of large workspaces on a thread of their own. */
export const copyOnThread = (wasmBytes: Uint8Array): BackupThread => ({
  from,
  start: (request, key) =>
    startCopy({ wasmBytes, request }, key === null ? null : { dataKey: dataKeyOf(key), keys: key.keys }),
})

/** The build puts the thread's program beside this one. */
function startCopy(workerData: CopyQuestion, key: CopyKey): Promise<RunningBackup> {
  const thread = new Worker(join(import.meta.dirname, 'copy-beside-thread.js'), { workerData })
  thread.postMessage(key)
  let silence: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(silence)
    silence = setTimeout(() => void thread.terminate(), patience).unref()
  }
  wait()
  let begin = () => {}
  const ready = new Promise<void>((resolve) => {
    begin = resolve
  })
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const done = new Promise<StoredBackup>((resolve, reject) => {
    thread.on('message', (answer: CopyAnswer) => {
      if (answer.kind === 'ready') {
        begin()
        wait()
        thread.postMessage('go')
        return
      }
      clearTimeout(silence)
      if (answer.kind === 'done') resolve(answer.copy)
      if (answer.kind === 'refused') reject(new AppError(answer.refusal.code, answer.refusal.params))
      release()
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      clearTimeout(silence)
      reject(new Error('The copy ended without an answer.'))
      begin()
      release()
    })
  })
  done.catch(() => undefined)
  // A copy is no reason to keep a program alive that is being closed: what is unfinished bears no name.
  thread.unref()
  return ready.then(() => ({ released, done }))
}
