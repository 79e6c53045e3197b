import { expect, type Locator, type Page } from '@playwright/test'
import { errorSentence } from '#contract/error-sentences.ts'
import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'
import type { Locale } from '#renderer/i18n/locale.ts'
import type { NavigationPlace } from '#renderer/ui/places.ts'
import type { Density, ThemeChoice } from '#renderer/ui/settings.ts'
import { answerOpenDialog, type RunningTimbang } from '../support/app.ts'
import type { PageWorld } from '../support/page-world.ts'
import { askEngine } from './engine.ts'
import { type Words, wordsOf } from './words.ts'

const themeWords = {
  light: 'common.themeLight',
  dark: 'common.themeDark',
  contrast: 'common.themeContrast',
  system: 'common.themeSystem',
} as const satisfies Record<ThemeChoice, string>
const densityWords = {
  compact: 'common.densityCompact',
  normal: 'common.densityNormal',
  roomy: 'common.densityRoomy',
} as const satisfies Record<Density, string>

/** The window around every screen: places, period, language, theme, messages. Finds things by what a person reads. */
export interface TimbangWindow {
  readonly page: Page
  readonly timbang: RunningTimbang
  /** The words of the language the window speaks at the moment. */
  readonly w: Words
  locale(): Locale
  /** Waits until a workspace is open and its frame stands. */
  ready(): Promise<void>
  go(place: NavigationPlace): Promise<void>
  /** Goes to a place with the keys a person uses, Alt+1 … Alt+7. */
  goByKey(place: NavigationPlace): Promise<void>
  choosePeriod(name: string): Promise<void>
  setLanguage(next: Locale): Promise<void>
  setTheme(theme: ThemeChoice): Promise<void>
  setDensity(density: Density): Promise<void>
  resize(width: number, height: number): Promise<void>
  button(name: string): Locator
  dialog(): Locator
  /** A message in the corner that contains these words. */
  message(words: string | RegExp): Locator
  /** Waits for a refusal in words, with its code for whoever is asked for help, and takes it away. */
  refused(code: AppErrorCode, params?: AppErrorParams): Promise<void>
  /** "Open another" of the menu; the system's dialog is answered by the test. */
  askToOpen(path: string): Promise<void>
  /** The same, until the file is open. */
  openOther(path: string): Promise<void>
  /** Takes the messages in the corner away, so that pictures show the screen. */
  clearMessages(): Promise<void>
  /** Puts words on the clipboard and pastes them as the menu does. */
  paste(words: string): Promise<void>
  /** Waits until the saved mark says that everything is on disk. */
  saved(): Promise<void>
}

const placeKeys: readonly NavigationPlace[] = [
  'overview',
  'staff',
  'calibration',
  'meeting',
  'results',
  'follow-ups',
  'trail',
]

export function timbangWindow(timbang: RunningTimbang, start: Locale = 'id'): TimbangWindow {
  const { page } = timbang
  let locale: Locale = start
  let w = wordsOf(locale)
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const navigation = (place: NavigationPlace): Locator =>
    page
      .getByRole('navigation', { name: w('common.places') })
      .getByRole('button', { name: w(`common.${place}`), exact: true })
  const inSettings = async (name: string, option: string): Promise<void> => {
    await button(w('common.settings')).click()
    const settings = page.getByRole('dialog', { name: w('common.settings') })
    await settings.getByRole('radiogroup', { name }).getByRole('radio', { name: option, exact: true }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  return {
    page,
    timbang,
    get w() {
      return w
    },
    locale: () => locale,
    ready: () => expect(navigation('overview')).toBeVisible({ timeout: 40_000 }),
    async go(place) {
      await navigation(place).click()
      await expect(navigation(place)).toHaveAttribute('aria-current', 'page')
    },
    async goByKey(place) {
      await page.keyboard.press(`Alt+${placeKeys.indexOf(place) + 1}`)
      await expect(navigation(place)).toHaveAttribute('aria-current', 'page')
    },
    async choosePeriod(name) {
      const period = page.getByRole('button', { name: new RegExp(`^${w('common.period')}:`) })
      await period.click()
      await page.getByRole('menuitemradio', { name, exact: true }).click()
      await expect(period).toHaveText(name)
    },
    async setLanguage(next) {
      if (next === locale) return
      // The switch of the status bar, or the choice on the start screen; clicked from inside, so that it also works
      // beneath an open dialog.
      await page
        .locator(`button[title="${w('common.languageSwitch')}"]`)
        .or(page.getByRole('radio', { name: wordsOf('id')(next === 'id' ? 'common.languageId' : 'common.languageEn') }))
        .first()
        .evaluate((element) => (element as HTMLButtonElement).click())
      locale = next
      w = wordsOf(next)
      await expect(page.locator('html')).toHaveAttribute('lang', next)
    },
    setTheme: (theme) => inSettings(w('common.theme'), w(themeWords[theme])),
    setDensity: (density) => inSettings(w('common.density'), w(densityWords[density])),
    async resize(width, height) {
      await page.setViewportSize({ width, height })
    },
    button,
    dialog: () => page.getByRole('dialog'),
    message: (words) => page.locator('.mantine-Notification-root').filter({ hasText: words }),
    async refused(code, params = {}) {
      const message = this.message(errorSentence(code, params, locale))
      await expect(message).toBeVisible()
      await expect(message).toContainText(code)
      await this.clearMessages()
    },
    async askToOpen(path) {
      await answerOpenDialog(timbang.app, [path])
      await timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open-workspace')?.click())
    },
    async openOther(path) {
      await this.askToOpen(path)
      await expect.poll(async () => (await askEngine(page, 'workspace.status', {}))?.path).toBe(path)
    },
    async clearMessages() {
      await page.locator('.mantine-Notification-closeButton').evaluateAll((buttons) => {
        for (const button of buttons) (button as HTMLButtonElement).click()
      })
      await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
    },
    async paste(words) {
      await page.evaluate((text) => (globalThis as unknown as PageWorld).timbang.shell.copyText(text), words)
      // Ctrl+V belongs to the menu, which keys sent by a test do not reach; its item does exactly this.
      await timbang.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste())
    },
    saved: () => expect(page.getByText(new RegExp(`^${w('common.savedEver')}`)).first()).toBeVisible(),
  }
}
