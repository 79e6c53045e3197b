import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Inspection, Inspector } from '#application/ports/inspection.ts'
import type { Refusal } from '#contract/reply.ts'
import { AppError } from '#domain/app-error.ts'

/** What the thread that reads a damaged file is given, and what it says. */
export interface InspectionQuestion {
  readonly wasmBytes: Uint8Array
  readonly path: string
  readonly scratchFolder: string
}
export type InspectionNews =
  | { readonly kind: 'part'; readonly part: Inspection }
  | { readonly kind: 'done'; readonly inspection: Inspection }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Silence after which a reading is given up: five seconds, and one more for every twenty megabytes. */
const patience = 5_000
const bytesPerSecond = 20 * 2 ** 20

/**
 * Inspects on a thread of its own, which is ended when it falls silent: a file made to be endless costs five seconds and
 * shows what was read until then. The build puts the thread's program beside this one.
 */
export const inspectBeside =
  (wasmBytes: Uint8Array, scratchFolder: string, program = join(import.meta.dirname, 'inspect-thread.js')): Inspector =>
  (path, heard) => {
    const thread = new Worker(program, { workerData: { wasmBytes, path, scratchFolder } })
    let stop = (): void => undefined
    const done = new Promise<Inspection>((resolve, reject) => {
      let read: Inspection | null = null
      let silence: NodeJS.Timeout | undefined
      const end = (settle: () => void): void => {
        clearTimeout(silence)
        settle()
        void thread.terminate()
      }
      const giveUp = (): void => end(() => resolve({ ...(read ?? nothingRead(path)), stopped: true }))
      const wait = (): void => {
        clearTimeout(silence)
        silence = setTimeout(giveUp, patience + (sizeOf(path) / bytesPerSecond) * 1_000)
      }
      stop = () => end(() => reject(new AppError('E-CANCELLED')))
      thread.on('message', (news: InspectionNews) => {
        if (news.kind === 'done') end(() => resolve(news.inspection))
        if (news.kind === 'refused') end(() => reject(new AppError(news.refusal.code, news.refusal.params)))
        if (news.kind !== 'part') return
        read = news.part
        heard(read)
        wait()
      })
      // The thread itself failed, for want of memory say: the engine and what was read before stay.
      thread.once('error', giveUp)
      thread.once('exit', giveUp)
      wait()
    })
    done.catch(() => undefined)
    return { done, stop: () => stop() }
  }

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

const nothingRead = (path: string): Inspection => ({
  path,
  bytes: sizeOf(path),
  encrypted: false,
  agency: null,
  lastEntryAt: null,
  steps: [],
  tables: [],
  people: [],
  peopleFound: 0,
  chain: null,
  stopped: true,
})
