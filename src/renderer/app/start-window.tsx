import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useEngineEvent } from '#renderer/ipc/events.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { newJobId, ProgressDialog } from '#renderer/ui/progress-dialog.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { DropZone } from './frame/drop-zone.tsx'
import styles from './frame/frame.module.css'
import { useMenuCommands } from './frame/use-menu-commands.ts'
import { useWorkspaceActions } from './frame/use-workspace-actions.ts'

/** The seed of the example agency, so that every example is the same one. */
const exampleSeed = 2026

/** The window without a workspace: the start screen, dropped files, the menu, and what Timbang was started with. */
export function StartWindow({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const go = useGo()
  const actions = useWorkspaceActions()
  const jobId = useLaunch(actions.openPath)
  const nothing = (): void => undefined
  useEngineEvent((event) => {
    if (event.type === 'open-file') actions.openPath(event.path)
  })
  useMenuCommands({
    'new-workspace': actions.createNew,
    'open-workspace': actions.openOther,
    'save-copy': nothing,
    import: nothing,
    undo: nothing,
    redo: nothing,
    'command-palette': nothing,
    about: () => notify(t('common.about'), { tone: 'information' }),
  })
  return (
    <main className={styles.alone}>
      {children}
      <DropZone onWorkspace={actions.openPath} onImport={() => go('start', { new: 'yes' })} />
      <ProgressDialog jobId={jobId} title={t('common.exampleMaking')} />
    </main>
  )
}

/** Opens what Timbang was started with, once: a file of the command line, or the example agency. */
function useLaunch(openPath: (path: string) => void): string | null {
  const [jobId, setJobId] = useState<string | null>(null)
  const asked = useRef(false)
  const { mutateAsync: createExample } = useCommand('workspace.createExample')
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    const launch = async (): Promise<void> => {
      const path = await shell().launchFile()
      if (path !== null) {
        openPath(path)
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
  }, [openPath, createExample])
  return jobId
}
