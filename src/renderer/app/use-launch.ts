import { useEffect, useRef, useState } from 'react'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import type { OpenWorkspace } from '#renderer/ui/workspace-context.ts'

/** The seed of the example agency, so that every example is the same one. */
const exampleSeed = 2026

/**
 * Opens what Timbang was started with, once: a file of the command line, or the example agency. The engine has begun
 * with that file before the page stood; when it is open already nothing is left to do, and when it was refused asking
 * again says why.
 * @param workspace undefined while the engine has not said what is open
 * @returns the job under way, for its progress
 */
export function useLaunch(workspace: OpenWorkspace | null | undefined): string | null {
  const [jobId, setJobId] = useState<string | null>(null)
  const asked = useRef(false)
  const { mutate: open } = useCommand('workspace.open')
  const { mutateAsync: createExample } = useCommand('workspace.createExample')
  useEffect(() => {
    if (asked.current || workspace === undefined) return
    asked.current = true
    const launch = async (): Promise<void> => {
      const path = await shell().launchFile()
      if (path !== null) {
        if (workspace === null) open({ path })
        return
      }
      if (!(await shell().launchExample())) return
      const job = newJobId()
      setJobId(job)
      // A refusal has been shown by the mutation's own handler; the start screen stays.
      await createExample({ path: null, seed: exampleSeed, jobId: job }).catch(() => undefined)
      setJobId(null)
    }
    void launch()
  }, [workspace, open, createExample])
  return jobId
}
