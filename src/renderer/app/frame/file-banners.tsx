import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { readStored, writeStored } from '#renderer/ui/stored.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './frame.module.css'
import type { WorkspaceActions } from './use-workspace-actions.ts'

/** What one must know of the open file itself: that it cannot be written and why, and that it lies in an unsafe place. */
export function FileBanners({ actions }: { readonly actions: WorkspaceActions }) {
  const { workspace } = useWorkspace()
  return (
    <>
      <ReadOnlyBanner actions={actions} />
      <PlaceBanner key={workspace.path} />
    </>
  )
}

/** Stays as long as it is true: every refused change is explained by it. */
function ReadOnlyBanner({ actions }: { readonly actions: WorkspaceActions }) {
  const t = useT()
  const { workspace } = useWorkspace()
  if (workspace.readOnlyBecause === null) return null
  const asked = workspace.readOnlyBecause === 'asked'
  return (
    <div className={styles.banner}>
      <Banner
        tone="information"
        title={t(asked ? 'common.readOnlyAsked' : 'common.readOnlyRights')}
        action={
          asked ? (
            <Action size="small" onClick={() => actions.openPath(workspace.path)}>
              {t('common.openToEdit')}
            </Action>
          ) : (
            <Action size="small" onClick={() => actions.saveCopy(workspace.fileName)}>
              {t('common.workspaceSaveCopy')}
            </Action>
          )
        }
      >
        {t(asked ? 'common.readOnlyAskedDetail' : 'common.readOnlyRightsDetail')}
      </Banner>
    </div>
  )
}

const placeTexts = {
  network: ['common.placeNetwork', 'common.placeNetworkDetail'],
  synchronised: ['common.placeSynchronised', 'common.placeSynchronisedDetail'],
  removable: ['common.placeRemovable', 'common.placeRemovableDetail'],
} as const

/** Said once for each file: whoever closes it has read it. */
function PlaceBanner() {
  const t = useT()
  const { workspace } = useWorkspace()
  const storedName = `place-read.${workspace.path}`
  const [read, setRead] = useState(() => readStored(storedName) === workspace.place)
  if (workspace.place === 'local' || read) return null
  const [title, detail] = placeTexts[workspace.place]
  const close = (): void => {
    writeStored(storedName, workspace.place)
    setRead(true)
  }
  return (
    <div className={styles.banner}>
      <Banner
        tone="attention"
        title={t(title)}
        action={
          <Action size="small" onClick={close}>
            {t('common.understood')}
          </Action>
        }
      >
        {t(detail)}
      </Banner>
    </div>
  )
}
