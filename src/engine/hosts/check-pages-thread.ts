import { parentPort, workerData } from 'node:worker_threads'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { checkWorkspacePages } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import type { PagesAnswer, PagesQuestion } from './check-pages.ts'

/** The program of the thread that reads a large file from end to end, and says whether it is sound. */
const { wasmBytes, path } = workerData as PagesQuestion
const engine = await loadSqlEngine(wasmBytes)
parentPort?.postMessage(answer())

function answer(): PagesAnswer {
  try {
    checkWorkspacePages(engine, path)
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params }
    throw error
  }
}
