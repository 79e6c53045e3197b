import type { Job } from '#application/ports/jobs.ts'
import type { EngineEvent } from '#contract/wire.ts'
import { AppError } from '#domain/app-error.ts'

/** Long calls by the id their caller gave them: they report progress, and stop at their next pause once cancelled. */
export interface Jobs {
  run<Result>(jobId: string, work: (job: Job) => Promise<Result> | Result): Promise<Result>
  cancel(jobId: string): void
}

export function createJobs(emit: (event: EngineEvent) => void): Jobs {
  const cancelled = new Set<string>()
  const running = new Set<string>()
  return {
    async run(jobId, work) {
      running.add(jobId)
      try {
        return await work({
          report: (step, done, total) => emit({ type: 'progress', jobId, step, done, total }),
          async pause() {
            await new Promise((resolve) => setImmediate(resolve))
            if (cancelled.has(jobId)) throw new AppError('E-CANCELLED')
          },
        })
      } finally {
        running.delete(jobId)
        cancelled.delete(jobId)
      }
    },
    cancel(jobId) {
      if (running.has(jobId)) cancelled.add(jobId)
    },
  }
}
