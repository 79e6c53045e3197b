import { hostname } from 'node:os'
import { basename } from 'node:path'
import type { Inspection, RunningInspection } from '#application/ports/inspection.ts'
import type { Job } from '#application/ports/jobs.ts'
import type { InspectionOutput } from '#contract/inspection.ts'
import { copyAsIs } from '#data/inspection/copy-as-is.ts'
import { AppError } from '#domain/app-error.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { inspectHere, inspectionFolder } from '#engine/inspection.ts'
import { realPathOf } from '#engine/real-path.ts'

/** Checks and tables of an inspection: what its progress is counted in. */
const parts = 38
const betweenLooks = 100

export function inspectionHandlers({ session, host, jobs }: HandlerContext): HandlersOf<CallsOf<'inspection'>> {
  const inspector = host.inspector ?? inspectHere(host.wasmBytes, inspectionFolder(host.preferencesFolder))

  /** Reading an open file from the side would take its locks away. */
  function assertNotOpen(path: string): void {
    if (!session.isOpen() || session.current().path !== (realPathOf(path) ?? path)) return
    throw new AppError('E-OPEN-LOCKED', { path, computer: hostname() })
  }

  return {
    'inspection.read': ({ path, jobId }) => {
      assertNotOpen(path)
      return jobs.run(jobId, async (job) => {
        const running = inspector(path, (part) => job.report('reading', part.steps.length + part.tables.length, parts))
        return told(await untilDone(running, job))
      })
    },
    'inspection.saveCopy': ({ path, target }) => {
      assertNotOpen(path)
      assertNotOpen(target)
      return { path: target, bytes: copyAsIs(path, target) }
    },
  }
}

/** Looks now and then whether the user has had enough. */
async function untilDone(running: RunningInspection, job: Job): Promise<Inspection> {
  let ended = false
  const done = running.done.finally(() => {
    ended = true
  })
  done.catch(() => undefined)
  try {
    while (!ended) {
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, betweenLooks).unref())])
      await job.pause()
    }
    return await done
  } catch (error) {
    running.stop()
    throw error
  }
}

const told = ({ chain, ...rest }: Inspection): InspectionOutput => ({
  ...rest,
  fileName: basename(rest.path),
  steps: rest.steps.map((step) => ({ ...step, details: [...step.details] })),
  tables: rest.tables.map((table) => ({ ...table })),
  people: rest.people.map((person) => ({ ...person })),
  chain:
    chain === null
      ? null
      : {
          ...chain,
          findings: chain.findings.map((finding) => ({
            ...finding,
            fields: finding.fields.map((field) => ({ ...field })),
          })),
        },
})
