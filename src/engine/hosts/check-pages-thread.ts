import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { encryptedFileSystem } from '#data/store/encryption/encrypted-file-system.ts'
import { unsoundBlocks } from '#data/store/encryption/unsound-blocks.ts'
import { type WorkspaceKey, workspaceKey } from '#data/store/encryption/workspace-key.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { checkWorkspacePages, findWorkspaceDefects } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { PagesAnswer, PagesKey, PagesQuestion } from './check-pages.ts'

/** The program of the thread that reads a large file from end to end, and says whether it is sound or what is wrong with it. */
const { wasmBytes, path, wanted } = workerData as PagesQuestion
if (parentPort === null) throw new Error('This program runs on a thread.')
const [dataKey] = (await once(parentPort, 'message')) as [PagesKey]
const engine = await loadSqlEngine(wasmBytes)
parentPort.postMessage(answer(dataKey))

function answer(bytes: PagesKey): PagesAnswer {
  const key = bytes === null ? null : workspaceKey(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), [])
  try {
    return { kind: 'read', defects: read(key) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', refusal: { code: error.code, params: error.params } }
    throw error
  } finally {
    key?.forget()
  }
}

function read(key: WorkspaceKey | null): readonly string[] {
  const layer = key === null ? undefined : encryptedFileSystem(key)
  if (wanted === 'defects') return [...findWorkspaceDefects(engine, path, layer), ...unsoundBlocks(path, key)]
  checkWorkspacePages(engine, path, layer)
  return []
}
