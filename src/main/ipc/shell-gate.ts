import { writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { app, clipboard, dialog, ipcMain, nativeTheme, shell } from 'electron'
import type { ShellApi } from '#contract/wire.ts'
import type { EngineProcess } from '#main/engine-process.ts'
import type { MainWindow } from '#main/main-window.ts'
import { keepPreview } from '#main/previews.ts'
import { type Locale, shellTexts } from '#main/texts.ts'
import type { WindowStateFile } from '#main/window-state.ts'
import { isOwnPage } from './sender.ts'
import { readers } from './shell-arguments.ts'

/**
 * `pathOfDroppedFile` is answered in the preload script: only there a dropped file has a path. The script then asks for
 * `grantDropped`, which a page has no way to ask for.
 */
type GateCall = Exclude<keyof ShellApi, 'pathOfDroppedFile'> | 'grantDropped'
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'E-SENDER' | 'E-ARG' }

const mostClipboardCharacters = 20_000_000
const mostPreviewCharacters = 30_000_000

interface GateOptions {
  readonly mainWindow: MainWindow
  readonly engine: Pick<EngineProcess, 'grant'>
  readonly windowState: WindowStateFile
  readonly setLanguage: (locale: Locale) => void
}

/** The one door from a page to the system: looks at the sender, the name and the arguments before anything happens. */
export function installShellGate(options: GateOptions): void {
  const calls = new Map<string, (argument: unknown) => unknown>(Object.entries(shellCalls(options)))
  ipcMain.handle('timbang:shell', async (event, name: unknown, argument: unknown): Promise<Answer> => {
    if (event.sender !== options.mainWindow.window.webContents || !isOwnPage(event.senderFrame)) {
      return { ok: false, code: 'E-SENDER' }
    }
    const call = typeof name === 'string' ? calls.get(name) : undefined
    if (call === undefined) return { ok: false, code: 'E-ARG' }
    try {
      return { ok: true, value: await call(argument) }
    } catch {
      // The reason stays here: a page learns neither paths nor stacks from a refused argument.
      return { ok: false, code: 'E-ARG' }
    }
  })
}

function shellCalls(options: GateOptions): Readonly<Record<GateCall, (argument: unknown) => unknown>> {
  const { mainWindow, engine, windowState } = options
  const { window } = mainWindow
  const exported = createExportedPlaces()
  let locale: Locale = 'id'
  const startFolder = () => windowState.read().lastFolder ?? app.getPath('documents')
  const remember = (folder: string) => windowState.update({ lastFolder: folder })

  /** The system's "save as"; null when it was left without a choice. */
  const askWhere = async (options: {
    title: string
    defaultName: string
    extension: string
  }): Promise<string | null> => {
    const { title, defaultName, extension } = options
    const result = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(startFolder(), defaultName),
      filters: [{ name: shellTexts[locale].fileKinds[extension] ?? extension.toUpperCase(), extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    })
    if (result.canceled || !result.filePath) return null
    remember(dirname(result.filePath))
    // Not every system's dialog adds the extension by itself.
    return extname(result.filePath) === '' ? `${result.filePath}.${extension}` : result.filePath
  }

  return {
    openFileDialog: async (argument) => {
      const { purpose, title, multiple } = readers.openFile(argument)
      const result = await dialog.showOpenDialog(window, {
        title,
        defaultPath: startFolder(),
        filters: shellTexts[locale].openFilters[purpose],
        properties: multiple ? ['openFile', 'multiSelections', 'dontAddToRecent'] : ['openFile', 'dontAddToRecent'],
      })
      const [first] = result.filePaths
      if (result.canceled || first === undefined) return []
      remember(dirname(first))
      await engine.grant('read', result.filePaths)
      return result.filePaths
    },
    saveFileDialog: async (argument) => {
      const path = await askWhere(readers.saveFile(argument))
      if (path === null) return null
      await engine.grant('write', [path])
      exported.addFile(path)
      return path
    },
    saveBytes: async (argument) => {
      const { bytes, ...options } = readers.saveBytes(argument)
      const path = await askWhere(options)
      if (path === null) return null
      await writeFile(path, bytes)
      exported.addFile(path)
      return path
    },
    openFolderDialog: async (argument) => {
      const { title } = readers.folder(argument)
      const result = await dialog.showOpenDialog(window, {
        title,
        defaultPath: startFolder(),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      const [folder] = result.filePaths
      if (result.canceled || folder === undefined) return null
      remember(folder)
      await engine.grant('folder', [folder])
      exported.addFolder(folder)
      return folder
    },
    grantDropped: (argument) => engine.grant('read', [readers.path(argument)]),
    showExported: (argument) => {
      const path = readers.path(argument)
      if (!exported.has(path)) throw new Error('This path was not chosen in a dialog.')
      shell.showItemInFolder(path)
    },
    showPreview: (argument) => keepPreview(readers.text(argument, mostPreviewCharacters)),
    setTitle: (argument) => window.setTitle(readers.title(argument)),
    setTheme: (argument) => {
      const theme = readers.theme(argument)
      nativeTheme.themeSource = theme
      windowState.update({ theme })
    },
    setZoom: (argument) => window.webContents.setZoomFactor(readers.zoom(argument)),
    // From Electron 44 on the clipboard answers with promises; waiting does no harm before.
    copyText: async (argument) => {
      await clipboard.writeText(readers.text(argument, mostClipboardCharacters))
    },
    readClipboardText: async () => (await clipboard.readText()).slice(0, mostClipboardCharacters),
    launchFile: async () => {
      const path = mainWindow.takeLaunchFile()
      if (path !== null) await engine.grant('read', [path])
      return path
    },
    launchExample: () => mainWindow.takeLaunchExample(),
    setLanguage: (argument) => {
      locale = readers.locale(argument)
      options.setLanguage(locale)
    },
    quit: () => app.quit(),
  }
}

/** Where files of this session were saved, and folders they went to: what may be shown in the file manager. */
function createExportedPlaces() {
  const files = new Set<string>()
  const folders = new Set<string>()
  return {
    addFile: (path: string) => files.add(path),
    addFolder: (path: string) => folders.add(path),
    has: (path: string) => files.has(path) || folders.has(dirname(path)) || folders.has(path),
  }
}
