import { useEffect, useState } from 'react'
import type { BackupPreviewOutput } from '#contract/backups.ts'
import { AppError } from '#domain/app-error.ts'
import { call } from '#renderer/ipc/client.ts'
import { useProgress } from '#renderer/ipc/events.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'

export interface PreviewState {
  readonly data: BackupPreviewOutput | null
  readonly error: AppError | null
  readonly busy: boolean
  readonly step: string | null
}

interface Outcome {
  readonly key: string
  readonly data: BackupPreviewOutput | null
  readonly error: AppError | null
}

/** Compares a copy with the present file; a comparison nobody waits for any more is ended. `enabled` false: not yet. */
export function usePreview(path: string, copy: string, secret: string | null, enabled: boolean): PreviewState {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const progress = useProgress(jobId)
  const key = JSON.stringify([path, copy, secret])
  useEffect(() => {
    if (!enabled) return
    const job = newJobId()
    let wanted = true
    setJobId(job)
    call('backups.preview', { path, copy, secret, jobId: job }, { reads: true }).then(
      (data) => wanted && setOutcome({ key, data, error: null }),
      (error: unknown) =>
        wanted &&
        setOutcome({ key, data: null, error: error instanceof AppError ? error : new AppError('E-ENGINE-LOST') }),
    )
    return () => {
      wanted = false
      void call('jobs.cancel', { jobId: job }).catch(() => undefined)
    }
  }, [key, path, copy, secret, enabled])
  const known = outcome?.key === key ? outcome : null
  return {
    data: known?.data ?? null,
    error: known?.error ?? null,
    busy: enabled && known === null,
    step: progress?.step ?? null,
  }
}
