import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** What has the focus, in words for a failure. */
interface Focused {
  readonly what: string
  readonly isBody: boolean
  /** Whether a person can see where the focus is: a drawn outline, not transparent, not off the window. */
  readonly seen: boolean
}

/** A person without a mouse: walks with Tab to a control that a test names, and looks whether the focus can be seen. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Walks with Tab (or another key) until the control has the focus; fails when it is never reached. */
  to(target: Locator, options?: { readonly by?: string; readonly most?: number }): Promise<void>
  /** Walks to the control and uses it. */
  use(target: Locator, options?: { readonly by?: string; readonly key?: string }): Promise<void>
  /** Replaces what stands in the field. */
  fill(target: Locator, text: string): Promise<void>
  /** The focus stands on something inside the window, not on nothing. */
  kept(): Promise<void>
  seen(): Promise<void>
  /** Ctrl+K, some letters, Enter. */
  command(words: string): Promise<void>
}

export function keyboard(win: TimbangWindow): Keyboard {
  const { page } = win
  const focused = (): Promise<Focused> =>
    page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const outlined =
        style.outlineStyle !== 'none' &&
        Number.parseFloat(style.outlineWidth) >= 1 &&
        !/(, 0\)|transparent)$/.test(style.outlineColor)
      const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return {
        what: `${element.tagName.toLowerCase()}.${element.className} "${name.slice(0, 40)}" outline ${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
        isBody: element === document.body,
        // A screen that has just come has the focus as a whole, before the first step into it.
        seen: (outlined && inside) || element.matches('main'),
      }
    })
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement)

  return {
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    type: (text) => page.keyboard.type(text),
    async to(target, { by = 'Tab', most = 90 } = {}) {
      await expect(target).toBeVisible()
      for (let pressed = 0; !(await hasFocus(target)); pressed++) {
        if (pressed === most)
          throw new Error(`${most} × ${by} do not reach ${target}; now at ${(await focused()).what}`)
        await page.keyboard.press(by)
      }
      await this.seen()
    },
    async use(target, { by = 'Tab', key = 'Enter' } = {}) {
      await this.to(target, { by })
      await page.keyboard.press(key)
    },
    async fill(target, text) {
      await this.to(target)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
      await expect(target).toHaveValue(text)
    },
    async kept() {
      await expect
        .poll(async () => (await focused()).isBody, { message: 'the focus fell out of the window' })
        .toBe(false)
    },
    async seen() {
      const now = await focused()
      expect(now.seen, `the focus cannot be seen on ${now.what}`).toBe(true)
    },
    async command(words) {
      await page.keyboard.press('Control+k')
      await expect(
        page
          .getByRole('textbox', { name: win.w('common.searchBox') })
          .or(page.getByPlaceholder(win.w('common.searchBox')))
          .first(),
      ).toBeFocused()
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    },
  }
}
