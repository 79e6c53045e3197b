import { IconFileDownload, IconFolderOpen, IconPlus, IconScale, IconWifiOff } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { lastPlaceOf } from '#renderer/ui/last-place.ts'
import { useGo } from '#renderer/ui/use-place.ts'
import { ExamplePanel } from './example-panel.tsx'
import { HabitSwitches } from './habit-switches.tsx'
import { RecentFiles } from './recent-files.tsx'
import styles from './start.module.css'

/** Open, begin, or look at the example; at the left what this instrument is. */
export function Welcome() {
  const t = useT()
  const go = useGo()
  const { mutateAsync, isPending } = useCommand('workspace.open', {
    onSuccess: (opened) => {
      if (opened !== null) go(lastPlaceOf(opened.path))
    },
  })
  // A refusal has been shown by the mutation's own handler.
  const open = (path: string): Promise<void> =>
    mutateAsync({ path }).then(
      () => undefined,
      () => undefined,
    )
  const choose = async (): Promise<void> => {
    const [path] = await shell().openFileDialog({ purpose: 'workspace', title: t('common.workspaceOpenTitle') })
    if (path !== undefined) await open(path)
  }
  return (
    <div className={styles.welcome}>
      <section className={styles.about} aria-labelledby="start-title">
        <IconScale className={styles.mark} size={32} stroke={1.6} aria-hidden />
        <h1 id="start-title">{t('common.appName')}</h1>
        <p>{t('start.what')}</p>
        <p>{t('start.how')}</p>
        <p className={styles.offline}>
          <IconWifiOff size={16} stroke={1.8} aria-hidden />
          {t('start.offline')}
        </p>
        <span className={styles.grow} />
        <HabitSwitches />
      </section>
      <div className={styles.doors}>
        <section className={styles.files} aria-labelledby="start-files">
          <header className={styles.filesHead}>
            <h2 id="start-files">{t('start.workspaces')}</h2>
            <span className={styles.grow} />
            <Action icon={IconFolderOpen} keys="Ctrl O" busy={isPending} onClick={() => void choose()}>
              {t('start.open')}
            </Action>
            <Action kind="primary" icon={IconPlus} keys="Ctrl N" onClick={() => go('start', { new: 'yes' })}>
              {t('start.newWorkspace')}
            </Action>
          </header>
          <RecentFiles onOpen={open} />
          <p className={styles.dropHint}>
            <IconFileDownload size={16} stroke={1.8} aria-hidden />
            {t('start.dropHint')}
          </p>
        </section>
        <ExamplePanel />
      </div>
    </div>
  )
}
