import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '#renderer/i18n/locale.ts'
import type { TimbangWindow } from '../e2e/pages/timbang-window.ts'

/** Laptop size for the pictures of the manual, and the size of a large screen. */
const laptop = { width: 1280, height: 800 }
const large = { width: 1920, height: 1080 }

export interface PictureOptions {
  /** One more at 1920×1080. */
  readonly wide?: boolean
  /** One more in the dark theme. */
  readonly dark?: boolean
  /** How to change the language where the screen itself has no switch. */
  readonly speak?: (locale: Locale) => Promise<void>
}

export interface Camera {
  /** One picture in each language. */
  shoot(name: string, options?: PictureOptions): Promise<void>
}

/** Takes numbered pictures of the window into `<folder>/screens`. */
export function cameraOf(win: TimbangWindow, folder: string): Camera {
  const screens = join(folder, 'screens')
  const wideScreens = join(screens, '1920x1080')
  for (const made of [screens, wideScreens]) mkdirSync(made, { recursive: true })
  const { page } = win
  let count = 0

  const settle = async (): Promise<void> => {
    // The pointer rests where it hovers over nothing; fonts and the last paint are in.
    await page.mouse.move(1, 1)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.waitForTimeout(350)
  }
  const take = async (path: string): Promise<void> => {
    await settle()
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  }
  // The settings are closed with a key, so their button has a focus ring that is not part of the picture.
  const leaveFocus = (): Promise<void> =>
    page.locator(':focus').evaluateAll((elements) => {
      for (const element of elements) (element as HTMLElement).blur()
    })
  return {
    async shoot(name, { wide = false, dark = false, speak = win.setLanguage } = {}) {
      count += 1
      const base = `${String(count).padStart(2, '0')}-${name}`
      await win.clearMessages()
      for (const locale of ['id', 'en'] as const) {
        await speak(locale)
        await take(join(screens, `${base}.${locale}.png`))
      }
      await speak('id')
      if (dark) {
        await win.setTheme('dark')
        await leaveFocus()
        await take(join(screens, `${base}.gelap.id.png`))
        await win.setTheme('light')
        await leaveFocus()
      }
      if (wide) {
        await win.resize(large.width, large.height)
        await take(join(wideScreens, `${base}.id.png`))
        await win.resize(laptop.width, laptop.height)
      }
    },
  }
}
