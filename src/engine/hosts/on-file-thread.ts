import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { type WorkspaceKey, workspaceKey } from '#data/store/encryption/workspace-key.ts'
import type { HostFileSystem } from '#data/store/host-file-system.ts'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { AppError } from '#domain/app-error.ts'
import type { ThreadKey, ThreadMessage } from './file-thread.ts'

interface Reading<Question, News> {
  readonly question: Question
  readonly engine: SqlEngine
  readonly key: WorkspaceKey | null
  /** The way to the bytes of an encrypted file; undefined for a plain one. */
  readonly layer: HostFileSystem | undefined
  tell(news: News): void
}

/** The whole of a thread's program: takes the question and the key, does `work`, and answers once. */
export async function answerOnThread<Question extends { readonly wasmBytes: Uint8Array }, Answer, News = never>(
  work: (reading: Reading<Question, News>) => Answer,
): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('This program runs on a thread.')
  const question = workerData as Question
  const [bytes] = (await once(port, 'message')) as [ThreadKey]
  const engine = await loadSqlEngine(question.wasmBytes)
  const say = (message: ThreadMessage<Answer, News>) => port.postMessage(message)
  const key = bytes === null ? null : workspaceKey(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), [])
  const layer = key === null ? undefined : encryptedFileSystem(key)
  try {
    say({ kind: 'read', answer: work({ question, engine, key, layer, tell: (news) => say({ kind: 'told', news }) }) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    say({ kind: 'refused', refusal: { code: error.code, params: error.params } })
  } finally {
    key?.forget()
  }
}
