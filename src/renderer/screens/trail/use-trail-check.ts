import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { AppError } from '#domain/app-error.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'

export type TrailReport = CallOutput<'trail.verify'>

/** "Periksa rantai": the engine follows the chain and builds every row anew from it. */
export function useTrailCheck() {
  const { mutateAsync } = useCommand('trail.verify', { undoable: false, quiet: true })
  const [jobId, setJobId] = useState<string | null>(null)
  const [report, setReport] = useState<TrailReport | null>(null)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const run = async (anchor: string): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    setReport(null)
    setRefusal(null)
    await mutateAsync({ jobId: job, anchor: anchor.trim() === '' ? null : anchor })
      .then(setReport)
      .catch((error: AppError) => setRefusal(error.code === 'E-CANCELLED' ? null : error))
    setJobId(null)
  }
  return { jobId, report, refusal, run: (anchor: string) => void run(anchor) }
}
