import type { Job } from '#application/ports/jobs.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'

/** Long calls by the id their caller gave them: they report progress, and stop at their next pause once cancelled. */
export interface Jobs {
  run<Result>(jobId: string, work: (job: Job) => Promise<Result> | Result): Promise<Result>
  cancel(jobId: string): void
}

export function createJobs(emit: (event: EngineEvent) => void): Jobs {
  /** Also of jobs that have not begun yet: theirs waits at the gate, while the cancelling call does not. */
  const cancelled = new Set<string>()
  return {
    async run(jobId, work) {
      try {
        return await work({
          report: (step, done, total) => emit({ type: 'progress', jobId, step, done, total }),
          async pause() {
            await new Promise((resolve) => setImmediate(resolve))
            if (cancelled.has(jobId)) throw new AppError('E-CANCELLED')
          },
        })
      } finally {
        cancelled.delete(jobId)
      }
    },
    cancel(jobId) {
      cancelled.add(jobId)
    },
  }
}
