import { openSpotlight } from '@mantine/spotlight'
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopy,
  IconFileImport,
  IconFolderOpen,
  IconFolderPlus,
  IconHelpCircle,
  IconLifebuoy,
  IconLock,
} from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { KeptTextsBanner } from '#renderer/app/lock/kept-texts-banner.tsx'
import { screens } from '#renderer/app/screens.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useEngineEvent } from '#renderer/ipc/events.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CommandProvider, createCommandRegistry, type PaletteCommand } from '#renderer/ui/commands.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { type NavigationPlace, navigationPlaces } from '#renderer/ui/places.ts'
import { createStatusBarStore, StatusBarProvider } from '#renderer/ui/status-bar.tsx'
import { openSupport } from '#renderer/ui/support/support-store.ts'
import { useGo, usePlace } from '#renderer/ui/use-place.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { CommandPalette } from './command-palette.tsx'
import { DropZone } from './drop-zone.tsx'
import { DutyBanner } from './duty-banner.tsx'
import { FileBanners } from './file-banners.tsx'
import styles from './frame.module.css'
import { HelpPanel } from './help-panel.tsx'
import { Navigation } from './navigation.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useHistory } from './use-history.ts'
import { useMenuCommands } from './use-menu-commands.ts'
import { useRegions } from './use-regions.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useWorkspaceActions } from './use-workspace-actions.ts'

const places: readonly NavigationPlace[] = navigationPlaces.filter((place) => screens.has(place))

/** The window while a workspace is open: top bar, navigation, the screen, status bar. */
export function Frame({
  children,
  operatorName,
}: {
  readonly children: ReactNode
  readonly operatorName: string | null
}) {
  const t = useT()
  const go = useGo()
  const { place } = usePlace()
  const { workspace } = useWorkspace()
  const history = useHistory()
  const actions = useWorkspaceActions()
  const [help, setHelp] = useState(false)
  const [restarted, setRestarted] = useState(false)
  const status = useMemo(createStatusBarStore, [])
  const registry = useMemo(createCommandRegistry, [])
  const toggleHelp = (): void => setHelp((open) => !open)
  const encrypted = useCall('protection.state', {}).data?.encrypted ?? false
  /** Only what is encrypted can be locked: the menu of the window is there for every file, so it says so. */
  const lockNow = (): void => {
    if (encrypted) actions.lock()
    else notify(t('protection.plainState'), { tone: 'information', id: 'lock' })
  }

  useEngineEvent((event) => {
    if (event.type === 'restarted') setRestarted(true)
    if (event.type === 'open-file') actions.openPath(event.path)
  })
  useShortcuts({ places, go, undo: history.undo, redo: history.redo, help: toggleHelp })
  useRegions()
  useMenuCommands({
    'new-workspace': actions.createNew,
    'open-workspace': actions.openOther,
    'save-copy': () => actions.saveCopy(workspace.fileName),
    lock: lockNow,
    import: () => go('import'),
    undo: history.undo,
    redo: history.redo,
    'command-palette': openSpotlight,
    'support-file': openSupport,
    about: () => notify(t('common.about'), { tone: 'information' }),
  })

  const commands: readonly PaletteCommand[] = [
    { id: 'import', label: t('common.import'), icon: IconFileImport, keys: 'Ctrl I', run: () => go('import') },
    { id: 'undo', label: t('common.undo'), icon: IconArrowBackUp, keys: 'Ctrl Z', run: history.undo },
    { id: 'redo', label: t('common.redo'), icon: IconArrowForwardUp, keys: 'Ctrl Y', run: history.redo },
    { id: 'open', label: t('common.workspaceOpenOther'), icon: IconFolderOpen, keys: 'Ctrl O', run: actions.openOther },
    { id: 'new', label: t('common.workspaceNew'), icon: IconFolderPlus, keys: 'Ctrl N', run: actions.createNew },
    {
      id: 'copy',
      label: t('common.workspaceSaveCopy'),
      icon: IconCopy,
      run: () => actions.saveCopy(workspace.fileName),
    },
    { id: 'backups', label: t('backups.title'), icon: IconArchive, run: () => openBackups(workspace.path) },
    { id: 'lock', label: t('protection.lockNow'), icon: IconLock, keys: 'Ctrl L', run: lockNow },
    { id: 'support', label: t('support.menu'), icon: IconLifebuoy, run: openSupport },
    { id: 'help', label: t('common.help'), icon: IconHelpCircle, keys: 'F1', run: toggleHelp },
  ]
  return (
    <StatusBarProvider store={status}>
      <CommandProvider registry={registry}>
        <div className={styles.frame}>
          <button type="button" className={styles.skip} onClick={focusContent}>
            {t('common.skipToContent')}
          </button>
          <TopBar history={history} actions={actions} operatorName={operatorName} />
          <Navigation places={places} current={place} helpOpen={help} onHelp={toggleHelp} />
          <main className={styles.main} id="content" tabIndex={-1}>
            <div className={styles.column}>
              <FileBanners actions={actions} />
              <DutyBanner />
              <KeptTextsBanner />
              {restarted ? <RestartBanner onClose={() => setRestarted(false)} /> : null}
              <div className={styles.outlet}>{children}</div>
            </div>
            {help && place !== null ? <HelpPanel place={place} onClose={() => setHelp(false)} /> : null}
          </main>
          <StatusLine store={status} operatorName={operatorName} />
        </div>
        <CommandPalette places={places} registry={registry} commands={commands} />
        <DropZone onWorkspace={actions.openPath} onImport={(paths) => go('import', { files: paths.join('\n') })} />
      </CommandProvider>
    </StatusBarProvider>
  )
}

/** The address is a hash route, so skipping moves the focus itself. */
function focusContent(): void {
  document.getElementById('content')?.focus()
}

function RestartBanner({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  return (
    <div className={styles.banner}>
      <Banner
        tone="attention"
        title={t('common.engineRestarted')}
        action={
          <Action size="small" onClick={onClose}>
            {t('common.close')}
          </Action>
        }
      >
        {t('common.engineRestartedDetail')}
      </Banner>
    </div>
  )
}
