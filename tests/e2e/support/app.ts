import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { PageWorld } from './page-world.ts'

export interface RunningTimbang {
  readonly app: ElectronApplication
  readonly page: Page
  /** A folder of this run alone, for the files a test makes. */
  readonly folder: string
  /** What the page wrote to its console as an error, and exceptions nobody caught. */
  readonly pageErrors: string[]
  readonly close: () => Promise<void>
}

export const projectFolder = resolve(import.meta.dirname, '../../..')

interface StartOptions {
  readonly args?: readonly string[]
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
  /** A program that prepares something and then becomes Electron, which stands in TIMBANG_ELECTRON. */
  readonly launcher?: string
}

interface Started {
  readonly app: ElectronApplication
  readonly page: Page
}

const mostLaunches = 3

/**
 * Now and then Playwright attaches to the first window just while it navigates and never hears of its page: the window is
 * there, its address stays empty. Nothing of the test has happened yet, so the program is started again.
 */
async function launched(startOnce: () => Promise<ElectronApplication>): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const app = await startOnce()
    try {
      const page = await app.firstWindow({ timeout: 20_000 })
      await page.waitForURL('app://bundle/**', { timeout: 10_000 })
      return { app, page }
    } catch (error) {
      app.process().kill('SIGKILL')
      if (attempt === mostLaunches) throw error
    }
  }
}

async function start(
  options: StartOptions & { readonly userData: string },
  pageErrors: string[],
): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: options.launcher ?? electronExecutable(),
    args: ['--force-device-scale-factor=1', '--log-level=3', projectFolder, ...(options.args ?? [])],
    // Without this Playwright would switch the sandbox off.
    chromiumSandbox: true,
    env: {
      ...environment(),
      TIMBANG_USER_DATA: options.userData,
      TIMBANG_ELECTRON: electronExecutable(),
      ...options.env,
    },
  })
  app.on('window', (window) => {
    window.on('pageerror', (error) => pageErrors.push(error.message))
    window.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text())
    })
  })
  return app
}

/** Starts the built application as an ordinary user, with Chromium's real sandbox and a user folder of its own. */
export async function launchTimbang(options: StartOptions = {}): Promise<RunningTimbang> {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-e2e-'))
  const pageErrors: string[] = []
  const userData = options.userData ?? join(folder, 'user-data')
  const { app, page } = await launched(() => start({ ...options, userData }, pageErrors))
  return {
    app,
    page,
    folder,
    pageErrors,
    close: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The next open dialog answers with these paths instead of asking a person. */
export function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

/** The next save dialog answers with this path, or as if it was cancelled. */
export function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

/**
 * The user picks these files in the open dialog, outside any screen: from then on the page may name them to the engine.
 * Only the system's dialog is played; the way from the page through the shell to the engine is the real one.
 */
export async function chooseToOpen(
  { app, page }: Pick<RunningTimbang, 'app' | 'page'>,
  purpose: 'workspace' | 'import',
  paths: readonly string[],
): Promise<void> {
  await answerOpenDialog(app, paths)
  await page.evaluate(
    (what) =>
      (globalThis as unknown as PageWorld).timbang.shell.openFileDialog({ purpose: what, title: '', multiple: true }),
    purpose,
  )
}

/** The user picks this place in the save dialog, outside any screen. */
export async function chooseToSave({ app, page }: Pick<RunningTimbang, 'app' | 'page'>, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await page.evaluate(
    (file) =>
      (globalThis as unknown as PageWorld).timbang.shell.saveFileDialog({ purpose: 'export', title: '', ...file }),
    { defaultName: basename(path), extension: extname(path).slice(1) },
  )
}

function electronExecutable(): string {
  const path = process.env.ELECTRON_EXEC_PATH
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set: start these tests with npm run e2e.')
  return path
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
