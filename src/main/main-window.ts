import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen, session } from 'electron'
import type { EngineEvent } from '#contract/wire.ts'
import type { EngineProcess } from './engine-process.ts'
import { connectToEngine } from './ipc/page-line.ts'
import { isLaunch, type Launch, launchFrom } from './launch.ts'
import { servePages, startPage } from './page-files.ts'
import { pagePartition } from './session.ts'
import { placeWindow, smallestWindow, type WindowStateFile } from './window-state.ts'

/** The operator's window as the rest of the shell sees it. */
export interface MainWindow {
  readonly window: BrowserWindow
  readonly send: (event: EngineEvent) => void
  readonly openFile: (path: string) => void
  /** A second Timbang was started and hands over what it was asked to show. */
  readonly openFromOutside: (data: unknown, argv: readonly string[], folder: string) => void
  /** Resolves when the page has its line to the engine and the window can be shown. */
  readonly shown: Promise<unknown>
  readonly takeLaunchFile: () => string | null
  readonly takeLaunchExample: () => boolean
}

const mostReloadsAMinute = 3

export function openMainWindow(options: {
  readonly engine: EngineProcess
  readonly windowState: WindowStateFile
  readonly launch: Launch
}): MainWindow {
  const { engine, windowState } = options
  let launch = options.launch
  const pages = session.fromPartition(pagePartition, { cache: false })
  servePages(pages)
  nativeTheme.themeSource = windowState.read().theme ?? 'system'
  const window = new BrowserWindow({
    ...placeWindow(
      windowState.read().bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: app.getName(),
    icon: join(app.getAppPath(), 'resources', 'icons', '256x256.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101413' : '#f5f7f7',
    show: false,
    webPreferences: {
      session: pages,
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  const shown = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      if (windowState.read().maximized) window.maximize()
      window.show()
      resolve()
    })
  })
  window.on('close', () => windowState.update({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  // The page names the file in the title through the shell, not through its document title.
  window.on('page-title-updated', (event) => event.preventDefault())
  const connected = connectToEngine(window.webContents, engine)
  reloadAfterCrash(window)
  void window.loadURL(startPage)

  const send = (event: EngineEvent) => {
    if (!window.isDestroyed()) window.webContents.send('timbang:event', event)
  }
  const openFile = (path: string) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    // What the system or a second Timbang hands over, the user chose there.
    void engine.grant('read', [path]).then(() => send({ type: 'open-file', path }))
  }
  return {
    window,
    send,
    openFile,
    shown: Promise.all([shown, connected]),
    openFromOutside: (data, argv, folder) => {
      const { file } = isLaunch(data) ? data : launchFrom(argv, folder)
      if (file !== null) openFile(file)
      else window.focus()
    },
    takeLaunchFile: () => {
      const { file } = launch
      launch = { ...launch, file: null }
      return file
    },
    takeLaunchExample: () => {
      const { example } = launch
      launch = { ...launch, example: false }
      return example
    },
  }
}

/** A crashed page comes back by itself; one that crashes again and again says so and stops. */
function reloadAfterCrash(window: BrowserWindow): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes.push(now)
    if (crashes.filter((time) => now - time < 60_000).length <= mostReloadsAMinute) {
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      'Timbang',
      'Jendela berulang kali berhenti. Data Anda aman. / The window keeps stopping. Your data is safe.',
    )
    app.quit()
  })
}
