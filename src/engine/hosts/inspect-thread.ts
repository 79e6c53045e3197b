import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#domain/app-error.ts'
import { inspectIn } from '../inspection.ts'
import type { InspectionNews, InspectionQuestion } from './inspect-beside.ts'

/** The program of the thread that reads a damaged file: whatever the file does to it, the engine goes on. */
const { wasmBytes, path, scratchFolder } = workerData as InspectionQuestion
const betweenNews = 250
let last = 0

const say = (news: InspectionNews): void => parentPort?.postMessage(news)

try {
  const inspection = await inspectIn(wasmBytes, scratchFolder, path, (part) => {
    const now = performance.now()
    if (now - last < betweenNews) return
    last = now
    say({ kind: 'part', part })
  })
  say({ kind: 'done', inspection })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  say({ kind: 'refused', refusal: { code: error.code, params: error.params } })
}
