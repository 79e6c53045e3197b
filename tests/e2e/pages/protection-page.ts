import { expect, type Locator } from '@playwright/test'
import type { TimbangWindow } from './timbang-window.ts'

/** The page of a locked file, and the dialog in which a file is encrypted. */
export function protectionPage(win: TimbangWindow) {
  const { page } = win
  const secret = (): Locator =>
    page
      .getByLabel(win.w('protection.secret'), { exact: true })
      .or(page.getByLabel(win.w('protection.secretPlain'), { exact: true }))
  const field = (name: string): Locator => page.getByLabel(name, { exact: true })
  return {
    secret,
    field,
    /** The unlock page stands, whatever it is called for. */
    locked: () => expect(win.button(win.w('protection.unlock'))).toBeVisible({ timeout: 20_000 }),
    async unlock(typed: string): Promise<void> {
      await secret().fill(typed)
      await page.keyboard.press('Enter')
    },
    /** Types the new passphrase twice and gives back the last group of the recovery key, as from its sheet. */
    async choose(passphrase: string): Promise<string> {
      await field(win.w('protection.passphrase')).fill(passphrase)
      await field(win.w('protection.again')).fill(passphrase)
      const groups = page.locator('[data-recovery-key] span')
      await expect(groups).toHaveCount(8)
      const key = (await groups.allTextContents()).join('-')
      await field(win.w('protection.recoveryBack')).fill(key.slice(-5).toLowerCase())
      return key
    },
    /** "Lock now" of the window's menu. */
    lockNow: () => win.timbang.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()),
    async openDialog(agency: string): Promise<Locator> {
      await win.button(agency).click()
      await page.getByRole('menuitem', { name: win.w('protection.menu') }).click()
      const dialog = page.getByRole('dialog', { name: win.w('protection.title') })
      await expect(dialog).toBeVisible()
      return dialog
    },
  }
}
