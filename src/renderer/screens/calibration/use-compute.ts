import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { knownError } from '#renderer/ipc/unknown-error.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'

export interface Computation {
  /** Running now, for the dialog that shows how far it is. */
  readonly jobId: string | null
  /** Nobody has a score yet: there is nothing to compute. */
  readonly isEmpty: boolean
  readonly compute: () => void
}

/** Computes the calibration of a period and keeps it. */
export function useCompute(period: PeriodSummary): Computation {
  const t = useT()
  const say = useErrorSentence()
  const [jobId, setJobId] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const { mutateAsync } = useCommand('calibration.store', {
    quiet: true,
    success: ({ isNew }) => t(isNew ? 'calibration.computed' : 'calibration.computedSame'),
  })
  const run = async (): Promise<void> => {
    const job = newJobId()
    setJobId(job)
    setEmpty(false)
    try {
      await mutateAsync({ jobId: job, periodId: period.id })
    } catch (error) {
      const { code } = knownError(error)
      if (code === 'E-CALIBRATE-EMPTY') setEmpty(true)
      else if (code !== 'E-CANCELLED') notify(say(error), { tone: 'refused' })
    } finally {
      setJobId(null)
    }
  }
  return { jobId, isEmpty, compute: () => void run() }
}
