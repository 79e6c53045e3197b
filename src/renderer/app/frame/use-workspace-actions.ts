import { useMemo } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { lastPlaceOf } from '#renderer/ui/last-place.ts'
import { useGo } from '#renderer/ui/use-place.ts'

export interface WorkspaceActions {
  readonly openOther: () => void
  readonly openPath: (path: string) => void
  readonly createNew: () => void
  readonly saveCopy: (suggestedName: string) => void
  /** Has the workspace locked; a plain one stays open. */
  readonly lock: () => void
  readonly close: () => void
}

/** What one does with the file itself: from the agency menu, the window's menu, a dropped file. */
export function useWorkspaceActions(): WorkspaceActions {
  const t = useT()
  const go = useGo()
  const { mutate: open } = useCommand('workspace.open', {
    onSuccess: (opened) => {
      if (opened !== null) go(lastPlaceOf(opened.path))
    },
  })
  const { mutate: close } = useCommand('workspace.close', { onSuccess: () => go('start') })
  const { mutate: copy } = useCommand('workspace.saveCopy', { success: t('common.workspaceCopyDone'), undoable: false })
  const { mutate: lock } = useCommand('protection.lock', { undoable: false })
  return useMemo(
    () => ({
      openOther: () => {
        void shell()
          .openFileDialog({ purpose: 'workspace', title: t('common.workspaceOpenTitle') })
          .then(([path]) => {
            if (path !== undefined) open({ path })
          })
      },
      openPath: (path) => open({ path }),
      createNew: () => go('start', { new: 'yes' }),
      saveCopy: (suggestedName) => {
        void shell()
          .saveFileDialog({
            purpose: 'copy',
            title: t('common.workspaceSaveCopyTitle'),
            defaultName: suggestedName,
            extension: 'timbang',
          })
          .then((path) => {
            if (path !== null) copy({ path })
          })
      },
      lock: () => lock({ because: 'asked' }),
      close: () => close({}),
    }),
    [t, go, open, close, copy, lock],
  )
}
