import { useState } from 'react'
import { errorSentence } from '#contract/error-sentences.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { useFailureSentence } from '#renderer/ui/backups/folder-line.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { readStored, writeStored } from '#renderer/ui/stored.ts'
import { useGo } from '#renderer/ui/use-place.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import styles from './frame.module.css'
import type { WorkspaceActions } from './use-workspace-actions.ts'

/** What one must know of the open file itself: that it cannot be written and why, and that it lies in an unsafe place. */
export function FileBanners({ actions }: { readonly actions: WorkspaceActions }) {
  const { workspace } = useWorkspace()
  return (
    <>
      <TrailBanner />
      <ReadOnlyBanner actions={actions} />
      <PlaceBanner key={workspace.path} />
      <BackupBanner />
    </>
  )
}

/** On every place, results and meeting included: nothing of this may be signed. */
function TrailBanner() {
  const t = useT()
  const locale = useLocale()
  const go = useGo()
  const trail = useCall('trail.state', {}, { keepPrevious: true }).data
  if (trail?.state !== 'broken') return null
  const { entry, found } = trail
  return (
    <div className={styles.banner}>
      <Banner
        tone="refused"
        title={t('common.trailBroken')}
        action={
          <Action size="small" onClick={() => go('trail')}>
            {t('common.trailOpen')}
          </Action>
        }
      >
        {entry === null
          ? errorSentence('E-AUDIT-ROWS', { count: found }, locale)
          : errorSentence('E-AUDIT-BROKEN', { entry }, locale)}
      </Banner>
    </div>
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

/** A copy that failed does not stop anybody, but must not go unseen either. It goes with the next copy that succeeds. */
function BackupBanner() {
  const t = useT()
  const { workspace } = useWorkspace()
  const state = useCall('backups.state', {}, { enabled: !workspace.readOnly })
  const failure = state.data?.failure ?? null
  const sentence = useFailureSentence(failure)
  if (failure === null) return null
  return (
    <div className={styles.banner}>
      <Banner
        tone="attention"
        title={t('backups.failed')}
        action={
          <Action size="small" onClick={() => openBackups(workspace.path)}>
            {t('backups.open')}
          </Action>
        }
      >
        {sentence}
      </Banner>
    </div>
  )
}
