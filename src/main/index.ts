import { app } from 'electron'
import { startEngine } from './engine-process.ts'
import { installShellGate } from './ipc/shell-gate.ts'
import { launchFrom } from './launch.ts'
import { openMainWindow } from './main-window.ts'
import { installMenu } from './menu.ts'
import { guardContents } from './navigation.ts'
import { registerAppScheme } from './page-files.ts'
import { guardSession } from './session.ts'
import { refusedSwitch } from './switches.ts'
import { lockWithSystem } from './system-lock.ts'
import { createWindowStateFile } from './window-state.ts'

const exitConfiguration = 78
const selfTestMilliseconds = 45_000

startShell()

/**
 * Start-up in the order Electron demands. Nothing here waits for `ready` at the top level: Electron holds `ready` back
 * until this module has finished.
 */
function startShell(): void {
  if (app.isPackaged && refusedSwitch(process.argv.slice(1), (name) => app.commandLine.hasSwitch(name)) !== null) {
    // Debugging a packaged Timbang would hand every rating to another program.
    app.exit(exitConfiguration)
    return
  }
  // Date and time fields of the page follow this: day first, 24 hours, in both languages of the interface.
  app.commandLine.appendSwitch('lang', 'id')
  chooseDataFolder()
  if (!app.requestSingleInstanceLock(launchFrom(process.argv, process.cwd()))) {
    app.exit(0)
    return
  }
  // As root Chromium has no sandbox to enable; asking for one ends in a crash loop.
  if (process.getuid?.() !== 0) app.enableSandbox()
  registerAppScheme()
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(openTimbang).catch(stopWithError)
}

async function openTimbang(): Promise<void> {
  const windowState = createWindowStateFile(app.getPath('userData'))
  const launch = launchFrom(process.argv, process.cwd())
  const engine = startEngine({ preferencesFolder: app.getPath('userData'), openAhead: launch.file })
  // Making a window keeps this process busy: the engine's process is under way first, and opens the file meanwhile.
  await engine.spawned
  const mainWindow = openMainWindow({ engine, windowState, launch })
  installShellGate({ mainWindow, engine, windowState, setLanguage: (locale) => installMenu(mainWindow, locale) })
  installMenu(mainWindow, 'id')
  lockWithSystem(engine)
  if (launch.selfTest) leaveAfterSelfTest(Promise.all([mainWindow.shown, engine.started]))
  app.on('second-instance', (_event, argv, folder, data) => mainWindow.openFromOutside(data, argv, folder))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    mainWindow.openFile(path)
  })
}

/** Says on standard output that the window stands and the engine answers, then leaves. */
function leaveAfterSelfTest(works: Promise<unknown>): void {
  const giveUp = setTimeout(() => app.exit(1), selfTestMilliseconds)
  works
    .then(() => {
      clearTimeout(giveUp)
      process.stdout.write(`Timbang ${app.getVersion()} self-test: ok\n`)
      app.quit()
    })
    .catch(stopWithError)
}

/** Tests give every run a folder of its own; a packaged Timbang always uses the user's. */
function chooseDataFolder(): void {
  const folder = process.env.TIMBANG_USER_DATA
  if (!app.isPackaged && folder) app.setPath('userData', folder)
}

function stopWithError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  app.exit(1)
}
