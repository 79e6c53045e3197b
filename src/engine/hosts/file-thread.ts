import { Worker } from 'node:worker_threads'
import type { Refusal } from '#contract/reply.ts'
import { dataKeyOf } from '#data/store/encryption/workspace-key.ts'
import { AppError } from '#domain/app-error.ts'
import type { FileToCheck } from '#engine/host.ts'

/** The data key of an encrypted file comes as the first message: what a thread starts with stays readable in it. */
export type ThreadKey = Uint8Array | null

/** What a thread that reads a file says in the end; `told` before that, as often as it likes. */
export type ThreadMessage<Answer, News> =
  | { readonly kind: 'told'; readonly news: News }
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface FileThread<Answer> {
  /** Rejects with the refusal, with E-OPEN-NONE once stopped, or with another error when the thread itself failed. */
  readonly answer: Promise<Answer>
  stop(): void
}

/** Starts a program that reads the file on a thread of its own. */
export function startFileThread<Answer, News = never>(
  program: string,
  workerData: { readonly wasmBytes: Uint8Array; readonly path: string },
  key: FileToCheck['key'],
  hear: (news: News) => void = () => undefined,
): FileThread<Answer> {
  const thread = new Worker(program, { workerData })
  const dataKey: ThreadKey = key === null ? null : dataKeyOf(key)
  thread.postMessage(dataKey)
  let stop = () => {}
  const answer = new Promise<Answer>((resolve, reject) => {
    thread.on('message', (said: ThreadMessage<Answer, News>) => {
      if (said.kind === 'told') hear(said.news)
      else if (said.kind === 'read') resolve(said.answer)
      else reject(new AppError(said.refusal.code, said.refusal.params))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The reading of the file ended without an answer.')))
    stop = () => {
      reject(new AppError('E-OPEN-NONE'))
      void thread.terminate()
    }
  })
  answer.catch(() => undefined)
  return { answer, stop: () => stop() }
}
