import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '#contract/contracts.ts'
import type { AppError } from '#domain/app-error.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'

export type Inspection = CallOutput<'inspection.read'>

/** Reads the file once when the screen appears, and again when asked. */
export function useInspection(path: string) {
  const { mutateAsync } = useCommand('inspection.read', { undoable: false, quiet: true })
  const [jobId, setJobId] = useState<string | null>(null)
  const [inspection, setInspection] = useState<Inspection | null>(null)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const begun = useRef(false)
  const run = useCallback(async (): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    setInspection(null)
    setRefusal(null)
    await mutateAsync({ path, jobId: job }).then(setInspection, setRefusal)
    setJobId(null)
  }, [mutateAsync, path])
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void run()
  }, [run])
  return { jobId, inspection, refusal, run: () => void run() }
}
