import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useEngineEvent } from '#renderer/ipc/events.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { openSupport } from '#renderer/ui/support/support-store.ts'
import { useGo } from '#renderer/ui/use-place.ts'
import { DropZone } from './frame/drop-zone.tsx'
import styles from './frame/frame.module.css'
import { useMenuCommands } from './frame/use-menu-commands.ts'
import { useWorkspaceActions } from './frame/use-workspace-actions.ts'

/** The window without a workspace: the start screen, dropped files and the menu. */
export function StartWindow({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const go = useGo()
  const actions = useWorkspaceActions()
  const nothing = (): void => undefined
  useEngineEvent((event) => {
    if (event.type === 'open-file') actions.openPath(event.path)
  })
  useMenuCommands({
    'new-workspace': actions.createNew,
    'open-workspace': actions.openOther,
    'save-copy': nothing,
    lock: nothing,
    import: nothing,
    undo: nothing,
    redo: nothing,
    'command-palette': nothing,
    'support-file': openSupport,
    about: () => notify(t('common.about'), { tone: 'information' }),
  })
  return (
    <main className={styles.alone} tabIndex={-1}>
      {children}
      <DropZone onWorkspace={actions.openPath} onImport={() => go('start', { new: 'yes' })} />
    </main>
  )
}
