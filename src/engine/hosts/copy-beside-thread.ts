import { once } from 'node:events'
import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { copyBeside } from '#data/backups/copy-beside.ts'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { workspaceKey } from '#data/store/encryption/workspace-key.ts'
import { nodeFileSystem } from '#data/store/host-file-system.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { AppError } from '#domain/app-error.ts'
import type { CopyAnswer, CopyKey, CopyQuestion } from './copy-beside.ts'

/** The program of the thread that copies a large workspace while it is being worked with. */
const { wasmBytes, request } = workerData as CopyQuestion
if (parentPort === null) throw new Error('This program runs on a thread.')
const port = parentPort
// Listens from the beginning to the end: between two messages a port nobody listens to lets the thread come to rest, and in
// Electron it then sometimes never woke for the second one. Everybody who writes waited for it.
const listen = (): void => undefined
port.on('message', listen)
const [given] = (await once(port, 'message')) as [CopyKey]
const engine = await loadSqlEngine(wasmBytes)
const tell = (answer: CopyAnswer) => port.postMessage(answer)
// Whoever writes waits from here on: not while a thread starts and reads its program.
tell({ kind: 'ready' })
await once(port, 'message')
const key = given === null ? null : workspaceKey(Buffer.from(given.dataKey), given.keys)

try {
  const fileSystem = key === null ? nodeFileSystem : encryptedFileSystem(key)
  const copy = copyBeside({ engine, fileSystem }, request, () => {
    tell({ kind: 'released' })
    stepBack()
  })
  tell({ kind: 'done', copy })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  tell({ kind: 'refused', refusal: { code: error.code, params: error.params } })
} finally {
  key?.forget()
  port.off('message', listen)
}

/**
 * Nobody waits for the rest, and on a laptop with two cores it would take one of them from whoever edits. Only Linux gives a
 * thread a rank of its own; elsewhere it keeps that of the process.
 */
function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It is only a favour.
  }
}
