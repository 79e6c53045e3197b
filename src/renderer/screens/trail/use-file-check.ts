import { useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'

export interface CheckResult extends CallOutput<'workspace.check'> {
  /** ISO moment of the answer. */
  readonly at: string
}

/** "Periksa berkas": the engine reads every page of the file, every link between its rows, and follows the trail. */
export function useFileCheck() {
  const { mutateAsync } = useCommand('workspace.check', { undoable: false })
  const [jobId, setJobId] = useState<string | null>(null)
  const [result, setResult] = useState<CheckResult | null>(null)
  const run = async (): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    setResult(null)
    await mutateAsync({ jobId: job })
      .then((checked) => setResult({ ...checked, at: new Date().toISOString() }))
      // A refusal has been shown by the global handler.
      .catch(() => undefined)
    setJobId(null)
  }
  return { jobId, result, run: () => void run() }
}
